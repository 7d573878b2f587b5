import Foundation
import Market
import Outside
import Proving
import Synchronization
import Testing

/// Against a storage service that checks each signature.
@Suite struct BucketTests {
  let moto: Moto

  init() throws { moto = try Moto.shared.get() }

  static func bucket(
    at moto: Moto, named name: String = Moto.bucket, keyID: String? = nil, secret: String? = nil,
    prefix: String = "", ahead: Duration = .zero
  ) throws -> Bucket {
    let address = try BucketAddress(
      bucket: name, region: Moto.region, endpoint: moto.endpoint, prefix: prefix)
    let key = AccessKey(id: keyID ?? moto.keyID, secret: secret ?? moto.secret)
    return Bucket(address, key: key, clock: clock(ahead), client: WebClient())
  }

  static func clock(_ ahead: Duration = .zero) -> @Sendable () -> Instant {
    { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) + ahead }
  }

  static let keys = [
    "index.html", "标志/设计.html", "a b/c+d~e%20f=g", "zh-CN/g/é&?#:;,@!$'()*[]", "a/../b/./c",
    "q=1&r=2", "a\"<>\\^`{|}", ".well-known/x",
  ]

  @Test(arguments: keys)
  func `what is put there is there until it is removed`(key: String) throws {
    let bucket = try Self.bucket(at: moto, prefix: "keys/店 1")
    let bytes = Array("<p>\(key)</p>".utf8)
    #expect(try bucket.look(key) == nil)
    #expect(try bucket.get(key) == nil)
    try bucket.put(
      key, bytes, type: "text/html; charset=utf-8", cacheControl: "max-age=60", encoding: "br")
    #expect(try bucket.get(key) == bytes)
    let stored = try #require(try bucket.look(key))
    #expect(stored.size == bytes.count)
    #expect(stored.type == "text/html; charset=utf-8")
    #expect(stored.cacheControl == "max-age=60")
    #expect(stored.encoding == "br")
    #expect(try Self.bucket(at: moto).get("keys/店 1/\(key)") == bytes)
    try bucket.remove(key)
    #expect(try bucket.get(key) == nil)
    try bucket.remove(key)
  }

  @Test(arguments: [0, 1, 1 << 20])
  func `bytes of any size are the same when they come back`(count: Int) throws {
    let bucket = try Self.bucket(at: moto)
    var random = Seeded(UInt64(count))
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    try bucket.put("size-\(count)", bytes, type: "image/webp", cacheControl: "no-store")
    #expect(try bucket.get("size-\(count)") == bytes)
    let isSame = try bucket.isSame(
      "size-\(count)", bytes, type: "image/webp", cacheControl: "no-store")
    #expect(isSame)
  }

  @Test func `only what was put is the same`() throws {
    let bucket = try Self.bucket(at: moto)
    func isSame(
      _ text: String, type: String = "text/css", cacheControl: String = "a=1",
      encoding: String? = "gzip"
    ) throws -> Bool {
      try bucket.isSame(
        "same", Array(text.utf8), type: type, cacheControl: cacheControl, encoding: encoding)
    }
    #expect(try !isSame("abc"))
    try bucket.put(
      "same", Array("abc".utf8), type: "text/css", cacheControl: "a=1", encoding: "gzip")
    #expect(try isSame("abc"))
    #expect(try !isSame("abd"))
    #expect(try !isSame("ab"))
    #expect(try !isSame("abc", type: "text/plain"))
    #expect(try !isSame("abc", cacheControl: "a=2"))
    #expect(try !isSame("abc", encoding: nil))
    // Somebody else, who knows the key as well.
    try Self.bucket(at: moto).put(
      "same", Array("abd".utf8), type: "text/css", cacheControl: "a=1", encoding: "gzip")
    #expect(try !isSame("abc"))
    #expect(try isSame("abd"))
  }

  @Test func `a bucket may stand in the host`() throws {
    let endpoint = moto.endpoint.replacing("127.0.0.1", with: "localhost")
    let address = try BucketAddress(
      bucket: Moto.bucket, region: Moto.region, endpoint: endpoint, style: "host")
    let key = AccessKey(id: moto.keyID, secret: moto.secret)
    let bucket = Bucket(address, key: key, clock: Self.clock(), client: WebClient())
    try bucket.check()
    try bucket.put("标 1", [1, 2], type: "t/t", cacheControl: "x")
    #expect(try Self.bucket(at: moto).get("标 1") == [1, 2])
  }

  @Test func `a service that comes back is found by trying again`() throws {
    let own = try Moto()
    let bucket = try Self.bucket(at: own)
    try bucket.put("a", [1], type: "t/t", cacheControl: "x")
    own.kill()
    let error = #expect(throws: BucketError.self) {
      try bucket.put("a", [2], type: "t/t", cacheControl: "x")
    }
    #expect(error?.isTransient == true, "\(error.debugDescription)")
    let starts = Mutex(0)
    let retry = Retry { _ in
      // It comes back while we wait the second time.
      let count = starts.withLock { count in
        count += 1
        return count
      }
      if count == 2 { #expect(throws: Never.self) { try own.start() } }
    }
    var random = Seeded(1)
    try retry.run(using: &random) { () throws(BucketError) in
      try bucket.put("a", [2], type: "t/t", cacheControl: "x")
    }
    #expect(starts.withLock { $0 } == 2)
    #expect(try bucket.get("a") == [2])
  }
}
