import Market
import Proving
import Testing

@testable import Store

@Suite struct ReportActionTests {
  /// A seller with a profile, and a gig of hers.
  private struct Scene {
    let seller: Account
    let gig: ID<Gig>

    var subjects: [ReportSubject] { [.gig(gig), .seller(seller.party)] }
  }

  private func scene(in store: Store) async throws -> Scene {
    try await store.write { tx in
      let seller = try tx.person("seller")
      try tx.saveProfile(of: seller.party, .sample, from: 0, by: .operator, at: now)
      return Scene(seller: seller, gig: try tx.gig(of: seller.party, in: tx.catalogue()[0]))
    }.value
  }

  private func refuses(
    _ store: Store, _ refusal: ReportError, sourceLocation: SourceLocation = #_sourceLocation,
    _ act: @escaping @Sendable (borrowing Transaction) throws -> Void
  ) async {
    await #expect(throws: refusal, sourceLocation: sourceLocation) {
      try await store.write { tx in try act(tx) }
    }
  }

  @Test(arguments: Engine.all)
  func `filing writes a row and a change that says nothing of it`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let scene = try await scene(in: store)
      var random = Seeded(1)
      for (place, subject) in scene.subjects.enumerated() {
        let before = try await store.read { try $0.position() }
        let contact = try Contact(
          email: place == 0 ? "ada@example.com" : nil, phone: "+8613800138000")
        let complaint = Report.Complaint(
          about: subject, because: .copyright, detail: "我的图\n\u{1F6A9}", in: .chinese,
          contact: contact)
        let receipt = PublicID<Report>(using: &random)
        let filed = try await store.write { tx in
          let actor = try place == 0 ? .visitor : tx.actor(scene.seller.id)
          return try tx.fileReport(complaint, receipt: receipt, by: actor, at: now)
        }
        #expect(filed.value.id == ID(Int64(place + 1)))
        #expect(filed.value.reporter == (place == 0 ? nil : scene.seller.id))
        #expect(filed.value.contact == contact)
        let changes = try await store.read { try $0.changes(after: before, atMost: 9) }
        let hidden = Route(isShown: false)
        #expect(
          changes.map(\.change) == [
            Change(of: .report, filed.value.id.number, from: nil, to: hidden)
          ])
        #expect(filed.position == changes.last?.position)
        #expect(try await store.read { try $0.report(filed.value.id) } == filed.value)
        #expect(try await store.read { try $0.report(receipt: receipt) } == filed.value)
      }
      let unknown = PublicID<Report>(using: &random)
      #expect(try await store.read { try $0.report(receipt: unknown) } == nil)
    }
    #expect(try Database.examine(ground.address).faults == [])
  }

  @Test(arguments: Engine.all)
  func `what visitors do not see cannot be reported`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let scene = try await scene(in: store)
      let draft = try await store.write { tx in
        try tx.openGig(
          of: scene.seller.party, in: tx.gig(scene.gig).category, by: .operator, at: now
        ).id
      }.value
      let bare = try await store.write { tx in try tx.person("bare").party }.value
      let end = try await store.read { try $0.position() }
      for subject: ReportSubject in [
        .gig(ID(99)), .seller(ID(99)), .gig(draft), .seller(bare),
      ] {
        #expect(try await store.read { try $0.isShown(subject) } == false)
        await refuses(store, .unknownSubject) { try $0.report(subject) }
      }
      #expect(try await store.read { try $0.position() } == end)
      try await store.write { tx in
        for subject in scene.subjects { try tx.report(subject) }
        try tx.suspend(scene.seller.party, because: "spam", by: .operator, at: now)
      }
      for subject in scene.subjects {
        await refuses(store, .unknownSubject) { try $0.report(subject) }
      }
      // What was said before stays.
      #expect(try await store.read { try $0.openReportCount() } == 2)
      try await store.write { tx in
        try tx.reinstate(scene.seller.party, by: .operator, at: now)
        for subject in scene.subjects { try tx.report(subject) }
      }
    }
  }

  @Test(arguments: Engine.all)
  func `what a rule refuses leaves nothing`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let scene = try await scene(in: store)
      let end = try await store.read { try $0.position() }
      let long = String(repeating: "字", count: 1_001)
      let wrong: [(String, ReportError)] = [
        ("", .missing(.detail)), (long, .tooLong(.detail, charactersMax: 1_000)),
        ("a\u{7}", .unfit(.detail)),
      ]
      for (detail, refusal) in wrong {
        await refuses(store, refusal) { try $0.report(.gig(scene.gig), detail) }
      }
      await refuses(store, .unknown(ID(1))) {
        try $0.settleReport(ID(1), as: .upheld, by: .operator, at: now)
      }
      #expect(try await store.read { try $0.position() } == end)
      // No number is lost.
      let most = String(long.dropLast())
      let id = try await store.write { tx in try tx.report(.gig(scene.gig), most) }.value
      #expect(id == ID(1))
      #expect(try await store.read { try $0.report(id) }.detail == most)
    }
  }

  @Test(arguments: Engine.all)
  func `a report is settled once, in the name of who did it`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let later = now + .hours(1)
    try await ground.withStore { store in
      let scene = try await scene(in: store)
      let (moderator, ids) = try await store.write { tx in
        let moderator = try tx.person("moderator")
        try tx.grant(.moderator, to: moderator.id, by: .operator, at: now)
        return (moderator, try scene.subjects.map { try tx.report($0) })
      }.value
      await refuses(store, .refused(.signInNeeded)) {
        try $0.settleReport(ids[0], as: .upheld, by: .visitor, at: later)
      }
      await refuses(store, .refused(.notAllowed)) { tx in
        try tx.settleReport(ids[0], as: .dismissed, by: tx.actor(scene.seller.id), at: later)
      }
      let settled = try await store.write { tx in
        let actor = try tx.actor(moderator.id)
        return [
          try tx.settleReport(ids[0], as: .upheld, note: "下架", by: actor, at: later),
          try tx.settleReport(ids[1], as: .dismissed, by: .operator, at: later),
        ]
      }.value
      #expect(
        settled.map(\.state) == [
          .settled(outcome: .upheld, by: "account:\(moderator.id)", at: later, note: "下架"),
          .settled(outcome: .dismissed, by: "operator", at: later, note: ""),
        ])
      for report in settled {
        #expect(try await store.read { try $0.report(report.id) } == report)
        await refuses(store, .alreadySettled) {
          try $0.settleReport(report.id, as: .upheld, by: .operator, at: later)
        }
      }
      let audits = try await store.read { snapshot in
        try ids.flatMap { try snapshot.audits(of: .report, $0.number, atMost: 9) }
      }
      #expect(
        audits.map { "\($0.actor) \($0.action) \($0.detail)" } == [
          "account:\(moderator.id) settle upheld: 下架", "operator settle dismissed",
        ])
      #expect(try await store.read { try $0.brokenChains() }.isEmpty)
    }
    #expect(try Database.examine(ground.address).faults == [])
  }

  /// Two processes: each with a connection of its own.
  @Test(arguments: Engine.all)
  func `of two who settle at once, one learns that it is done`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let ids = try await ground.withStore { store in
      let scene = try await scene(in: store)
      return try await store.write { tx in
        try (0..<5).map { _ in try tx.report(.gig(scene.gig)) }
      }.value
    }
    for id in ids {
      let outcomes = together(2) { number in
        try ground.write { tx in
          try tx.settleReport(id, as: ReportOutcome.allCases[number], by: .operator, at: now)
        }
      }
      let won = outcomes.compactMap { try? $0.get() }
      #expect(won.count == 1)
      for case .failure(let error) in outcomes {
        #expect(error as? ReportError == .alreadySettled)
      }
      let (kept, audits) = try await ground.withStore { store in
        try await store.read { snapshot in
          (try snapshot.report(id), try snapshot.audits(of: .report, id.number, atMost: 9))
        }
      }
      #expect(kept == won.first)
      #expect(audits.count == 1)
    }
  }

  @Test(arguments: Engine.all)
  func `open reports are leafed through, and all of them`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let scene = try await scene(in: store)
      #expect(try await store.read { try $0.openReportCount() } == 0)
      #expect(try await store.read { try $0.reports(.all, after: ID(0), atMost: 9) }.isEmpty)
      try await store.write { tx in
        for _ in 0..<5 { try tx.report(.gig(scene.gig)) }
        for number in [2, 4] as [Int64] {
          try tx.settleReport(ID(number), as: .dismissed, by: .operator, at: now)
        }
      }
      func ids(_ which: ReportFilter, after: Int64, _ limit: Int) async throws -> [Int64] {
        try await store.read { snapshot in
          try snapshot.reports(which, after: ID(after), atMost: limit).map(\.id.number)
        }
      }
      #expect(try await ids(.open, after: 0, 9) == [1, 3, 5])
      #expect(try await ids(.open, after: 1, 1) == [3])
      #expect(try await ids(.open, after: 5, 9) == [])
      #expect(try await ids(.all, after: 0, 9) == [1, 2, 3, 4, 5])
      #expect(try await ids(.all, after: 1, 2) == [2, 3])
      #expect(try await store.read { try $0.openReportCount() } == 3)
    }
  }
}
