import Foundation
import Proving
import Testing

@testable import HTTP

/// Answers of every kind, as they go out.
@Suite struct AnswerTests {
  static let words = "some words"

  private static func file(_ folder: TemporaryFolder) throws -> OpenFile {
    let path = folder.file("words")
    try ("before " + words + " behind").write(toFile: path, atomically: true, encoding: .utf8)
    return try #require(OpenFile(open(path, O_RDONLY | O_CLOEXEC)))
  }

  private static func body(_ target: String, _ file: OpenFile) -> Answer.Body {
    switch target {
    case "/none": .none
    case "/shared": .shared(SharedBytes(Array(words.utf8)))
    case "/part": .part(file, 7..<17)
    case "/empty": .bytes([])
    default: .bytes(Array(words.utf8))
    }
  }

  @Test(arguments: ["/none", "/shared", "/part", "/empty", "/bytes"])
  func `the head alone says what the whole answer says`(target: String) throws {
    let folder = try TemporaryFolder()
    let file = try Self.file(folder)
    let server = try Server.make { request, _ in
      let status: Status = request.target == "/none" ? .noContent : .ok
      return .now(Answer(status, FieldLines([("X", "y")]), Self.body(request.target, file)))
    }
    let client = try Client(server)
    for _ in 0..<2 {
      client.send("HEAD \(target) HTTP/1.1\r\nHost: a\r\n\r\n")
      let head = try #require(try client.reply(toHEAD: true))
      client.get(target)
      let whole = try #require(try client.reply())
      #expect(head.status == whole.status)
      #expect(head.head == whole.head)
      #expect(whole["X"] == "y")
      #expect(whole.text == (["/none", "/empty"].contains(target) ? "" : Self.words))
      let length = target == "/none" ? nil : target == "/empty" ? "0" : "10"
      #expect(whole["Content-Length"] == length)
    }
  }

  @Test(arguments: [
    "a\r\nX-Evil: b", "a\nX-Evil: b", "a\rX-Evil: b", "a\0\r\n\r\n<p>", "a\u{7F}\u{1B}b",
    "字\r\nX-Evil: b",
  ])
  func `a value of a field cannot begin another line`(value: String) throws {
    let server = try Server.make { _, _ in
      .now(Answer(.ok, FieldLines([("Location", value), ("X", "y")]), .bytes([65])))
    }
    let client = try Client(server)
    client.get("/")
    let reply = try #require(try client.reply())
    #expect(
      reply.head.map { $0.split(separator: ":").first } == [
        "Date", "Location", "X", "Content-Length",
      ])
    #expect(reply.text == "A")
    let controls = reply.head.joined().unicodeScalars.filter { $0.value < 0x20 || $0 == "\u{7F}" }
    #expect(controls.isEmpty)
  }

  @Test func `many get the same bytes at once`() throws {
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 251) }
    let shared = SharedBytes(bytes)
    let server = try Server.make { _, _ in .now(Answer(.ok, FieldLines(), .shared(shared))) }
    try together(8) { _ in
      let client = try Client(server)
      for _ in 0..<3 {
        client.get("/")
        #expect(try client.reply()?.body == bytes)
      }
    }
  }

  @Test func `a file is let go of once it was sent, and when its client leaves`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("large")
    try Data(count: 5_000_000).write(to: URL(fileURLWithPath: path))
    let server = try Server.make { _, _ in
      guard let file = OpenFile(open(path, O_RDONLY | O_CLOEXEC)) else {
        return .now(Answer(.notFound, saying: "gone"))
      }
      return .now(Answer(.ok, FieldLines(), .part(file, 0..<file.size)))
    }
    let client = try Client(server)
    for _ in 0..<3 {
      client.get("/")
      #expect(try client.reply()?.body.count == 5_000_000)
      let leaving = try Client(server, receiveBuffer: 4_096)
      leaving.get("/")
      #expect(leaving.hears(within: Client.patience))
    }
    try waitUntil("\(folder.openFiles) are open") { folder.openFiles == 0 }
  }
}
