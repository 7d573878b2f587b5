import Market
import Testing

@Suite struct SniffingTests {
  /// The first bytes of files as programs write them.
  static let heads: [(head: [UInt8], format: MediaFormat?)] = [
    ([0xFF, 0xD8, 0xFF, 0xE0, 0, 16], .jpeg),
    ([0x89] + Array("PNG\r\n\u{1A}\n".utf8) + [0, 0, 0, 13] + Array("IHDR".utf8), .png),
    (Array("GIF89a".utf8), .gif), (Array("GIF87a".utf8), .gif),
    (Array("RIFF....WEBPVP8L".utf8), .webp),
    (ftyp("avif", "mif1", "miaf"), .avif), (ftyp("mif1", "avif"), .avif),
    (ftyp("isom", "iso2", "avc1", "mp41"), .mp4), (ftyp("mp42", "mp41"), .mp4),
    (ebml("webm"), .webm), (Array("%PDF-1.7\n".utf8), .pdf),
    ([], nil), ([0xFF], nil), (Array("<svg xmlns=".utf8), nil), (Array("<?xml ".utf8), nil),
    (Array("<!doctype html>".utf8), nil), (Array("PK\u{3}\u{4}".utf8), nil),
    (Array("RIFF....AVI LIST".utf8), nil), (Array("RIFF....WEBP".utf8), nil),
    (ftyp("heic", "mif1", "avif"), nil), (ftyp("qt  ", "mp42"), nil), (ftyp("mif1", "heic"), nil),
    (ebml("matroska"), nil), (Array(" %PDF-1.7".utf8), nil), (Array("\n<svg".utf8), nil),
    ([0x89] + Array("PNG\r\n\u{1A}\n".utf8), nil), (Array("MZ".utf8), nil),
  ]

  @Test(arguments: heads.indices)
  func `a file is what it begins as`(index: Int) {
    let (head, format) = Self.heads[index]
    #expect(MediaFormat(head: head) == format)
    // Whatever follows.
    guard let format else { return }
    let tail = Array("PK\u{3}\u{4}<svg><script>%PDF-1.7".utf8)
    #expect(MediaFormat(head: head + tail) == format)
    for count in 0..<min(3, head.count) {
      #expect(MediaFormat(head: Array(head.prefix(count))) == nil)
    }
  }

  @Test func `sizes that lie are no way out of the head`() {
    for size in [0, 1, 15, 17, 0x7FFF_FFFF, 0xFFFF_FFFF] as [UInt32] {
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) }
      #expect(MediaFormat(head: bytes + ftyp("isom")[4...]) == nil)
    }
    for length in [0x00, 0x01, 0x7F, 0xFE, 0xFF] as [UInt8] {
      var head = ebml("webm")
      head[4] = length
      #expect(MediaFormat(head: head) == nil)
    }
  }

  @Test(arguments: [
    ("photo.jpg", "image/jpeg", true), ("photo.JPEG", "IMAGE/JPG", true), ("photo", nil, true),
    ("photo", "application/octet-stream", true), ("photo.", "", true),
    ("我的照片.jpg", "image/jpeg; charset=binary", true),
    ("photo.png", "image/jpeg", false), ("photo.jpg", "image/png", false),
    ("photo.jpg.exe", "image/jpeg", false), ("photo.html", nil, false),
    ("photo.jpg", "text/html", false),
  ])
  func `a sender who says something else is refused`(name: String, label: String?, agrees: Bool) {
    let head = Self.heads[0].head
    do throws(MediaFault) {
      #expect(try MediaFormat(head: head, named: name, labelled: label) == .jpeg)
      #expect(agrees)
    } catch {
      #expect(!agrees && error == .mislabelled)
    }
  }

  @Test func `nothing and the unknown are told apart`() {
    #expect(throws: MediaFault.empty) { try MediaFormat(head: [], named: "a", labelled: nil) }
    #expect(throws: MediaFault.unknownFormat) {
      try MediaFormat(head: Array("<svg".utf8), named: "a.svg", labelled: "image/svg+xml")
    }
  }

  @Test(arguments: [
    (200, [200]), (400, [400]), (500, [400, 500]), (800, [400, 800]), (1_000, [400, 800, 1_000]),
    (1_600, [400, 800, 1_600]), (4_032, [400, 800, 1_600]),
  ])
  func `what is smaller than a width has its own`(width: Int, widths: [Int]) {
    #expect(Rendition.widths(of: width) == widths)
  }
}

/// A box of brands, as MP4 and AVIF begin.
func ftyp(_ brands: String...) -> [UInt8] {
  let words = [brands[0], "\0\0\0\0"] + brands
  let size = UInt8(8 + 4 * words.count)
  return [0, 0, 0, size] + Array("ftyp".utf8) + words.flatMap { Array($0.utf8) }
}

/// As WebM begins.
func ebml(_ type: String) -> [UInt8] {
  let fields: [UInt8] = [0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x80 + UInt8(type.utf8.count)]
  return [0x1A, 0x45, 0xDF, 0xA3, 0x80 + UInt8(fields.count + type.utf8.count)] + fields
    + Array(type.utf8)
}
