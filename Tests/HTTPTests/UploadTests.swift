import Foundation
import HTTP
import Proving
import Testing

/// Bodies of requests: whatever is allowed arrives as it was sent, in memory or on the disk, and
/// what is not takes no room.
@Suite struct UploadTests {
  static let bytesMax = 100_000

  let folder: TemporaryFolder
  let asked = Heard<String>()
  let server: Server

  init() throws {
    let (folder, asked) = (try TemporaryFolder(), asked)
    self.folder = folder
    server = try Server.make { service in
      service.limits.chunk = Client.patience
      service.admission = { request in
        switch request.target {
        case "/memory": .memory(bytesMax: Self.bytesMax)
        case "/file", "/keep": .file(bytesMax: Int64(Self.bytesMax), folder: folder.path)
        case "/nowhere": .file(bytesMax: 10, folder: folder.file("nowhere"))
        default: .refused(Answer(.methodNotAllowed, saying: "Not here."))
        }
      }
    } responding: { request, _ in
      asked.add(request.target)
      if request.target == "/keep", case .file(let file) = request.body {
        return .now(.plain("\(file.name(folder.file("kept")))"))
      }
      return .now(Answer(.ok, FieldLines(), .bytes(request.body.bytes)))
    }
  }

  static let ways = ["/memory", "/file"].flatMap { target in
    [false, true].map { (target, $0) }
  }

