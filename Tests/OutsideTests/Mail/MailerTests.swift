import Foundation
import Market
import Outside
import Proving
import Testing

/// Against a mail server that others have written, which reads what it gets.
@Suite(.enabled(if: AccountScripts.isThere)) struct MailerTests {
  private static let longest =
    String(repeating: "a", count: 64) + "@"
    + Array(repeating: "b63456789", count: 18).joined(separator: ".") + ".exampleaa"

  static let letters: [(Letter, text: String, html: String)] = {
    do {
      let chinese = "您好，\n\n您的验证码是 123456。\n.\n..\n.点\n\n" + String(repeating: "长", count: 900)
      let page =
        "<p>您的验证码是 <b class=\"code\">123456</b>。</p>\n.\n"
        + String(repeating: "<br>", count: 600)
      let odd =
        "From me\n a \t \n=\n==3D\n.\r\n--=_jishi_part--\n" + String(repeating: "x", count: 3_000)
      let plain = odd.replacing("\t", with: " ")
      return [
        (try .sample(), "Your code is 123456.", "<p>Your code is <b>123456</b>.</p>"),
        (
          try .sample(
            from: Mailbox(name: "集市 Jishi", address: "no-reply@jishi.example"),
            to: Mailbox(name: "韩梅梅", address: "han+mei.mei@example.com"),
            subject: "您的验证码是 123456，请在十分钟之内使用，不要告诉任何人，包括自称是平台客服的人",
            text: chinese, html: page),
          chinese, page
        ),
        (
          try .sample(
            from: Mailbox(
              name: "O'Neil, \"the\" \\ <a@b.cn>; (x)", address: "no-reply@jishi.example"),
            to: Mailbox(name: String(repeating: "Long Name ", count: 9) + "é", address: longest),
            subject: "=?UTF-8?B?4pyT?= " + String(repeating: "and so on ", count: 15) + "end",
            text: plain.replacing("\r\n", with: "\n"), html: odd),
          plain.replacing("\r\n", with: "\n"), odd.replacing("\r\n", with: "\n")
        ),
      ]
    } catch {
      Issue.record(error)
      return []
    }
  }()

  @Test(arguments: letters.indices)
  func `a letter comes out as it went in`(index: Int) throws {
    let (letter, text, html) = Self.letters[index]
    let office = try PostOffice()
    try Mailer.smtp(office.address()).send(letter)
    let got = try office.received()
    #expect(got.sender == letter.from.address)
    #expect(got.receivers == [letter.to.address])
    #expect(got.name == "jishi.example")
    #expect(!got.isSecure)
    #expect(got.letter.from == [[letter.from.name ?? "", letter.from.address]])
    #expect(got.letter.to == [[letter.to.name ?? "", letter.to.address]])
    #expect(got.letter.subject == letter.subject)
    #expect(got.letter.id == "<code-1@jishi.example>")
    #expect(got.letter.seconds == 1_796_113_800)
    #expect(got.letter.kinds == ["multipart/alternative", "text/plain", "text/html"])
    #expect(got.letter.text == text)
    #expect(got.letter.html == html)
    #expect(got.letter.defects == [])
    #expect(
      got.letter.heads == [
        "Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version",
        "Content-Type",
      ])
    #expect(got.isASCII)
    #expect(got.bareBreaks == 0)
    #expect(got.longest <= (letter.to.address == Self.longest ? 257 : 76))
  }

  @Test func `several letters go one after the other`() throws {
    let office = try PostOffice()
    let mailer = Mailer.smtp(try office.address())
    for number in 1...3 {
      try mailer.send(.sample(id: "code-\(number)"))
      #expect(try office.received().letter.id == "<code-\(number)@jishi.example>")
    }
  }

  @Test(.enabled(if: SelfSigned.isThere), arguments: [("starttls", "smtp"), ("tls", "smtps")])
  func `a letter goes over TLS to who can show that he is himself`(tls: String, scheme: String)
    throws
  {
    let papers = try SelfSigned()
    let office = try PostOffice(
      .init(
        tls: tls, certificate: papers.certificate, key: papers.key, user: "me@jishi.example",
        secret: "p@:/?#ss wörd"))
    let login = "me%40jishi.example:p%40%3A%2F%3F%23ss%20w%C3%B6rd@"
    let known = try office.address(scheme, login: login, options: "?ca=\(papers.certificate)")
    try Mailer.smtp(known).send(.sample())
    let got = try office.received()
    #expect(got.isSecure)
    #expect(got.user == "me@jishi.example")

    let unknown = try office.address(scheme, login: login, options: "")
    let error = #expect(throws: SendingError.self) { try Mailer.smtp(unknown).send(.sample()) }
    guard case .connection(.insecure) = error else {
      Issue.record("\(error.debugDescription)")
      return
    }
    #expect(error?.isTransient == false)
  }

  @Test func `without TLS nothing is said to who should have it`() throws {
    let office = try PostOffice(.init(user: "me", secret: "secret"))
    let server = try office.address(login: "me:secret@", options: "")
    let error = #expect(throws: SendingError.self) { try Mailer.smtp(server).send(.sample()) }
    guard case .connection(.insecure) = error else {
      Issue.record("\(error.debugDescription)")
      return
    }
  }

  @Test func `who has the wrong password is not let in and is told so`() throws {
    let office = try PostOffice(.init(user: "me", secret: "secret"))
    let error = #expect(throws: SendingError.self) {
      try Mailer.smtp(office.address(login: "me:guess@")).send(.sample())
    }
    #expect(error == .login(server: "localhost:\(office.port)"))
    #expect(error?.isTransient == false)
    #expect(error?.description.contains("guess") == false)
    try Mailer.smtp(office.address(login: "me:secret@")).send(.sample())
    #expect(try office.received().user == "me")
  }

  @Test func `who must log in and does not is refused`() throws {
    let office = try PostOffice(.init(user: "me", secret: "secret"))
    let error = #expect(throws: SendingError.self) {
      try Mailer.smtp(office.address()).send(.sample())
    }
    #expect(error?.status == 530, "\(error.debugDescription)")
    #expect(error?.isTransient == false)
  }

  @Test(
    arguments: ["MAIL", "RCPT", "DATA"],
    [
      ("550 5.1.1 Nobody of that name", false), ("451 4.7.1 Later, please", true),
      ("421 4.3.2 We close", true), ("552 5.2.2 The mailbox is full", false),
    ])
  func `a refusal says whether another try may go well`(
    step: String, answer: (text: String, isPassing: Bool)
  ) throws {
    let office = try PostOffice(.init(faults: [step: answer.text]))
    let error = #expect(throws: SendingError.self) {
      try Mailer.smtp(office.address()).send(.sample())
    }
    let status = try #require(Int(answer.text.prefix(3)))
    #expect(
      error
        == .refused(
          by: "localhost:\(office.port)", status: status,
          reason: String(answer.text.dropFirst(4)), isPassing: answer.isPassing))
    #expect(error?.isTransient == answer.isPassing)
  }

  @Test(arguments: ["MAIL", "RCPT", "DATA"])
  func `who says nothing more is given up`(step: String) throws {
    let office = try PostOffice(.init(faults: [step: "hang"]))
    try expectTimeout(office)
  }

  @Test func `who never says anything is given up`() throws {
    try expectTimeout(try PostOffice(.init(silent: true)))
  }

  private func expectTimeout(_ office: PostOffice) throws {
    var limits = MailLimits()
    limits.answerSeconds = 1
    let error = #expect(throws: SendingError.self) {
      try Mailer.smtp(office.address()).send(.sample(), within: limits)
    }
    #expect(error == .connection(.timedOut(host: "localhost:\(office.port)")))
    #expect(error?.isTransient == true)
  }

  @Test(arguments: ["MAIL", "RCPT", "DATA"])
  func `who goes away may be there another time`(step: String) throws {
    let office = try PostOffice(.init(faults: [step: "cut"]))
    let error = #expect(throws: SendingError.self) {
      try Mailer.smtp(office.address()).send(.sample())
    }
    guard case .connection(.unreachable) = error else {
      Issue.record("\(error.debugDescription)")
      return
    }
    #expect(error?.isTransient == true)
  }

  @Test func `what is said at the end does not change a refusal`() throws {
    let office = try PostOffice(.init(faults: ["RCPT": "451 Later", "QUIT": "500 What?"]))
    let error = #expect(throws: SendingError.self) {
      try Mailer.smtp(office.address()).send(.sample())
    }
    #expect(error?.status == 451, "\(error.debugDescription)")
  }

  @Test func `a letter of many lines with dots comes out as it went in`() throws {
    let text =
      (0..<30_000).map { String(repeating: ".", count: $0 % 4) }.joined(separator: "\n") + "end"
    let office = try PostOffice()
    try Mailer.smtp(office.address()).send(.sample(text: text, html: text))
    let got = try office.received().letter
    #expect(got.text == text)
    #expect(got.html == text)
  }

  @Test(arguments: ["hang", "cut", "500 5.5.1 What?"])
  func `how it ends does not matter once a letter was taken`(fault: String) throws {
    let office = try PostOffice(.init(faults: ["QUIT": fault]))
    var limits = MailLimits()
    limits.answerSeconds = 1
    try Mailer.smtp(office.address()).send(.sample(), within: limits)
    #expect(try office.received().letter.subject == "Your code: 123456")
  }

  @Test func `where nobody listens a letter waits`() throws {
    let server = try MailServer("smtp://127.0.0.1:1?tls=none")
    let error = #expect(throws: SendingError.self) { try Mailer.smtp(server).send(.sample()) }
    #expect(error?.isTransient == true, "\(error.debugDescription)")
    #expect(error?.description.contains("127.0.0.1:1") == true)
  }

  @Test func `who speaks of something else is no mail server`() throws {
    let web = try ScriptedServer([.interrupt("HTTP/1.1 400 Bad Request\r\n\r\n")])
    let server = try MailServer("smtp://127.0.0.1:\(web.port)?tls=none")
    var limits = MailLimits()
    limits.answerSeconds = 1
    #expect(throws: SendingError.self) {
      try Mailer.smtp(server).send(.sample(), within: limits)
    }
  }

  @Test func `in a folder a letter is a file that others read`() throws {
    let folder = try TemporaryFolder()
    let mailer = Mailer.folder(folder.file("letters"))
    let (letter, text, html) = Self.letters[1]
    for _ in 1...2 { try mailer.send(letter) }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.file("letters")) == ["code-1.eml"])
    let file = folder.file("letters/code-1.eml")
    let facts = try FileManager.default.attributesOfItem(atPath: file)
    #expect(facts[.posixPermissions] as? Int == 0o600)
    let read = try Command.run(AccountScripts.python, [AccountScripts.path("letter.py"), file])
    #expect(read.code == 0, "\(read.errors)")
    let parts = try JSONDecoder().decode([String].self, from: Data(read.output.utf8))
    #expect(parts == [letter.subject, text, html])
  }

  @Test func `where no folder can be the fault is told`() throws {
    let folder = try TemporaryFolder()
    try "".write(toFile: folder.file("file"), atomically: true, encoding: .utf8)
    for path in ["file/letters", "none/letters", "file"] {
      let error = #expect(throws: SendingError.self) {
        try Mailer.folder(folder.file(path)).send(.sample())
      }
      guard case .file(let place, _) = error else {
        Issue.record("\(error.debugDescription)")
        continue
      }
      #expect(place.hasPrefix(folder.file(path)))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
  }
}

extension SendingError {
  var status: Int? {
    if case .refused(_, let status, _, _) = self { return status }
    return nil
  }
}
