import Foundation
import Market
import Outside
import Pages
import Proving
import Store
import Testing
import Theme

@testable import Work

/// What carries letters out, with a real store, real folders and a real mail server.
@Suite(.timeLimit(.minutes(10))) struct SendingTests {
  typealias Notification = Market.Notification

  private static let place = Whereabouts(
    agent: "Mozilla/5.0 (Windows NT 10.0) Edg/120", address: "203.0.113.7")

  private func challenge() -> PublicID<Challenge> {
    var random = Seeded(1)
    return PublicID(using: &random)
  }

  private func code(_ purpose: Challenge.Purpose = .signUp) -> Notification.Subject {
    .code(purpose, code: "418206", challenge: challenge())
  }

  @Test(arguments: Engine.all)
  func `a letter is put into words, sent, and forgotten`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let id = try await store.post(code(), to: "chen.he@example.com")
      try await store.work(off: Press.folder(ground))
      let letters = try ground.letters()
      #expect(letters.map(\.name) == ["\(id).\(Press.moment).jishi.example.eml"])
      let letter = try #require(letters.first).text
      #expect(letter.contains("To: <chen.he@example.com>\r\n"))
      #expect(letter.contains("Message-ID: <\(id).\(Press.moment).jishi.example@jishi.example>"))
      #expect(letter.contains("418206"))
      let kept = try #require(try await store.read { try $0.outgoing(id) })
      #expect(kept.body == "sent")
      #expect(kept.sentAt == start)
      #expect(try await store.counts() == ["done 1"])
    }
  }

  static let links: [(Notification.Subject, String)] = {
    var random = Seeded(1)
    let key = PublicID<Challenge>(using: &random)
    let invitation = PublicID<Invitation>(using: &random)
    func link(_ purpose: Challenge.Purpose, _ path: String) -> (Notification.Subject, String) {
      (.code(purpose, code: "000123", challenge: key), "/en/\(path)/\(key)?code=000123")
    }
    return [
      link(.signUp, "sign-up"), link(.reset, "reset"), link(.contact, "settings/contact"),
      (.invitation(invitation, from: "A", to: "B", as: .member), "/en/invitations/\(invitation)"),
      (.known, "/en/sign-in"),
    ]
  }()

  @Test(arguments: links)
  func `a letter leads to the page that goes on with it`(
    subject: Notification.Subject, path: String
  ) async throws {
    let ground = try Ground(.sqlite)
    try await ground.withStore { store in
      // What is printed is not encoded.
      try await store.post(subject, to: "+8613800138000", in: .english)
      try await store.post(subject, to: "chen.he@example.com", in: .english)
      try await store.work(off: Press.folder(ground))
      let letters = try ground.letters()
      #expect(letters.count == 2)
      let mail = try #require(letters.first { $0.name.hasSuffix(".eml") }).text
      let joined = mail.replacing("=\r\n", with: "").replacing("=3D", with: "=")
      #expect(joined.contains("\nhttps://jishi.example\(path)\r\n"))
      let text = try #require(letters.first { $0.name.hasSuffix(".txt") }).text
      #expect(text.hasPrefix("To: +8613800138000\n\n[Jishi] "))
      if case .code = subject {
        #expect(text.contains("000123"))
      } else {
        #expect(text.contains("https://jishi.example\(path)"))
      }
    }
  }

  @Test(arguments: Engine.all)
  func `what has no words or is too late is not sent, and no code of it stays`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    let clock = Clock()
    try await ground.withStore { store in
      let nothing = try await store.post(.nothing, to: "chen.he@example.com")
      let late = try await store.post(code(), to: "chen.he@example.com")
      let alert = try await store.post(
        .alert(.signedIn, of: try store.member(), Self.place, at: start), to: "a@example.com")
      clock.pass(Challenge.life)
      try await store.work(off: Press.folder(ground), at: clock)
      #expect(try ground.letters().isEmpty)
      let bodies = try await store.read { rows in
        try [nothing, late, alert].map { try rows.outgoing($0)?.body }
      }
      #expect(bodies == ["untold", "late", "untold"])
      #expect(try await store.counts() == ["done 3"])
    }
  }

  @Test func `a code is sent until the moment at which nobody takes it`() async throws {
    let ground = try Ground(.sqlite)
    let clock = Clock()
    clock.pass(Challenge.life - .milliseconds(1))
    try await ground.withStore { store in
      try await store.post(code(), to: "chen.he@example.com")
      try await store.work(off: Press.folder(ground), at: clock)
      #expect(try ground.letters().count == 1)
    }
  }

  @Test(arguments: Engine.all)
  func `a warning names its member, the machine and the new contact with a gap`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let account = try await store.member()
      try await store.post(
        .alert(.contactChanged, of: account, Self.place, at: start), to: "old@example.com",
        in: .english)
      try await store.work(off: Press.folder(ground))
      // Long lines are broken by an equals sign.
      let text = try #require(try ground.letters().first).text.replacing("=\r\n", with: "")
      #expect(text.contains("Hello Ada,"))
      #expect(text.contains("Edge =C2=B7 Windows") && text.contains("203.0.113.7"))
      #expect(text.contains("ch=C2=B7=C2=B7=C2=B7=C2=B7@example.com"))
      #expect(!text.contains("chen.he@"))
    }
  }

  @Test func `what the operator did came from nowhere`() async throws {
    let ground = try Ground(.sqlite)
    try await ground.withStore { store in
      let nowhere = Whereabouts(agent: "", address: "")
      try await store.post(
        .alert(.passwordReset, of: try store.member(), nowhere, at: start), to: "a@example.com",
        in: .english)
      try await store.work(off: Press.folder(ground))
      let text = try #require(try ground.letters().first).text
      #expect(text.contains("\nWhen\r\n") && !text.contains("\nDevice\r\n"))
    }
  }

  static let strange: [(channel: String, body: String)] = [
    ("pigeon", Notification(.known, in: .english).text), ("mail", "what"), ("mail", ""),
    ("sms", Notification(.known, in: .english).text),
  ]

  @Test(arguments: strange)
  func `what can never be sent waits for a person at once`(
    channel: String, body: String
  ) async throws {
    let ground = try Ground(.sqlite)
    try await ground.withStore { store in
      // An address of mail is no number of a telephone.
      try await store.write { try $0.post(channel, to: "chen.he@example.com", body, at: start) }
      let told = Heard<String>()
      try await store.work(off: Press.folder(ground)) { told.add($0) }
      #expect(told.all == ["dead 1"])
      #expect(try ground.letters().isEmpty)
    }
  }

  @Test func `what nobody wrote is not sent`() async throws {
    let ground = try Ground(.sqlite)
    try await ground.withStore { store in
      for payload in ["", "x", "7"] { _ = try await store.enqueue(Outgoing.taskKind, payload) }
      try await store.work(off: Press.folder(ground))
      #expect(try await store.counts() == ["dead 3"])
    }
  }

  @Test func `a folder that cannot be written is tried again`() async throws {
    let ground = try Ground(.sqlite)
    let clock = Clock()
    try await ground.withStore { store in
      let wall = ground.folder.file("wall")
      try Data().write(to: URL(filePath: wall))
      let id = try await store.post(.known, to: "chen.he@example.com")
      try await store.work(off: try Press.carriers(.folder("\(wall)/mail")), at: clock)
      #expect(try await store.counts() == ["waiting 1"])
      #expect(try await store.read { try $0.outgoing(id)?.sentAt } == nil)
      clock.pass(Backoff.first)
      try await store.work(off: Press.folder(ground), at: clock)
      #expect(try ground.letters().count == 1)
    }
  }
}
