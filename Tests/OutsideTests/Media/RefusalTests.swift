import Market
import Outside
import Proving
import Testing

/// The real program on what is not to be taken.
@Suite struct MediaRefusalTests {
  let ground: MediaGround

  init() throws { ground = try MediaGround() }

  static let pixels = MediaWorkerError.refused(.tooManyPixels(max: MediaLimits.pixelsMax))
  static let small = MediaWorkerError.refused(.tooSmall(sideMin: MediaLimits.sideMin))
  static let unreadable = MediaWorkerError.refused(.unreadable)

  @Test(arguments: [
    (199, 300, small), (300, 199, small), (200, 200, nil),
    (12_000, 200, nil), (200, 12_000, nil), (12_001, 200, pixels), (200, 12_001, pixels),
    (10_000, 5_000, nil), (10_000, 5_001, pixels),
    // Little to send, and much to hold.
    (11_000, 11_000, pixels),
  ])
  func `a side and all pixels have limits`(
    width: Int, height: Int, fault: MediaWorkerError?
  ) throws {
    #expect(try ground.fault(of: MadePNG.make(width, height, .grey8), as: .png) == fault)
  }

  @Test func `a header alone is enough to refuse`() throws {
    let bytes = try MadePNG.make(200, 200, claiming: (30_000, 30_000))
    #expect(try ground.fault(of: bytes, as: .png) == Self.pixels)
  }

  @Test func `a header that promises more than comes is not believed`() throws {
    let bytes = try MadePNG.make(200, 200, claiming: (200, 400))
    #expect(try ground.fault(of: bytes, as: .png) == Self.unreadable)
  }

  @Test(arguments: Rendition.formats + [.png, .gif])
  func `what is cut off is refused`(format: MediaFormat) throws {
    let png = try MadePNG.make(400, 300)
    let whole: [UInt8]
    switch format {
    case .png: whole = png
    case .gif: whole = MadeGIF.make(200, frames: 1)
    default:
      whole = try #require(try ground.look(at: png, as: .png).files["400.\(format.ending)"])
    }
    #expect(try ground.fault(of: whole, as: format) == nil)
    #expect(try ground.fault(of: whole.torn, as: format) == Self.unreadable)
  }

  @Test(
    arguments: [
      "", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"300\"><script/></svg>",
      "<!doctype html><title>x</title>", "P5 300 300 255 ", "push graphic-context",
    ], [MediaFormat.png, .gif])
  func `what begins as nothing that is taken is refused`(text: String, format: MediaFormat) throws {
    #expect(try ground.fault(of: Array(text.utf8), as: format) == Self.unreadable)
  }

  @Test func `a PNG that is called JPEG is no JPEG`() throws {
    #expect(try ground.fault(of: MadePNG.make(200, 200), as: .jpeg) == Self.unreadable)
  }

  @Test(arguments: [MediaFormat.mp4, .webm])
  func `videos are not decoded`(format: MediaFormat) throws {
    guard case .failed = try ground.fault(of: MadeGIF.make(200, frames: 1), as: format) else {
      Issue.record("it was looked at")
      return
    }
  }

  // MARK: Documents

  @Test func `a document shows its first page and tells how many it has`() throws {
    let action = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    let (seen, files) = try ground.look(at: MadePDF.make(pages: 3, action: action), as: .pdf)
    #expect(seen.pages == 3)
    #expect(seen.width == 1_600 && (2_260...2_266).contains(seen.height))
    for bytes in files.values { #expect(!bytes.holds("app.alert") && !bytes.holds("%PDF")) }
    #expect(files["400.webp"] != nil && files["1600.jpg"] != nil)
  }

  @Test func `a document has two hundred pages at most`() throws {
    #expect(try ground.fault(of: MadePDF.make(pages: 200), as: .pdf) == nil)
    let fault = try ground.fault(of: MadePDF.make(pages: 201), as: .pdf)
    #expect(fault == .refused(.tooManyPages(max: MediaLimits.pagesMax)))
  }

  @Test(arguments: [0, 9, 60])
  func `a document without its parts is refused`(count: Int) throws {
    let bytes = Array(MadePDF.make(pages: 1).prefix(count))
    #expect(try ground.fault(of: bytes, as: .pdf) == Self.unreadable)
  }

  @Test func `a document that asks for a password is refused`() throws {
    #expect(try ground.fault(of: LockedPDF.bytes, as: .pdf) == Self.unreadable)
  }
}

/// Keys that no password gives: a reader cannot get in.
enum LockedPDF {
  static let bytes: [UInt8] = {
    let zeros = String(repeating: "00", count: 32)
    let lock = "/Encrypt << /Filter /Standard /V 1 /R 2 /O <\(zeros)> /U <\(zeros)> /P -4 >>"
    let plain = String(decoding: MadePDF.make(pages: 1), as: UTF8.self)
    let ids = "/ID [<\(zeros.prefix(32))> <\(zeros.prefix(32))>]"
    return Array(plain.replacing("/Root 1 0 R >>", with: "/Root 1 0 R \(lock) \(ids) >>").utf8)
  }()
}
