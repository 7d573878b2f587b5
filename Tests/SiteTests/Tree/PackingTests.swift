import CBytes
import Foundation
import Market
import Testing

@testable import Site

/// Who serves the site need not pack it.
@Suite struct PackingTests {
  let ground: TreeGround

  init() throws { ground = try TreeGround() }

  private static let long = String(repeating: "集市 <a href=\"/en\">market</a>\n", count: 100)
  private static let pages = [
    "/index.html": long + "1", "/a/style.css": long + "2", "/robots.txt": "short",
    "/a/icon.png": long + "3", "/gz": long + "4",
  ]
  private static let packed: Set = [
    "/index.html.gz", "/index.html.br", "/a/style.css.gz", "/a/style.css.br",
  ]

  /// The names beside those that were put.
  private func others() throws -> Set<String> {
    try BuiltSite("\(ground.output)/site").paths.subtracting(Self.pages.keys)
  }

  private func file(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: "\(ground.output)/site\(name)")))
  }

  @Test func `texts that are not short are packed in each form`() throws {
    let counts = try ground.build(Self.pages, packing: .gzipAndBrotli)
    #expect(try others() == Self.packed)
    for name in ["/index.html", "/a/style.css"] {
      let text = try file(name)
      let (gzip, brotli) = (try file(name + ".gz"), try file(name + ".br"))
      #expect(gunzipped(gzip) == text)
      #expect(unbrotlied(brotli) == text)
      #expect(gzip.count < text.count / 10 && brotli.count < gzip.count)
      // No time: the same text has the same bytes on every day.
      #expect(gzip[4..<8] == [0, 0, 0, 0])
    }
    #expect(counts.written == 9)
    let site = try BuiltSite("\(ground.output)/site")
    #expect(counts.bytes == site.files.values.map(\.count).reduce(0, +))
  }

  @Test func `what is unchanged is not packed again`() throws {
    try ground.build(Self.pages, packing: .gzipAndBrotli)
    let before = try ground.traces()
    #expect(try ground.build(Self.pages, packing: .gzipAndBrotli).unchanged == 9)
    #expect(try ground.traces() == before)
    var pages = Self.pages
    pages["/index.html"] = Self.long + "changed"
    let counts = try ground.build(pages, packing: .gzipAndBrotli)
    #expect((counts.written, counts.unchanged, counts.removed) == (3, 6, 0))
    #expect(gunzipped(try file("/index.html.gz")) == [UInt8]((Self.long + "changed").utf8))
    #expect(try ground.inode("sites/1/a/style.css.br") == ground.inode("sites/2/a/style.css.br"))
    #expect(try ground.inode("sites/1/index.html.br") != ground.inode("sites/2/index.html.br"))
  }

  @Test func `packed forms come and go with the wish for them`() throws {
    for (packing, names) in [
      (Packing.none, Set<String>()), (.gzipAndBrotli, Self.packed),
      (.gzip, Self.packed.filter { $0.hasSuffix(".gz") }), (.none, []),
    ] {
      let counts = try ground.build(Self.pages, packing: packing)
      #expect(try others() == names)
      #expect(counts.unchanged + counts.written == Self.pages.count + names.count)
      #expect(try ground.site().filter { Self.pages[$0.key] != nil } == Self.pages)
    }
  }

  @Test func `a packed form that was lost is made again`() throws {
    try ground.build(Self.pages, packing: .gzip)
    let packed = try file("/index.html.gz")
    try ground.folder.remove("output/site/index.html.gz")
    let counts = try ground.build(Self.pages, packing: .gzip)
    #expect((counts.written, counts.unchanged) == (1, 6))
    #expect(try file("/index.html.gz") == packed)
  }

  @Test func `a page that becomes short loses its packed forms`() throws {
    try ground.build(Self.pages, packing: .gzipAndBrotli)
    var pages = Self.pages
    pages["/index.html"] = "short"
    #expect(try ground.build(pages, packing: .gzipAndBrotli).removed == 2)
    #expect(try others() == Self.packed.filter { !$0.hasPrefix("/index") })
  }

  @Test func `a text larger than any before it is packed whole`() throws {
    var text = Self.long
    for number in 0..<20_000 { text += "\(number &* 2_654_435_761) " }
    try ground.build(["/a.html": Self.long, "/b.html": text], packing: .gzipAndBrotli)
    #expect(gunzipped(try file("/b.html.gz")) == Array(text.utf8))
    #expect(unbrotlied(try file("/b.html.br")) == Array(text.utf8))
  }
}

private let roomBytes = 1 << 20

private func gunzipped(_ packed: [UInt8]) -> [UInt8]? {
  var stream = z_stream()
  // 16 more than the window: with the head of gzip.
  guard
    inflateInit2_(&stream, 31, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK
  else { return nil }
  defer { inflateEnd(&stream) }
  var input = packed
  return input.withUnsafeMutableBufferPointer { input in
    stream.next_in = input.baseAddress
    stream.avail_in = UInt32(input.count)
    var isWhole = false
    let text = [UInt8](unsafeUninitializedCapacity: roomBytes) { buffer, count in
      stream.next_out = buffer.baseAddress
      stream.avail_out = UInt32(roomBytes)
      isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0
      count = roomBytes - Int(stream.avail_out)
    }
    return isWhole ? text : nil
  }
}

private func unbrotlied(_ packed: [UInt8]) -> [UInt8]? {
  var isWhole = false
  let text = [UInt8](unsafeUninitializedCapacity: roomBytes) { buffer, count in
    count = roomBytes
    isWhole =
      BrotliDecoderDecompress(packed.count, packed, &count, buffer.baseAddress)
      == BROTLI_DECODER_RESULT_SUCCESS
  }
  return isWhole ? text : nil
}
