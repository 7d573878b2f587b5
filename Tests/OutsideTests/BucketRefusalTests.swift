import Market
import Outside
import Proving
import Testing

/// Who is let in by a storage service that checks each signature, and what the others are told.
@Suite struct BucketRefusalTests {
  let moto: Moto

  init() throws { moto = try Moto.shared.get() }

  @Test func `who has the key is let in`() throws {
    try BucketTests.bucket(at: moto).check()
    try BucketTests.bucket(at: moto, prefix: "a b/标").check()
  }

  private func failure(_ bucket: Bucket, _ body: (Bucket) throws -> Void) -> BucketError? {
    #expect(throws: BucketError.self) { try body(bucket) }
  }

  @Test func `a wrong secret is said to be wrong, and not shown`() throws {
    let bucket = try BucketTests.bucket(at: moto, secret: "not-the-secret")
    let expected = BucketError.refused(.wrongSecret, keyID: moto.keyID)
    #expect(throws: expected) { try bucket.check() }
    #expect(throws: expected) { try bucket.put("a", [1], type: "t/t", cacheControl: "x") }
    #expect(throws: expected) { try bucket.get("a") }
    #expect(throws: expected) { try bucket.remove("a") }
    // An answer to HEAD does not say why.
    let error = failure(bucket) { _ = try $0.look("a") }
    #expect(error == .refused(.notAllowed(bucket: Moto.bucket), keyID: moto.keyID))
    #expect(expected.description.contains("not-the-secret") == false)
    #expect(expected.description.contains(moto.keyID))
  }

  @Test func `a key that nobody made is said not to be there`() throws {
    let bucket = try BucketTests.bucket(at: moto, keyID: "AKIANOBODY")
    #expect(throws: BucketError.refused(.noKey, keyID: "AKIANOBODY")) { try bucket.check() }
  }

  @Test func `a bucket that nobody made is said not to be there`() throws {
    let bucket = try BucketTests.bucket(at: moto, named: "nobodys-bucket")
    let expected = BucketError.noBucket("nobodys-bucket")
    #expect(throws: expected) { try bucket.check() }
    #expect(throws: expected) { try bucket.put("a", [1], type: "t/t", cacheControl: "x") }
    #expect(throws: expected) { try bucket.get("a") }
    #expect(throws: expected) { try bucket.remove("a") }
    #expect(try bucket.look("a") == nil)
  }

  @Test(arguments: [20, -20] as [Int64])
  func `a clock that is wrong is said to be`(minutes: Int64) throws {
    let error = failure(try BucketTests.bucket(at: moto, ahead: .minutes(minutes))) {
      try $0.check()
    }
    guard case .clock(let seconds?) = error else {
      Issue.record("\(error.debugDescription)")
      return
    }
    #expect(abs(seconds - minutes * 60) <= 2)
    #expect(error?.description.contains(minutes < 0 ? "behind" : "ahead of") == true)
    try BucketTests.bucket(at: moto, ahead: .minutes(minutes / 2)).check()
  }
}
