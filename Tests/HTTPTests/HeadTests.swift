import Proving
import Testing

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
      let reader = try Self.read(text, step)
      #expect(reader.refused == 0)
      #expect(reader.requests.count == 1)
      #expect(reader.isEmpty)
    }
  }

  private static func read(_ text: String, _ step: Int) throws -> HeadReader {
    let reader = try #require(HeadReader())
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      reader.put(rest.prefix(step))
      rest = rest.dropFirst(step)
    }
    return reader
  }

  @Test func `blanks around a value do not belong to it`() throws {
    let reader = try Self.read("GET /a HTTP/1.1\r\nHost: h\r\nA: \t1 2 \r\na:3\r\n\r\nGET", 100)
    #expect(reader.requests.first?.fields == ["Host: h", "A: 1 2", "a: 3"])
    #expect(reader.requests.first?.line == "GET /a")
    #expect(reader.requests.count == 1)
    #expect(!reader.isEmpty)
  }

  static let host = "Host: a\r\n"
  static let bad: [(String, Int32)] = [
    ("GET / HTTP/1.1\nHost: a\n\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)X: a\rb\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)\r\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost\t: a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host) folded: x\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)X: a\r\n b\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n \(host)\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host): x\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)no colon\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)X: a\u{0}b\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)X: a\u{1}b\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)X\u{7F}: a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)名: a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)\(host)\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400),
    ("GET  / HTTP/1.1\r\n\(host)\r\n", 400),
    ("GET / HTTP/1.1 \r\n\(host)\r\n", 400),
    (" GET / HTTP/1.1\r\n\(host)\r\n", 400),
    ("GET\t/ HTTP/1.1\r\n\(host)\r\n", 400),
    ("GET / \r\n\(host)\r\n", 400),
    ("GET /\r\n\r\n", 400),
    ("GET /中 HTTP/1.1\r\n\(host)\r\n", 400),
    ("G(T / HTTP/1.1\r\n\(host)\r\n", 400),
    ("GET / http/1.1\r\n\(host)\r\n", 400),
    ("GET / HTTP/1.10\r\n\(host)\r\n", 400),
    ("GET / HTTP/2.0\r\n\(host)\r\n", 505),
    ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
    ("\r\n\r\nGET / HTTP/1.1\r\n\(host)\r\n", 400),
    ("\u{16}\u{3}\u{1}\u{0}", 400),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: 1\r\nContent-Length: 1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: 1\r\ncontent-length: 2\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: 1, 1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: +1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: -1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: 0x1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: \r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)Content-Length: ١\r\n\r\n", 400),
    (
      "POST / HTTP/1.1\r\n\(host)Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
      400
    ),
    ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: gzip\r\n\r\n", 501),
    ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: gzip, chunked\r\n\r\n", 501),
    ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked, chunked\r\n\r\n", 501),
    ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: identity\r\n\r\n", 501),
    (
      "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
      400
    ),
    ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n", 400),
    ("POST / HTTP/1.0\r\n\(host)Transfer-Encoding: chunked\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: \u{B}chunked\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\n\(host)Content-Length: 65537\r\n\r\n", 413),
    ("POST / HTTP/1.1\r\n\(host)Content-Length: 99999999999999999999\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\n\(host)Expect: 200-ok\r\nContent-Length: 1\r\n\r\n", 417),
    ("GET /" + String(repeating: "a", count: 9_000), 414),
    ("GET /" + String(repeating: "a", count: 9_000) + " HTTP/1.1\r\n\r\n", 414),
    ("GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 17_000), 431),
    (
      "GET / HTTP/1.1\r\n\(host)" + String(repeating: "X: \(host)", count: 1_900) + "\r\n",
      431
    ),
    (
      "GET / HTTP/1.1\r\n\(host)" + String(repeating: "X:\r\n", count: 64) + "\r\n", 431
    ),
  ]

  @Test(arguments: bad)
  func `a bad head is refused, however it comes`(text: String, status: Int32) throws {
    for step in [1, 3, 100_000] {
      let reader = try Self.read(text, step)
      #expect(reader.refused == status)
      #expect(reader.requests.isEmpty)
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `it does not matter in what pieces a request comes`(seed: UInt64) throws {
    var dice = Seeded(seed)
    let texts =
      Self.good + Self.bad.map(\.0).filter { $0.utf8.count < 500 }
      + (Self.bodies.map(\.0) + Self.badBodies).filter { $0.utf8.count < 500 }.map {
        Self.chunked + $0
      }
    for _ in 0..<2_000 {
      var bytes = (0..<3).flatMap { _ in Array((texts.randomElement(using: &dice) ?? "").utf8) }
      for _ in 0..<Int.random(in: 0...3, using: &dice) {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        bytes[place] = [0, 9, 10, 13, 32, 58, 65, 255].randomElement(using: &dice) ?? 0
      }
      let (whole, pieces) = (try #require(HeadReader()), try #require(HeadReader()))
      whole.put(bytes)
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...20, using: &dice)
        pieces.put(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
      let shown = String(decoding: bytes, as: UTF8.self)
      #expect(pieces.requests == whole.requests, "\(shown)")
      #expect((pieces.refused == 0) == (whole.refused == 0), "\(shown)")
    }
  }

  static let chunked = "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n"
  static let bodies: [(String, String)] = [
    ("0\r\n\r\n", ""), ("3\r\nabc\r\n0\r\n\r\n", "abc"),
    ("3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n", "abc0123456789"),
    ("3;name=value\r\nabc\r\n0\r\n\r\n", "abc"), ("00003\r\nabc\r\n0\r\n\r\n", "abc"),
    ("3\r\nabc\r\n0\r\nAfter: all\r\n\r\n", "abc"), ("3\r\n\r\na\r\n0\r\n\r\n", "\r\na"),
  ]

  @Test(arguments: bodies)
  func `a body in pieces is put together, however it comes`(text: String, body: String) throws {
    for step in [1, 2, 5, 1_000] {
      let reader = try Self.read(
        Self.chunked + text + "GET /next HTTP/1.1\r\nHost: a\r\n\r\n", step)
      #expect(reader.requests.map(\.line) == ["POST /", "GET /next"])
      #expect(reader.requests.first?.body == body)
      // What comes behind a body takes nothing back of what the head has said.
      #expect(reader.requests.first?.fields == ["Host: a", "Transfer-Encoding: chunked"])
    }
  }

  static let badBodies = [
    "g\r\n", "-1\r\n", "+3\r\nabc\r\n", "0x3\r\nabc\r\n", " 3\r\nabc\r\n", "3 \r\nabc\r\n",
    "\r\n", "3\nabc\n0\n\n", "3\r\nabcd\r\n0\r\n\r\n", "3\r\nab\r\n0\r\n\r\n", "3\r\nabc0\r\n\r\n",
    "3\r\nabc\n0\r\n\r\n", "FFFFFFFFFFFFFFFF\r\nabc", "10000000000000000\r\nabc",
    "10001\r\n\(String(repeating: "a", count: 0x10001))",
    "3;a\nb\r\nabc\r\n0\r\n\r\n", "0\r\nBad : x\r\n\r\n", "0\r\n folded\r\n\r\n",
    "3;\(String(repeating: "a", count: 20_000))",
    "0\r\n\(String(repeating: "A: b\r\n", count: 4_000))",
  ]

  @Test(arguments: badBodies)
  func `a body that is not clear is refused, however it comes`(text: String) throws {
    for step in [1, 3, 100_000] {
      let reader = try Self.read(
        Self.chunked + text + "GET /next HTTP/1.1\r\nHost: a\r\n\r\n", step)
      #expect([400, 413, 431].contains(reader.refused), "\(step)")
      #expect(reader.requests.isEmpty)
    }
  }

  @Test func `what stands behind a head is its body`() throws {
    let text =
      "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nGET /HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"
    let reader = try Self.read(text, 1)
    #expect(reader.requests.map(\.line) == ["GET /", "HEAD /"])
    #expect(reader.requests.first?.body == "GET /")
  }
}
