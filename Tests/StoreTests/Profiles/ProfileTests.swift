import Market
import Testing

@testable import Store

@Suite struct ProfileTests {
  @Test(arguments: Engine.all)
  func `a profile comes back as it was written`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let (ada, content) = try await store.write { tx in
        let skills = try ["Logos", "Type"].map {
          try tx.addSkill([.english: $0], by: .operator, at: now)
        }
        let ada = try tx.person("ada")
        var content = ProfileContent.sample
        content.texts[.english] = ProfileText(
          name: "Ming Wang", headline: "Designer", about: "Ten years.\nHangzhou.", place: "")
        content.languages = [SpokenLanguage(.english, .fluent), SpokenLanguage(.chinese, .native)]
        content.skills = [SkillLevel(skills[1], .expert), SkillLevel(skills[0], .learning)]
        content.proofs = [
          Qualification(.education, title: [.english: "BA", .chinese: "学士"], to: 2_010),
          Qualification(.certificate, title: [.english: "TOEFL"], to: nil),
        ]
        content.timeZone = "America/St_Johns"
        content.proofs.append(
          Qualification(
            .experience, title: [.english: "Designer"], issuer: [.english: "Studio"], from: 2_015))
        content.proofs[1].link = "https://example.com/toefl"
        content.availability = Availability(
          state: .away(until: CivilDay(number: 20_800)),
          hours: [
            .init(.monday, from: 540, to: 720), .init(.monday, from: 840, to: 1_080),
            .init(.sunday, from: 0, to: 1_440),
          ],
          daysOff: [
            .init(first: CivilDay(number: 20_900), last: CivilDay(number: 20_906)),
            .init(first: CivilDay(number: 20_850), last: CivilDay(number: 20_850)),
          ])
        content.hourlyRate = Money(minorUnits: 12_345, .cny)
        try tx.saveProfile(of: ada.party, content, from: 0, by: .operator, at: now)
        return (ada.party, content)
      }.value
      let profile = try await store.read { try $0.profile(ada) }
      #expect(profile?.content == content)
      #expect(profile?.slugs == [.chinese: "wang-xiao-ming", .english: "ming-wang"])
      #expect(profile?.revision == 1)
      #expect(profile?.isShown == true)
      // Everything can be taken back.
      try await store.write { tx in
        try tx.saveProfile(of: ada, .sample, from: 1, by: .operator, at: now)
      }
      let east = try await store.read { rows in
        try rows.row("select minutes_east from profile where party = $1", ada) { try $0[0] as Int }
      }
      #expect(east == 480, "the clocks of Shanghai")
      let bare = try await store.read { try $0.profile(ada) }
      #expect(bare?.content == .sample)
      #expect(bare?.slugs == [.chinese: "wang-xiao-ming"])
      let former = try await store.read { try $0.formerSlugs(of: .profile, ada.number) }
      #expect(former.map { "\($0.0) \($0.1)" } == ["en ming-wang"])
      #expect(try await store.read { try $0.brokenChains() }.isEmpty)
    }
    #expect(try Database.examine(ground.address).faults == [])
  }

  @Test(arguments: Engine.all)
  func `a name that cannot be spelled has no slug, and is a name all the same`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let ada = try await store.write { tx in try tx.person("ada").party }.value
      for (revision, name) in ["김민준", "🌸🌸", "…"].enumerated() {
        var content = ProfileContent.sample
        content.texts[.chinese]?.name = name
        content.texts[.english] = ProfileText(name: "Ü", headline: "a", about: "b", place: "")
        let written = content
        let profile = try await store.write { tx in
          try tx.saveProfile(of: ada, written, from: revision, by: .operator, at: now)
        }.value
        #expect(profile.slugs.keys.map(\.self) == [.english], "\(name)")
        #expect(try await store.read { try $0.profile(ada) }?.content == written)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `two who edit at once notice each other`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let ada = try await store.write { tx in
        let ada = try tx.person("ada").party
        try tx.saveProfile(of: ada, .sample, from: 0, by: .operator, at: now)
        return ada
      }.value
      func save(from seen: Int) async -> ProfileError? {
        do {
          try await store.write { tx in
            try tx.saveProfile(of: ada, .sample, from: seen, by: .operator, at: now)
          }
          return nil
        } catch {
          return error as? ProfileError
        }
      }
      #expect(await save(from: 0) == .changedMeanwhile)
      #expect(await save(from: 2) == .changedMeanwhile)
      async let one = save(from: 1)
      async let other = save(from: 1)
      let both = await [one, other]
      #expect(both.contains(nil) && both.contains(.changedMeanwhile))
      // Staff changed something too: the writer looks again.
      try await store.write { tx in
        try tx.takeDownProfile(ada, true, because: "lies", by: .operator, at: now)
      }
      #expect(await save(from: 2) == .changedMeanwhile)
      #expect(await save(from: 3) == nil)
      #expect(try await store.read { try $0.profile(ada) }?.isShown == false)
      var strange = ProfileContent.sample
      strange.skills = [SkillLevel(ID(9), .expert)]
      let content = strange
      await #expect(throws: ProfileError.unknownSkill(ID(9))) {
        try await store.write { tx in
          try tx.saveProfile(of: ada, content, from: 4, by: .operator, at: now)
        }
      }
      #expect(try await store.read { try $0.profile(ada) }?.content == .sample)
    }
  }

  @Test(arguments: Engine.all)
  func `a profile stands in the listings of its skills, in its own place`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let (people, skills) = try await store.write { tx in
        let skills = try ["Logos", "Type"].map {
          try tx.addSkill([.english: $0], by: .operator, at: now)
        }
        let people = try tx.people("ada", "bea").map(\.party)
        for person in people {
          try tx.saveProfile(of: person, .with(skills), from: 0, by: .operator, at: now)
        }
        return (people, skills)
      }.value
      func slots(_ skill: Int) async throws -> [String] {
        try await store.read { snapshot in
          try snapshot.slots(in: .skill(skills[skill]), 0..<9).map {
            "\($0.number): \($0.member == people[0].number ? "ada" : "bea") \($0.isShown)"
          }
        }
      }
      #expect(try await slots(0) == ["0: ada true", "1: bea true"])
      try await store.write { tx in
        try tx.saveProfile(of: people[0], .with([skills[1]]), from: 1, by: .operator, at: now)
      }
      #expect(try await slots(0) == ["0: ada false", "1: bea true"])
      #expect(try await slots(1) == ["0: ada true", "1: bea true"])
      try await store.write { tx in try tx.hideProfile(people[0], by: .operator, at: now) }
      #expect(try await slots(1) == ["0: ada false", "1: bea true"])
      // While hidden, skills change without a trace in any listing.
      try await store.write { tx in
        try tx.takeDownProfile(people[0], true, because: "lies", by: .operator, at: now)
        try tx.saveProfile(of: people[0], .with(skills), from: 4, by: .operator, at: now)
      }
      #expect(try await slots(0) == ["0: ada false", "1: bea true"])
      try await store.write { tx in
        try tx.takeDownProfile(people[0], false, because: "", by: .operator, at: now)
      }
      #expect(try await slots(0) == ["0: ada true", "1: bea true"])
      let state = try await store.read { try $0.listing(.skill(skills[0])) }
      #expect(state == ListingState(slots: 2, shown: 2, seen: 2))
      #expect(try await store.read { try $0.brokenChains() }.isEmpty)
    }
  }

  @Test(arguments: Engine.all)
  func `a portfolio holds sixty pieces`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let (ada, category) = try await store.write { tx in
        let ada = try tx.person("ada").party
        try tx.saveProfile(of: ada, .sample, from: 0, by: .operator, at: now)
        return (ada, try tx.catalogue()[0])
      }.value
      let add: @Sendable (borrowing Transaction) throws -> ID<PortfolioItem> = { tx in
        try tx.addPortfolioItem(
          of: ada, in: category, titles: [.chinese: "作品", .english: "Work"],
          summaries: [.english: "For a museum"], year: 2_024, by: .operator, at: now)
      }
      let items = try await store.write { tx in try (1...60).map { _ in try add(tx) } }.value
      await #expect(throws: ProfileError.unfit([.tooMany(.items, max: 60)])) {
        try await store.write { tx in _ = try add(tx) }
      }
      try await store.write { tx in try tx.removePortfolioItem(items[0], by: .operator, at: now) }
      let last = try await store.write { tx in try add(tx) }.value
      let portfolio = try await store.read { try $0.portfolio(of: ada) }
      #expect(portfolio.map(\.id) == items.dropFirst() + [last])
      #expect(
        portfolio.last
          == PortfolioItem(
            id: last, party: ada, category: category,
            titles: [.chinese: "作品", .english: "Work"],
            summaries: [.english: "For a museum"], year: 2_024))
      await #expect(throws: ProfileError.unknownItem(items[0])) {
        try await store.write { tx in
          try tx.removePortfolioItem(items[0], by: .operator, at: now)
        }
      }
      #expect(try await store.read { try $0.brokenChains() }.isEmpty)
    }
  }

  @Test(arguments: Engine.all)
  func `what was earned before the profile counts in it`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let ada = try await store.write { tx in
        let categories = try tx.catalogue()
        let people = try tx.people("ada", "bea", "cis")
        for person in people.dropFirst() { _ = try tx.gig(of: person.party, in: categories[0]) }
        let gigs = try categories.map { try tx.gig(of: people[0].party, in: $0) }
        try tx.pauseGig(gigs[1], by: .operator, at: now)
        for (place, gig) in gigs.enumerated() {
          try tx.countOrder(of: gig, at: now)
          let deal = try tx.deal(Int64(place), of: gig, buyer: people[1].party)
          try tx.review(deal, .buyer, 4 - place)
          try tx.review(deal, .seller)
        }
        try tx.saveProfile(of: people[0].party, .sample, from: 0, by: .operator, at: now)
        try tx.countOrder(of: gigs[0], at: now)
        return people[0].party
      }.value
      var figures = SellerFigures()
      figures.gigsShown = 1
      figures.orders = 3
      figures.reviews = 2
      figures.stars = 7
      #expect(try await store.read { try $0.profile(ada) }?.figures == figures)
    }
  }

  @Test(arguments: Engine.all)
  func `what is hidden already is not hidden again, and who takes down says why`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let ada = try await store.write { tx in
        let ada = try tx.person("ada").party
        try tx.saveProfile(of: ada, .sample, from: 0, by: .operator, at: now)
        try tx.hideProfile(ada, by: .operator, at: now)
        return ada
      }.value
      func refuses(
        _ refusal: ProfileError, _ act: @escaping @Sendable (borrowing Transaction) throws -> Void
      ) async {
        await #expect(throws: refusal) { try await store.write { tx in try act(tx) } }
      }
      await refuses(.unchanged) { try $0.hideProfile(ada, by: .operator, at: now) }
      await refuses(.unknown(ID(9))) { try $0.hideProfile(ID(9), by: .operator, at: now) }
      await refuses(.unchanged) {
        try $0.takeDownProfile(ada, false, because: "", by: .operator, at: now)
      }
      for reason in ["", " ", "\u{7}", String(repeating: "x", count: 501)] {
        await refuses(.unfitReason) {
          try $0.takeDownProfile(ada, true, because: reason, by: .operator, at: now)
        }
      }
      let reason = String(repeating: "字", count: 500)
      try await store.write { tx in
        try tx.takeDownProfile(ada, true, because: reason, by: .operator, at: now)
      }
      await refuses(.unchanged) {
        try $0.takeDownProfile(ada, true, because: "lies", by: .operator, at: now)
      }
      let audits = try await store.read { try $0.audits(of: .profile, ada.number, atMost: 9) }
      #expect(audits.map { "\($0.action): \($0.detail)" } == ["take down: \(reason)"])
    }
  }

  @Test(arguments: Engine.all)
  func `a level is told once, and changes no text`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let ada = try await store.write { tx in
        let ada = try tx.person("ada").party
        try tx.saveProfile(of: ada, .sample, from: 0, by: .operator, at: now)
        return ada
      }.value
      let before = try await store.read { try $0.position().number }
      for level in [Level.new, .two, .two, .new] {
        try await store.write { tx in try tx.setLevel(level, of: ada, at: now) }
        let profile = try await store.read { try $0.profile(ada) }
        #expect(profile?.level == level)
        #expect(profile?.revision == 1)
      }
      #expect(try await store.read { try $0.position().number } == before + 2)
      await #expect(throws: ProfileError.unknown(ID(9))) {
        try await store.write { tx in try tx.setLevel(.one, of: ID(9), at: now) }
      }
    }
  }
}

extension ProfileContent {
  fileprivate static func with(_ skills: [ID<Skill>]) -> ProfileContent {
    var content = sample
    content.skills = skills.map { SkillLevel($0, .working) }
    return content
  }
}
