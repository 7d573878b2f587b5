import Foundation
import Outside
import Proving
import Testing

@Suite struct TextMessageTests {
  struct Posted: Decodable, Equatable {
    let to: String
    let text: String
    let id: String
  }

  private let words = "【集市】验证码 123456\n\"十分钟\" \\ 内有效 😀"

  private func message(_ text: String? = nil, id: String = "sms-1") throws -> TextMessage {
    try TextMessage(to: "+8613800138000", text: text ?? words, id: id)
  }

  private func gateway(_ server: ScriptedServer, slowSeconds: Int = 30) throws -> TextMessenger {
    var limits = WebClient.Limits()
    limits.slowSeconds = slowSeconds
    return .web(TextGateway(try server.url("/send?from=jishi"), key: "topsecret", limits: limits))
  }

  @Test func `a gateway is told whom to tell what`() throws {
    let server = try ScriptedServer([.say(answer("202 Accepted"))])
    try gateway(server).send(message())
    let request = try #require(server.seen.requests.first)
    #expect(request.head.first == "POST /send?from=jishi HTTP/1.1")
    for line in [
      "Content-Type: application/json", "Authorization: Bearer topsecret", "Idempotency-Key: sms-1",
    ] {
      #expect(request.head.contains(line))
    }
    let posted = try JSONDecoder().decode(Posted.self, from: Data(request.body))
    #expect(posted == Posted(to: "+8613800138000", text: words, id: "sms-1"))
  }

  @Test(arguments: [
    ("400 Bad Request", false), ("401 Unauthorized", false), ("302 Found", false),
    ("429 Too Many Requests", true), ("500 Internal Server Error", true), ("503 Busy", true),
  ])
  func `a refusal says whether another try may go well`(status: String, isPassing: Bool) throws {
    let server = try ScriptedServer([.say(answer(status))])
    let error = #expect(throws: SendingError.self) { try gateway(server).send(message()) }
    #expect(error?.status == Int(status.prefix(3)))
    #expect(error?.isTransient == isPassing)
    #expect(error?.description.contains("topsecret") == false)
  }

  @Test func `a gateway that hangs is given up`() throws {
    let server = try ScriptedServer([.hang])
    let error = #expect(throws: SendingError.self) {
      try gateway(server, slowSeconds: 1).send(message())
    }
    #expect(error == .connection(.timedOut(host: "127.0.0.1:\(server.port)")))
  }

  @Test func `in a folder a message is a file`() throws {
    let folder = try TemporaryFolder()
    try TextMessenger.folder(folder.path).send(message())
    let text = try String(contentsOfFile: folder.file("sms-1.txt"), encoding: .utf8)
    #expect(text == "To: +8613800138000\n\n\(words)\n")
  }

  @Test func `what no telephone shows is not sent`() {
    for to in ["", "13800138000", "+86 138", "+8613800138000\n"] {
      #expect(throws: LetterFault.address) { try TextMessage(to: to, text: "a", id: "a") }
    }
    for text in ["", " ", "a\u{0}b", "a\u{1B}b", String(repeating: "a", count: 201)] {
      #expect(throws: LetterFault.text) { try message(text) }
    }
    for id in ["", "../a", "a\r\nX: b"] {
      #expect(throws: LetterFault.id) { try message(id: id) }
    }
  }

  @Test func `however it is printed it shows no key`() throws {
    let gateway = TextGateway(try webURL("https://sms.example/send"), key: "topsecret")
    var dumped = ""
    dump(TextMessenger.web(gateway), to: &dumped)
    for text in ["\(gateway)", String(reflecting: gateway), dumped] {
      #expect(!text.contains("topsecret"))
      #expect(text.contains("sms.example"))
    }
  }
}
