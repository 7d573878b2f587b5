import Foundation
import Market
import Outside
import Proving
import Testing

/// The real program on pictures that are sound, or seem so.
@Suite struct PictureTests {
  let ground: MediaGround

  init() throws { ground = try MediaGround() }

  @Test func `each width gets its WebP, its JPEG and its AVIF`() throws {
    let (seen, files) = try ground.look(at: MadePNG.make(1_000, 500), as: .png)
    #expect(seen.width == 1_000 && seen.height == 500 && seen.pages == nil)
    let sizes = [(1_000, 500), (800, 400), (400, 200)]
    let due = sizes.flatMap { size in
      Rendition.formats.map { Rendition($0, width: size.0, height: size.1) }
    }
    #expect(seen.renditions == due)
    #expect(Set(files.keys) == Set(due.map(\.fileName)))
    for rendition in due {
      let bytes = try #require(files[rendition.fileName])
      #expect(MediaFormat(head: bytes) == rendition.format)
      #expect(bytes.count < 40_000)
    }
    // Progressive: seen from the first bytes on.
    #expect(files["800.jpg"].flatMap { JPEGFrame($0) }?.marker == 0xC2)
  }

  /// What comes out goes in again: every format that is taken is read.
  @Test(arguments: Rendition.formats)
  func `what is written can be read`(format: MediaFormat) throws {
    let (_, files) = try ground.look(at: MadePNG.make(300, 240), as: .png)
    let bytes = try #require(files["300.\(format.ending)"])
    let (seen, _) = try ground.look(at: bytes, as: format)
    #expect(seen.width == 300 && seen.height == 240)
  }

  @Test func `a picture is turned upright and forgets where it was taken`() throws {
    let (_, plain) = try ground.look(at: MadePNG.make(400, 300), as: .png)
    let jpeg = MadeExif.put(into: try #require(plain["400.jpg"]), orientation: 6)
    #expect(jpeg.holds(MadeExif.place) && jpeg.holds("Exif"))
    let (seen, files) = try ground.look(at: jpeg, as: .jpeg)
    #expect(seen.width == 300 && seen.height == 400)
    #expect(files.count == 3)
    for bytes in files.values {
      for word in [MadeExif.place, "Exif", "EXIF", "ICC_PROFILE", "http://ns.adobe.com"] {
        #expect(!bytes.holds(word))
      }
    }
  }

  @Test func `what is behind a picture is not in its renditions`() throws {
    let tail = "PK\u{3}\u{4}<html><script>alert(1)</script>"
    let (_, files) = try ground.look(at: MadePNG.make(200, 200) + Array(tail.utf8), as: .png)
    #expect(files.count == 3)
    for bytes in files.values { #expect(!bytes.holds("<script>") && !bytes.holds("PK\u{3}")) }
  }

  @Test(arguments: [MadePNG.Kind.grey8, .colour16, .seeThrough8])
  func `other kinds of pixels become three bands of eight bits`(kind: MadePNG.Kind) throws {
    let (_, files) = try ground.look(at: MadePNG.make(256, 200, kind), as: .png)
    let frame = try #require(files["256.jpg"].flatMap { JPEGFrame($0) })
    #expect(frame.bits == 8 && frame.bands == 3)
  }

  @Test func `inks become colours of screens`() throws {
    let inks = [UInt8](try #require(Data(base64Encoded: Self.inks)))
    #expect(JPEGFrame(inks)?.bands == 4)
    let (_, files) = try ground.look(at: inks, as: .jpeg)
    let frame = try #require(files["208.jpg"].flatMap { JPEGFrame($0) })
    #expect(frame.bits == 8 && frame.bands == 3)
  }

  @Test func `of what moves the first frame is shown`() throws {
    let (seen, files) = try ground.look(at: MadeGIF.make(220, frames: 5), as: .gif)
    #expect(seen.width == 220 && seen.height == 220)
    #expect(files.count == 3)
  }

  @Test func `three at a time are as good as one after another`() throws {
    let picture = try ground.file(MadePNG.make(240, 200))
    let folders = try (0..<6).map { _ in try ground.emptyFolder() }
    let worker = ground.worker
    DispatchQueue.concurrentPerform(iterations: folders.count) { index in
      let seen = try? worker.look(at: picture, as: .png, into: folders[index])
      #expect(seen?.width == 240)
    }
  }

  /// 208 by 200, of one colour in four inks.
  private static let inks =
    "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAKBwcIBwYKCAgICwoKCw4YEA4NDQ4dFRYRGCMfJSQiHyIhJis3LyYpNCkhIjBB"
    + "MTQ5Oz4+PiUuRElDPEg3PT47/8AAFAgAyADQBEMRAE0RAFkRAEsRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAHBv/E"
    + "ABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAOBEMATQBZAEsAAD8AszCpqqw" + String(repeating: "A", count: 864)
    + "A/9k="
}

/// What the frame of a JPEG says of itself.
struct JPEGFrame {
  let marker: UInt8
  let bits: UInt8
  let bands: UInt8

  init?(_ bytes: [UInt8]) {
    var place = 2
    while place + 9 < bytes.count, bytes[place] == 0xFF {
      let marker = bytes[place + 1]
      if [0xC0, 0xC1, 0xC2].contains(marker) {
        self.marker = marker
        bits = bytes[place + 4]
        bands = bytes[place + 9]
        return
      }
      place += 2 + Int(bytes[place + 2]) << 8 + Int(bytes[place + 3])
    }
    return nil
  }
}
