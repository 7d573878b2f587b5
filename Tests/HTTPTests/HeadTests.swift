import Proving
import Testing

@testable import HTTP

/// What a request may look like, read at once and byte by byte.
@Suite struct HeadTests {
  static let good = [
    "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
    "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /?a=b&c=%20 HTTP/1.1\r\nhost:a:80\r\n\r\n",
    "HEAD / HTTP/1.0\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: [::1]:80\r\nX:\r\nY: \t a b \t\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: \r\nX: 中文\r\n\r\n",
  ]

  @Test(arguments: good)
  func `a good head is read, however it comes`(text: String) throws {
    for step in [1, 2, 7, 10_000] {
      var reader = RequestReader(Limits())
      var heads: [Head] = []
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        reader.add(Array(rest.prefix(step)))
        rest = rest.dropFirst(step)
        while let head = try reader.next() { heads.append(head) }
      }
      #expect(heads.count == 1)
      #expect(reader.isEmpty)
    }
  }

  @Test func `blanks around a value do not belong to it, and lines of a name are one list`() throws
  {
    var reader = RequestReader(Limits())
    reader.add(Array("GET /a HTTP/1.1\r\nHost: h\r\nA: \t1 2 \r\na:3\r\n\r\nGET".utf8))
    let head = try #require(try reader.next())
    #expect(head.request.fields["A"] == "1 2, 3")
    #expect(head.request.target == "/a")
    #expect(try reader.next() == nil)
    #expect(!reader.isEmpty)
  }

  static let host = "Host: a\r\n"
  static let bad: [(String, Refusal)] = [
    ("GET / HTTP/1.1\nHost: a\n\n", .malformed),
    ("GET / HTTP/1.1\r\nHost: a\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)X: a\rb\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)\r\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\nHost\t: a\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host) folded: x\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)X: a\r\n b\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n \(host)\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host): x\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)no colon\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)X: a\u{0}b\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)X: a\u{1}b\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)X\u{7F}: a\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)名: a\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)\(host)\r\n", .malformed),
    ("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", .malformed),
    ("GET  / HTTP/1.1\r\n\(host)\r\n", .malformed),
    ("GET / HTTP/1.1 \r\n\(host)\r\n", .malformed),
    (" GET / HTTP/1.1\r\n\(host)\r\n", .malformed),
    ("GET\t/ HTTP/1.1\r\n\(host)\r\n", .malformed),
    ("GET / \r\n\(host)\r\n", .malformed),
    ("GET /\r\n\r\n", .malformed),
    ("GET /中 HTTP/1.1\r\n\(host)\r\n", .malformed),
    ("G(T / HTTP/1.1\r\n\(host)\r\n", .malformed),
    ("GET / http/1.1\r\n\(host)\r\n", .malformed),
    ("GET / HTTP/1.10\r\n\(host)\r\n", .malformed),
    ("GET / HTTP/2.0\r\n\(host)\r\n", .version),
    ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", .version),
    ("\r\n\r\nGET / HTTP/1.1\r\n\(host)\r\n", .malformed),
    ("\u{16}\u{3}\u{1}\u{0}", .malformed),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: 1\r\nContent-Length: 1\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: 1\r\ncontent-length: 2\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: 1, 1\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: +1\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: -1\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: 0x1\r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: \r\n\r\n", .malformed),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: ١\r\n\r\n", .malformed),
    (
      "POST / HTTP/1.1\r\n\(host)Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
      .malformed
    ),
    ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n", .noLength),
    ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: \u{B}chunked\r\n\r\n", .malformed),
    ("POST / HTTP/1.1\r\n\(host)Content-Length: 65537\r\n\r\n", .bodyTooLarge),
    ("POST / HTTP/1.1\r\n\(host)Content-Length: 99999999999999999999\r\n\r\n", .bodyTooLarge),
    ("POST / HTTP/1.1\r\n\(host)Expect: 100-continue\r\nContent-Length: 1\r\n\r\n", .expectation),
    ("GET /" + String(repeating: "a", count: 9_000), .addressTooLong),
    ("GET /" + String(repeating: "a", count: 9_000) + " HTTP/1.1\r\n\r\n", .addressTooLong),
    ("GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 17_000), .fieldsTooLarge),
    (
      "GET / HTTP/1.1\r\n\(host)" + String(repeating: "X: \(host)", count: 1_900) + "\r\n",
      .fieldsTooLarge
    ),
    (
      "GET / HTTP/1.1\r\n\(host)" + String(repeating: "X:\r\n", count: 64) + "\r\n", .fieldsTooLarge
    ),
  ]

  @Test(arguments: bad)
  func `a bad head is refused, however it comes`(text: String, refusal: Refusal) {
    for step in [1, 3, 100_000] {
      #expect(throws: refusal) {
        var reader = RequestReader(Limits())
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
          reader.add(Array(rest.prefix(step)))
          rest = rest.dropFirst(step)
          while try reader.next() != nil {}
        }
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `it does not matter in what pieces a request comes`(seed: UInt64) {
    var dice = Seeded(seed)
    let texts = Self.good + Self.bad.map(\.0).filter { $0.utf8.count < 500 }
    for _ in 0..<500 {
      var bytes = (0..<3).flatMap { _ in Array((texts.randomElement(using: &dice) ?? "").utf8) }
      for _ in 0..<Int.random(in: 0...3, using: &dice) {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        bytes[place] = [0, 9, 10, 13, 32, 58, 65, 255].randomElement(using: &dice) ?? 0
      }
      let whole = Self.read([bytes[...]])
      var pieces: [ArraySlice<UInt8>] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...20, using: &dice)
        pieces.append(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
      #expect(Self.read(pieces) == whole, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  /// The requests until one is refused, and whether one was.
  private static func read(_ pieces: [ArraySlice<UInt8>]) -> [String] {
    var reader = RequestReader(Limits())
    var requests: [String] = []
    do {
      for piece in pieces {
        reader.add(Array(piece))
        while let head = try reader.next() { requests.append("\(head.request) \(head.bodyLength)") }
      }
    } catch {
      requests.append("refused")
    }
    return requests
  }

  @Test func `what stands behind a head is passed over`() throws {
    var reader = RequestReader(Limits())
    reader.add(Array("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nGE".utf8))
    let head = try #require(try reader.next())
    #expect(head.bodyLength == 5)
    #expect(reader.skip(head.bodyLength) == 3)
    reader.add(Array("T /HEAD / HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
    #expect(reader.skip(3) == 0)
    #expect(try reader.next()?.request.method == "HEAD")
  }
}
