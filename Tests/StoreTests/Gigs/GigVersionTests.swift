import Market
import Proving
import Testing

@testable import Store

@Suite struct GigVersionTests {
  private static let tables = [
    "gig_version", "gig_text", "gig_package", "gig_feature", "gig_extra", "gig_requirement",
    "gig_media", "gig_tag", "gig_attribute", "gig_phrase",
  ]

  @Test(arguments: Engine.all)
  func `what is read again is what was written, whatever it says`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      let gig = try await fair.published()
      for seed in 1...UInt64(count("JISHI_CONTENTS", or: 25)) {
        var odd = OddContent(seed: seed, tags: fair.tags)
        // Only what the market deals in is taken.
        let content = odd.content(in: .cny)
        let (read, digest) = try await fair.write { tx in
          let revised = try tx.reviseGig(
            gig, content, from: tx.gig(gig).revision, by: .operator, at: now)
          let draft = try #require(revised.draft)
          return (try tx.gigContent(of: draft), try tx.gigVersion(draft)?.digest)
        }
        #expect(read == content, "seed \(seed)")
        #expect(read?.digest == content.digest, "seed \(seed)")
        #expect(digest == content.digest, "seed \(seed)")
      }
    }
  }

  @Test func `two contents that differ anywhere have two digests`() {
    var digests: [String: UInt64] = [:]
    for seed in 1...300 as ClosedRange<UInt64> {
      var odd = OddContent(seed: seed, tags: [ID(1), ID(2), ID(3), ID(4), ID(5)])
      let digest = odd.content().digest
      #expect(digests[digest] == nil, "seeds \(seed) and \(digests[digest] ?? 0)")
      digests[digest] = seed
    }
    let content = GigContent.small
    let changes: [(inout GigContent) -> Void] = [
      { $0.asset = Asset(code: "USD", scale: 2) }, { $0.packages[0].revisions = 0 },
      { $0.packages[0].name = [.english: "Basi", .chinese: "c"] },
      { $0.texts[.english]?.source = .translated(from: nil, byMachine: true) },
      { $0.texts[.english]?.source = .translated(from: nil, byMachine: false) },
      { $0.questions = [GigQuestion(question: [:], answer: [:])] },
      { $0.questions = [GigQuestion(question: [.english: "a"], answer: [:])] },
      { $0.questions = [GigQuestion(question: [:], answer: [.english: "a"])] },
      { $0.media = [GigMedia(file: "a", caption: [:])] },
      { $0.tags = [ID(1), ID(2)] }, { $0.tags = [ID(2), ID(1)] },
      { $0.attributes = ["ab": "c"] }, { $0.attributes = ["a": "bc"] },
    ]
    let all = changes.map { content.with($0).digest } + [content.digest]
    #expect(Set(all).count == all.count)
  }

  @Test(arguments: Engine.all)
  func `a version never changes once it was published, whatever happens later`(engine: Engine)
    async throws
  {
    try await GigFair.open(engine) { fair in
      let shapes = try fair.shapes(Self.tables)
      #expect(shapes.count == Self.tables.count)
      var odd = OddContent(seed: 7, tags: fair.tags)
      let content = odd.publishable()
      let gig = try await fair.published(content)
      let first = try #require(try await fair.read { try $0.gig(gig).version })
      // The version, or its id, is the first column of each of them.
      func rows() async throws -> [[Value]] {
        try await fair.read { try TablePicture(shapes, of: $0) }.tables
          .sorted { $0.key < $1.key }.flatMap { table, rows in
            rows.values.filter { $0.first == .int(first.number) }
              .sorted { "\($0)" < "\($1)" }
          }
      }
      let before = try await rows()
      #expect(before.count > 20)
      let (poster, seller) = (fair.categories[1], fair.sellers[0])
      let steps: [@Sendable (borrowing Transaction) throws -> Void] = [
        { try $0.publish(gig, .titled("Another"), at: now + .days(1)) },
        { tx in
          try tx.reviseGig(gig, .small, from: tx.gig(gig).revision, by: .operator, at: now)
          try tx.reviseGig(gig, .titled("x"), from: tx.gig(gig).revision, by: .operator, at: now)
        },
        { try $0.renameGig(gig, slug: "best", in: .english, by: .operator, at: now) },
        { try $0.moveGig(gig, to: poster, by: .operator, at: now) },
        { try $0.pauseGig(gig, by: .operator, at: now) },
        { try $0.archiveGig(gig, by: .operator, at: now) },
        { try $0.restoreGig(gig, by: .operator, at: now) },
        { try $0.publishGig(gig, by: .operator, at: now) },
        { try $0.rejectGig(gig, because: "dull", by: .operator, at: now) },
        { try $0.takeDownGig(gig, because: "dull", by: .operator, at: now) },
        { try $0.reinstateGig(gig, by: .operator, at: now) },
        { try $0.suspend(seller, because: "dull", by: .operator, at: now) },
        { try $0.closeParty(seller, by: .operator, at: now) },
      ]
      for (place, step) in steps.enumerated() {
        try await fair.write(step)
        #expect(try await rows() == before, "step \(place)")
      }
      let versions = try await fair.read { try $0.gigVersions(of: gig) }
      #expect(versions.map(\.number) == [1, 2, 3])
      #expect(versions.map { $0.publishedAt != nil } == [true, true, true])
      #expect(versions.map(\.rules) == [1, 1, 1])
      for version in versions {
        let read = try await fair.read { try $0.gigContent(of: version.id) }
        #expect(read?.digest == version.digest)
      }
      #expect(try await fair.read { try $0.gigContent(of: first) } == content)
    }
  }

  @Test(arguments: Engine.all)
  func `of two who edit at once the second is told`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      let gig = try await fair.published()
      let seen = try await fair.read { try $0.gig(gig).revision }
      let actor = fair.actor(0)
      try await fair.write { tx in
        try tx.reviseGig(gig, .titled("First"), from: seen, by: actor, at: now)
      }
      await #expect(throws: GigError.changedMeanwhile) {
        try await fair.write { tx in
          try tx.reviseGig(gig, .titled("Second"), from: seen, by: actor, at: now)
        }
      }
      let draft = try await fair.read { snapshot in
        try snapshot.gig(gig).draft.map { try snapshot.gigTexts(of: $0) }
      }
      #expect(draft?[.english]?.title == "First")
      #expect(try await fair.read { try $0.gigVersions(of: gig).last?.author } == actor.account)
    }
  }

  @Test(arguments: Engine.all)
  func `there must be something to publish, and it is published once`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      let (seller, category) = (fair.sellers[0], fair.categories[0])
      let gig = try await fair.write { tx in
        try tx.openGig(of: seller, in: category, by: .operator, at: now).id
      }
      let end = try await fair.read { try $0.position() }
      await #expect(throws: GigError.nothingToPublish) {
        try await fair.write { try $0.publishGig(gig, by: .operator, at: now) }
      }
      await #expect(throws: GigError.refused(.notAllowed)) {
        try await fair.write { [actor = fair.actor(1)] in
          try $0.publishGig(gig, by: actor, at: now)
        }
      }
      #expect(try await fair.read { try $0.position() } == end)
      try await fair.write { try $0.publish(gig, .small) }
      await #expect(throws: GigError.nothingToPublish) {
        try await fair.write { try $0.publishGig(gig, by: .operator, at: now) }
      }
      await #expect(throws: GigError.unknown(ID(99))) {
        try await fair.write { try $0.publishGig(ID(99), by: .operator, at: now) }
      }
    }
  }

  @Test(arguments: Engine.all)
  func `what cannot be kept is refused, and what cannot be published says why`(engine: Engine)
    async throws
  {
    try await GigFair.open(engine) { fair in
      let gig = try await fair.published()
      let before = try await fair.read { try $0.gig(gig) }
      await #expect(throws: StoreError.self) {
        try await fair.write { tx in
          try tx.reviseGig(gig, .titled("a\0b"), from: before.revision, by: .operator, at: now)
        }
      }
      await #expect(throws: GigError.unknownTag(ID(99))) {
        try await fair.write { try $0.publish(gig, .titled("x", tags: [ID(99)])) }
      }
      #expect(try await fair.read { try $0.gig(gig) } == before)
      await #expect(throws: GigError.unfit([.doubled(.tags), .unknown(.attribute("style"))])) {
        try await fair.write { [tag = fair.tags[0]] in
          try $0.publish(
            gig, .titled("x", tags: [tag, tag]).with { $0.attributes["style"] = "wild" })
        }
      }
      let question = GigQuestion(question: [:], answer: [:])
      let missing = [GigFault.missing(.question(0, .english)), .missing(.answer(0, .english))]
      await #expect(throws: GigError.unfit(missing)) {
        try await fair.write { try $0.publish(gig, .small.with { $0.questions = [question] }) }
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a level allows so many gigs on offer, and drafts and archived ones do not count`(
    engine: Engine
  ) async throws {
    try await GigFair.open(engine) { fair in
      let (seller, category) = (fair.sellers[0], fair.categories[0])
      let cap = Rules.standard.levels[.new].gigsMax
      let gigs = try await fair.write { tx in
        try (0..<cap).map { _ in try tx.publishNew(of: seller, in: category) }
      }
      let waiting = try await fair.write { tx in
        let gig = try tx.openGig(of: seller, in: category, by: .operator, at: now)
        try tx.reviseGig(gig.id, .small, from: 0, by: .operator, at: now)
        return gig.id
      }
      await #expect(throws: GigError.tooMany(cap: cap)) {
        try await fair.write { try $0.publishGig(waiting, by: .operator, at: now) }
      }
      try await fair.write { tx in
        try tx.pauseGig(gigs[0], by: .operator, at: now)
        try tx.publish(gigs[1], .titled("At the cap"))
      }
      await #expect(throws: GigError.tooMany(cap: cap)) {
        try await fair.write { try $0.publishGig(waiting, by: .operator, at: now) }
      }
      try await fair.write { tx in
        try tx.archiveGig(gigs[0], by: .operator, at: now)
        try tx.publishGig(waiting, by: .operator, at: now)
      }
      await #expect(throws: GigError.tooMany(cap: cap)) {
        try await fair.write { try $0.restoreGig(gigs[0], by: .operator, at: now) }
      }
      // A level up makes room, and a level down takes nothing away.
      try await fair.write { tx in
        try tx.saveProfile(of: seller, .brief, from: 0, by: .operator, at: now)
        try tx.setLevel(.one, of: seller, at: now)
        try tx.restoreGig(gigs[0], by: .operator, at: now)
        try tx.setLevel(.new, of: seller, at: now)
        try tx.resumeGig(gigs[0], by: .operator, at: now)
        try tx.publish(gigs[0], .titled("Mended"))
      }
      #expect(try await fair.read { try $0.profile(seller)?.figures.gigsShown } == Int64(cap) + 1)
    }
  }

  @Test(arguments: Engine.all)
  func `a state is read as it was saved`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      let gig = try await fair.published()
      let later = now + .milliseconds(1)
      try await fair.write { try $0.rejectGig(gig, because: "模糊\n«x»", by: .operator, at: later) }
      try await fair.write { try $0.pauseGig(gig, by: .operator, at: later) }
      let read = try await fair.read { try $0.gig(gig) }
      #expect(read.state == .paused(at: later))
      #expect(read.moderation == .rejected(at: later, reason: "模糊\n«x»"))
      #expect(!read.isShown)
      try await fair.write { try $0.publish(gig, .small) }
      #expect(
        try await fair.read { try $0.gig(gig).moderation }
          == .rejected(at: later, reason: "模糊\n«x»"))
      let audits = try await fair.read { try $0.audits(of: .gig, gig.number, atMost: 9) }
      #expect(audits.map(\.action) == ["reject"])
    }
  }
}

extension ProfileContent {
  static let brief = ProfileContent(texts: [
    .english: ProfileText(name: "Wang", headline: "Draws", about: "Much.", place: "")
  ])
}
