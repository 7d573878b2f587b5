import Market
import Outside
import Proving
import Store
import Testing

@testable import Work

/// The same with a mail server of others, which is not always there or in the mood.
@Suite(.enabled(if: AccountScripts.isThere), .timeLimit(.minutes(10)))
struct PostingTests {
  private func carriers(_ office: PostOffice) throws -> Carriers {
    try Press.carriers(.smtp(try MailServer("smtp://localhost:\(office.port)?tls=none")))
  }

  @Test(arguments: Engine.all)
  func `a letter arrives as it was meant`(engine: Engine) async throws {
    let (ground, office) = (try Ground(engine), try PostOffice())
    try await ground.withStore { store in
      let id = try await store.post(.known, to: "chen.he@example.com", in: .english)
      try await store.work(off: try carriers(office))
      let received = try office.received()
      #expect(received.sender == "no-reply@jishi.example")
      #expect(received.receivers == ["chen.he@example.com"])
      #expect(received.letter.from == [["Jishi", "no-reply@jishi.example"]])
      #expect(received.letter.subject == "You already have an account on Jishi")
      #expect(received.letter.id == "<\(id).\(Press.moment).jishi.example@jishi.example>")
      #expect(received.letter.seconds == start.milliseconds / 1_000)
      #expect(received.letter.html.contains("https://jishi.example/en/reset"))
      #expect(received.letter.defects.isEmpty)
    }
  }

  @Test(arguments: Engine.all)
  func `what a server refuses for now is sent by the next try, under the same id`(
    engine: Engine
  ) async throws {
    let ground = try Ground(engine)
    let clock = Clock()
    try await ground.withStore { store in
      let id = try await store.post(.known, to: "chen.he@example.com")
      let told = Heard<String>()
      let busy = try PostOffice(PostOffice.Settings(faults: ["RCPT": "451 later"]))
      try await store.work(off: try carriers(busy), at: clock) { told.add($0) }
      // It took the letter, and went away before it said so.
      let cut = try PostOffice(PostOffice.Settings(faults: ["DATA": "cut"]))
      clock.pass(Backoff.first)
      try await store.work(off: try carriers(cut), at: clock) { told.add($0) }
      #expect(told.all == ["failed 1", "failed 1"])
      let good = try PostOffice()
      clock.pass(Backoff.first * 2)
      try await store.work(off: try carriers(good), at: clock) { told.add($0) }
      #expect(try good.received().letter.id.hasPrefix("<\(id)."))
      #expect(told.all.last == "done 1")
    }
  }

  @Test func `what a server refuses for good waits for a person, who can send it`() async throws {
    let ground = try Ground(.sqlite)
    try await ground.withStore { store in
      try await store.post(.known, to: "chen.he@example.com")
      let told = Heard<String>()
      let strict = try PostOffice(PostOffice.Settings(faults: ["RCPT": "550 no such mailbox"]))
      try await store.work(off: try carriers(strict)) { told.add($0) }
      #expect(told.all == ["dead 1"])
      #expect(try await store.task(ID(1)).fault?.contains("550 (no such mailbox)") == true)
      try await store.write { try $0.reviveTask(ID(1), at: start) }
      let good = try PostOffice()
      try await store.work(off: try carriers(good)) { told.add($0) }
      #expect(try good.received().receivers == ["chen.he@example.com"])
    }
  }

  @Test func `a wrong password is for the operator to mend, and the letter waits`() async throws {
    let ground = try Ground(.sqlite)
    try await ground.withStore { store in
      try await store.post(.known, to: "chen.he@example.com")
      let closed = try PostOffice(PostOffice.Settings(user: "me", secret: "right"))
      let server = try MailServer("smtp://me:wrong@localhost:\(closed.port)?tls=none")
      try await store.work(off: try Press.carriers(.smtp(server)))
      #expect(try await store.counts() == ["waiting 1"])
    }
  }

  @Test func `a worker that is asked to end does not wait for a server that hangs`() async throws {
    let (ground, clock) = (try Ground(.sqlite), Clock())
    let hanging = try PostOffice(PostOffice.Settings(silent: true))
    let carriers = try carriers(hanging)
    try await ground.withStore { store in
      try await store.post(.known, to: "chen.he@example.com")
      let printer = try Press.printer.get()
      let begun = Heard<Bool>()
      let press: Sending.Press = { _ in
        begun.add(true)
        return printer
      }
      let handler = Sending.handler(carriers, press: press, clock: { clock.now })
      let settings = Worker.Settings([Outgoing.taskKind: handler]) { clock.now }
      let since = ContinuousClock.now
      try await beside {
        try await Worker.run(settings, on: store) { _ in }
      } _: {
        try await until { !begun.all.isEmpty }
      }
      #expect(ContinuousClock.now - since < .seconds(60))
      #expect(try await store.read { try $0.outgoing(ID(1))?.sentAt } == nil)
    }
  }
}