  static func pieces(_ bytes: [UInt8], _ dice: inout Seeded, upTo most: Int) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      pieces.append(Array(rest.prefix(Int.random(in: 1...most, using: &dice))))
      rest = rest.dropFirst(pieces.last?.count ?? 0)
    }
    return pieces
  }

  static func chunked(_ pieces: [[UInt8]]) -> [UInt8] {
    let all = pieces.map { Array("\(String($0.count, radix: 16))\r\n".utf8) + $0 + [13, 10] }
    return all.joined() + Array("0\r\n\r\n".utf8)
  }

  static func head(_ target: String, _ length: Int?, _ more: String = "") -> String {
    let framing = length.map { "Content-Length: \($0)" } ?? "Transfer-Encoding: chunked"
    return "POST \(target) HTTP/1.1\r\nHost: a\r\n\(more)\(framing)\r\n\r\n"
  }

  @Test(arguments: ways)
  func `a body arrives as it was sent, in whatever pieces`(
    target: String, isChunked: Bool
  ) throws {
    var dice = Seeded(11)
    let client = try Client(server)
    for (size, most) in [(1, 1), (7, 1), (300, 9), (5_000, 40), (Self.bytesMax, 30_000)] {
      let body = (0..<size).map { _ in UInt8.random(in: 0...255, using: &dice) }
      let sent = isChunked ? Self.chunked(Self.pieces(body, &dice, upTo: most)) : body
      let all = Array(Self.head(target, isChunked ? nil : size).utf8) + sent
      for piece in Self.pieces(all, &dice, upTo: most * 3) { client.send(piece) }
      #expect(try client.reply()?.body == body, "of \(size)")
    }
    #expect(folder.names.isEmpty)
  }

  @Test(arguments: ["/memory", "/file"])
  func `a body in pieces may be empty, and the next request is not part of it`(
    target: String
  ) throws {
    let client = try Client(server)
    client.send(Self.head(target, nil) + "0\r\n\r\n" + Self.head(target, 2) + "ab")
    #expect(try client.reply()?.body == [])
    #expect(try client.reply()?.text == "ab")
  }

  @Test(arguments: ways)
  func `who asks beforehand is told to go on`(target: String, isChunked: Bool) throws {
    let client = try Client(server)
    for _ in 0..<2 {
      client.send(Self.head(target, isChunked ? nil : 2, "Expect: 100-continue\r\n"))
      #expect(try client.reply()?.status == 100)
      client.send(isChunked ? "2\r\nab\r\n0\r\n\r\n" : "ab")
      #expect(try client.reply()?.text == "ab")
    }
    // Who does not wait is not told.
    client.send(Self.head(target, 2, "Expect: 100-continue\r\n") + "cd")
    #expect(try client.reply()?.text == "cd")
  }

  @Test func `who speaks the old version is not told to go on`() throws {
    let client = try Client(server)
    client.send("POST /memory HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
    #expect(!client.hears(within: .milliseconds(50)))
    client.send("ab")
    #expect(try client.reply()?.text == "ab")
  }

  @Test func `who asks beforehand and may not is told so at once`() throws {
    for (target, length, status) in [
      ("/memory", Self.bytesMax + 1, 413), ("/file", Self.bytesMax + 1, 413), ("/else", 5, 405),
      ("/nowhere", 5, 507),
    ] {
      let client = try Client(server)
      client.send(Self.head(target, length, "Expect: 100-continue\r\n"))
      let reply = try #require(try client.reply())
      #expect(reply.status == status)
      #expect(reply["Connection"] == "close")
    }
    #expect(asked.all.isEmpty)
  }

  @Test(arguments: ways)
  func `what is too large is refused, and the answer reaches who still sends`(
    target: String, isChunked: Bool
  ) throws {
    let client = try Client(server)
    let piece = [UInt8](repeating: 7, count: 50_000)
    client.send(Self.head(target, isChunked ? nil : 10_000_000))
    for _ in 0..<4 { client.send(isChunked ? Array("c350\r\n".utf8) + piece + [13, 10] : piece) }
    let reply = try #require(try client.reply())
    #expect(reply.status == 413)
    #expect(reply["Connection"] == "close")
    client.send(piece)
    client.finishSending()
    #expect(try client.isEnded())
    #expect(asked.all.isEmpty && folder.names.isEmpty)
  }

  @Test func `pieces that are too large together are refused wherever they are cut`() throws {
    let server = try Server.make {
      $0.admission = { _ in .memory(bytesMax: 4) }
    } responding: { _, _ in
      .now(.plain("taken"))
    }
    for body in ["2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n", "5;a=b\r\nabcde\r\n0\r\n\r\n", "5\r\nabc"] {
      let bytes = Array((Self.head("/", nil) + body).utf8)
      for cut in (bytes.count - body.utf8.count)...bytes.count {
        let client = try Client(server)
        client.send(Array(bytes[..<cut]))
        if cut.isMultiple(of: 3) { _ = poll(nil, 0, 1) }
        client.send(Array(bytes[cut...]))
        #expect(try client.reply()?.status == 413, "\(body.debugDescription) cut at \(cut)")
      }
    }
  }

  @Test func `who is refused by his head is not heard`() throws {
    let client = try Client(server)
    client.send(Self.head("/else", 10) + "0123456789" + Self.head("/memory", 1) + "a")
    let reply = try #require(try client.reply())
    #expect(reply.status == 405)
    #expect(reply.text == "Not here.\n")
    client.finishSending()
    #expect(try client.isEnded())
    #expect(asked.all.isEmpty)
  }

  @Test func `a file that is given a name stays, and nothing else does`() throws {
    let client = try Client(server)
    client.send(Self.head("/keep", 5) + "first")
    #expect(try client.reply()?.text == "true")
    // The name is taken.
    client.send(Self.head("/keep", 6) + "second")
    #expect(try client.reply()?.text == "false")
    client.send(Self.head("/file", 5) + "third")
    #expect(try client.reply()?.text == "third")
    #expect(folder.names == ["kept"])
    #expect(try String(contentsOfFile: folder.file("kept"), encoding: .utf8) == "first")
    try waitUntil("\(folder.openFiles) are open") { folder.openFiles == 0 }
  }

  @Test func `where no file can be made there is no room`() throws {
    let client = try Client(server)
    client.send(Self.head("/nowhere", 5) + "12345")
    let reply = try #require(try client.reply())
    #expect(reply.status == 507)
    #expect(reply["Connection"] == "close")
    client.finishSending()
    #expect(try client.isEnded())
  }
}
