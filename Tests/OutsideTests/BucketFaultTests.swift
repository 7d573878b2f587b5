import Market
import Outside
import Proving
import Synchronization
import Testing

/// What answers mean that moto does not give.
@Suite struct BucketFaultTests {
  static let now = Instant(milliseconds: 1_796_113_800_000)
  static let key = AccessKey(id: "AKIATEST", secret: "the-secret", sessionToken: "the-token")

  static func bucket(at server: ScriptedServer, prefix: String = "") throws -> Bucket {
    let address = try BucketAddress(
      bucket: "shop", region: "r", endpoint: server.endpoint, prefix: prefix)
    return Bucket(address, key: key, clock: { Self.now }, client: WebClient())
  }

  static func answering(_ status: String, _ code: String, _ fields: String = "") -> String {
    answer(
      status, fields,
      body: """
        <?xml version="1.0"?>\n<Error><Code>\(code)</Code>
        <Message>So it &lt;is&gt;:\u{1B}[31m
          &amp;lt;</Message><RequestId>1</RequestId></Error>
        """)
  }

  private func failure(_ text: String) throws -> BucketError? {
    let server = try ScriptedServer([.say(text)])
    let bucket = try Self.bucket(at: server)
    return withExtendedLifetime(server) {
      #expect(throws: BucketError.self) {
        try bucket.put("a", [1, 2, 3], type: "t/t", cacheControl: "x")
      }
    }
  }

  static let meanings: [(String, String, BucketError)] = [
    ("403 Forbidden", "SignatureDoesNotMatch", .refused(.wrongSecret, keyID: "AKIATEST")),
    ("403 Forbidden", "InvalidAccessKeyId", .refused(.noKey, keyID: "AKIATEST")),
    ("403 Forbidden", "AccessDenied", .refused(.notAllowed(bucket: "shop"), keyID: "AKIATEST")),
    ("400 Bad Request", "ExpiredToken", .refused(.badToken, keyID: "AKIATEST")),
    ("403 Forbidden", "RequestTimeTooSkewed", .clock(aheadSeconds: nil)),
    ("404 Not Found", "NoSuchBucket", .noBucket("shop")),
    ("403 Forbidden", "QuotaExceeded", .full("shop")),
    ("507 Insufficient Storage", "XMinioStorageFull", .full("shop")),
    ("507 Insufficient Storage", "", .full("shop")),
    ("400 Bad Request", "EntityTooLarge", .tooLarge(bytes: 3)),
  ]

  @Test(arguments: meanings)
  func `what a service says is understood`(
    status: String, code: String, error: BucketError
  ) throws {
    let thrown = try failure(Self.answering(status, code))
    #expect(thrown == error)
    #expect(thrown?.isTransient == false)
  }

  @Test func `a clock is known to be wrong by the date of a refusal`() throws {
    let date = "Date: Tue, 01 Dec 2026 07:30:00 GMT\r\n"
    let expected = BucketError.clock(aheadSeconds: 3_600)
    #expect(try failure(Self.answering("403 Forbidden", "RequestTimeTooSkewed", date)) == expected)
    #expect(try failure(answer("403 Forbidden", date)) == expected)
  }

  static let passing = [
    ("408 Request Timeout", ""), ("429 Too Many Requests", ""), ("500 Internal Server Error", "X"),
    ("502 Bad Gateway", ""), ("503 Service Unavailable", "SlowDown"), ("504 Gateway Timeout", ""),
    ("400 Bad Request", "RequestTimeout"), ("403 Forbidden", "SlowDown"),
  ]

  @Test(arguments: passing)
  func `what may pass is known to`(status: String, code: String) throws {
    let error = try failure(Self.answering(status, code))
    guard case .service = error else {
      Issue.record("\(error.debugDescription)")
      return
    }
    #expect(error?.isTransient == true)
  }

  @Test func `other words are passed on, without what could harm a terminal`() throws {
    let error = try failure(Self.answering("400 Bad Request", "InvalidThing"))
    #expect(
      error == .service(status: 400, code: "InvalidThing", message: "So it <is>:[31m &lt;"))
    #expect(error?.isTransient == false)
  }

  @Test(arguments: [
    "<Error><Code>", "<Code></Code>", "</Code><Code>", "\u{0}", "<Message>x</Code>",
  ])
  func `what is no error of a service is none`(body: String) throws {
    let error = try failure(answer("418 Teapot", body: body))
    #expect(error == .service(status: 418, code: "", message: ""))
  }

  @Test func `of endless words only the first are taken`() throws {
    let words = String(repeating: "字", count: 5_000)
    let error = try failure(
      answer("400 Bad", body: "<Code>A</Code><Message>\(words)</Message><x>\(words)"))
    #expect((error?.description.count ?? 0) < 500)
    let late = String(repeating: " ", count: 20_000) + "<Code>AccessDenied</Code>"
    #expect(
      try failure(answer("400 Bad", body: late)) == .service(status: 400, code: "", message: ""))
  }

  @Test func `what answers there and keeps no files is said not to`() throws {
    let server = try ScriptedServer([.say(answer("200 OK", body: "<html></html>"))])
    let bucket = try Self.bucket(at: server)
    #expect(throws: BucketError.noStorage(host: "127.0.0.1:\(server.port)")) { try bucket.check() }
  }

  @Test(arguments: [("", ""), ("a b/店", "&prefix=a%20b%2F%E5%BA%97%2F")])
  func `a check asks about our own folder alone`(prefix: String, query: String) throws {
    let server = try ScriptedServer([.say(answer("200 OK", body: "<ListBucketResult/>"))])
    try Self.bucket(at: server, prefix: prefix).check()
    let line = server.seen.requests.first?.head.first
    #expect(line == "GET /shop?list-type=2&max-keys=1\(query) HTTP/1.1")
  }

  @Test func `no description shows a secret`() throws {
    let texts = try Self.meanings.map { try failure(Self.answering($0.0, $0.1)).debugDescription }
    for text in texts + [
      "\(Self.key)", String(reflecting: Self.key),
      "\(Mirror(reflecting: Self.key).children.map(\.value))",
    ] {
      #expect(!text.contains("the-secret") && !text.contains("the-token"), "\(text)")
    }
  }

  @Test func `a busy service is asked again`() throws {
    let server = try ScriptedServer([
      .say(Self.answering("503 Slow Down", "SlowDown")),
      .sayLast("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"), .say(answer("200 OK")),
    ])
    let bucket = try Self.bucket(at: server)
    let delays = Mutex(0)
    let retry = Retry { _ in delays.withLock { $0 += 1 } }
    var random = Seeded(1)
    try retry.run(using: &random) { () throws(BucketError) in
      try bucket.put("a", [1], type: "t/t", cacheControl: "x")
    }
    #expect(delays.withLock { $0 } == 2)
    #expect(server.seen.requests.map(\.body) == [[1], [1], [1]])
  }
}
