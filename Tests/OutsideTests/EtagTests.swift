import Outside
import Testing

/// What an etag tells of the bytes, and what it does not.
@Suite struct EtagTests {
  private func isSame(_ etag: String, _ more: String = "", bytes: String) throws -> (Bool, Int) {
    let head = "Content-Type: t/t\r\nCache-Control: x\r\nETag: \(etag)\r\n\(more)"
    let server = try ScriptedServer([
      .say("HTTP/1.1 200 OK\r\n\(head)Content-Length: 3\r\n\r\n"),
      .say(answer("200 OK", body: bytes)),
    ])
    let same = try BucketFaultTests.bucket(at: server).isSame(
      "a", Array("abc".utf8), type: "t/t", cacheControl: "x")
    return (same, server.seen.requests.count)
  }

  @Test func `bytes are fetched when their etag does not tell what they are`() throws {
    let md5 = "\"900150983cd24fb0d6963f7d28e17f72\""
    #expect(try isSame(md5, bytes: "") == (true, 1))
    #expect(try isSame(md5.uppercased(), bytes: "") == (true, 1))
    for etag in ["\"900150983cd24fb0d6963f7d28e17f72-1\"", "W/\(md5)", "\"x\""] {
      #expect(try isSame(etag, bytes: "abc") == (true, 2))
      #expect(try isSame(etag, bytes: "abd") == (false, 2))
    }
    let encryption = "x-amz-server-side-encryption: aws:kms\r\n"
    #expect(try isSame(md5, encryption, bytes: "abd") == (false, 2))
    #expect(try isSame(md5, encryption, bytes: "abc") == (true, 2))
  }
}
