import Market
import Testing

@Suite struct VideoStructureTests {
  static func box(_ name: String, _ body: [UInt8] = []) -> [UInt8] {
    let size = 8 + body.count
    return [0, 0, UInt8(size >> 8), UInt8(size & 0xFF)] + Array(name.utf8) + body
  }

  static let movie = box("moov", box("mvhd", [0, 0]) + box("trak", [1]))
  static let film = ftyp("isom") + movie + box("mdat", [1, 2, 3])

  static func element(_ id: [UInt8], _ body: [UInt8] = []) -> [UInt8] {
    id + [0x40 | UInt8(body.count >> 8), UInt8(body.count & 0xFF)] + body
  }

  static let information = element([0x15, 0x49, 0xA9, 0x66], [0])
  static let tracks = element([0x16, 0x54, 0xAE, 0x6B], [0])
  static let cluster = element([0x1F, 0x43, 0xB6, 0x75], [1, 2, 3])
  static let segment: [UInt8] = [0x18, 0x53, 0x80, 0x67]
  static let web = ebml("webm") + element(segment, information + tracks + cluster)

  private func isSound(_ bytes: [UInt8], _ format: MediaFormat) -> Bool {
    VideoStructure.isSound(format, size: Int64(bytes.count)) { place, count in
      guard place <= Int64(bytes.count) else { return [] }
      return Array(bytes[Int(place)...].prefix(count))
    }
  }

  @Test func `a film has its boxes`() {
    let box = Self.box
    #expect(isSound(Self.film, .mp4))
    // In either order; the last one may be all the rest; a size may be long.
    #expect(isSound(ftyp("isom") + box("mdat", [1]) + Self.movie, .mp4))
    #expect(isSound(ftyp("isom") + Self.movie + [0, 0, 0, 0] + Array("mdat".utf8) + [9], .mp4))
    let long = [0, 0, 0, 1] + Array("mdat".utf8) + [0, 0, 0, 0, 0, 0, 0, 17, 5]
    #expect(isSound(ftyp("isom") + Self.movie + long, .mp4))

    #expect(!isSound(ftyp("isom") + box("mdat", [1]), .mp4))
    #expect(!isSound(ftyp("isom") + Self.movie, .mp4))
    #expect(!isSound(Self.movie + ftyp("isom") + box("mdat", []), .mp4))
    #expect(!isSound(Self.film + Self.movie, .mp4))
    #expect(!isSound(ftyp("isom") + box("moov", box("trak", [])) + box("mdat", []), .mp4))
    #expect(!isSound(Self.film + Array("<html><script>".utf8), .mp4))
    let huge = [0, 0, 0, 1] + Array("mdat".utf8) + [UInt8](repeating: 0x7F, count: 8)
    #expect(!isSound(ftyp("isom") + Self.movie + huge, .mp4))
  }

  @Test func `a film of the web has its elements`() {
    #expect(isSound(Self.web, .webm))
    // As browsers record: nobody knew yet how long it would be.
    let endless = Self.segment + [0x01] + [UInt8](repeating: 0xFF, count: 7)
    let live = Self.information + Self.tracks + [0x1F, 0x43, 0xB6, 0x75, 0xFF, 1, 2, 3]
    #expect(isSound(ebml("webm") + endless + live, .webm))

    #expect(!isSound(ebml("webm"), .webm))
    let parts = [Self.information, Self.tracks, Self.cluster]
    for missing in parts.indices {
      let rest = parts.indices.filter { $0 != missing }.flatMap { parts[$0] }
      #expect(!isSound(ebml("webm") + Self.element(Self.segment, rest), .webm))
    }
    #expect(!isSound(Self.web + Array("<html><script>".utf8), .webm))
  }

  @Test func `what is cut off is not sound`() {
    for (bytes, format) in [(Self.film, MediaFormat.mp4), (Self.web, .webm)] {
      for count in bytes.indices { #expect(!isSound(Array(bytes.prefix(count)), format)) }
    }
  }

  @Test func `any byte may be anything`() {
    for (bytes, format) in [(Self.film, MediaFormat.mp4), (Self.web, .webm)] {
      for place in bytes.indices {
        for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
          var odd = bytes
          odd[place] = value
          // It answers, whatever the answer.
          _ = isSound(odd, format)
          _ = MediaFormat(head: odd)
        }
      }
    }
  }

  @Test func `pictures are no videos`() {
    #expect(!isSound(Self.film, .png) && !isSound(Self.film, .pdf))
  }
}
