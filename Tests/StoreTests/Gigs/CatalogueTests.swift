import Market
import Testing

@testable import Store

@Suite struct CatalogueTests {
  @discardableResult
  private func save(_ text: String, _ fair: GigFair) async throws -> Int {
    let plan = try GigFair.plan(text)
    return try await fair.write { try $0.saveCatalogue(plan, by: .operator, at: now) }
  }

  @Test(arguments: Engine.all)
  func `the same plan changes nothing`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      let end = try await fair.read { try $0.position() }
      #expect(try await save(GigFair.catalogue, fair) == 0)
      #expect(try await fair.read { try $0.position() } == end)
      let categories = try await fair.read { try $0.categories() }
      #expect(categories.map(\.slug) == ["design", "text", "logo", "poster", "letter"])
      #expect(categories[2].summaries == [.chinese: "标志"], "without a name in that language")
    }
  }

  @Test(arguments: Engine.all)
  func `what a plan changes is saved, and nothing else`(engine: Engine) async throws {
    let changes: [(String, String, Int)] = [
      ("name.en = Logos", "name.en = Logo", 1),
      ("name.en = Logos", "name.en = Logo\nname.zh-CN = 标志", 1),
      ("choice modern.en = Modern\n", "", 1),
      ("label.en = Style", "label.en = Kind", 1),
      ("choice classic.en = Classic", "choice classic.en = Classic\nchoice wild.en = Wild", 1),
      (
        "[category poster]\nname.en = Posters",
        "[category poster]\nname.en = Posters\nvertical = studio\n"
          + "[vertical studio]\nname.en = Studio", 2
      ),
      ("[category poster]\nname.en = Posters\n", "", 1),
      ("[group text]", "[category card]\nname.en = Cards\n[group text]", 1),
    ]
    try await GigFair.open(engine) { fair in
      for (old, new, count) in changes {
        let text = GigFair.catalogue.replacing(old, with: new).replacing(
          "[attribute logo style]\nlabel.en = Style\nchoice classic.en = Classic\n", with: "")
        #expect(try await save(text, fair) == count, "\(new)")
        #expect(try await save(text, fair) == 0, "\(new)")
        try await save(GigFair.catalogue, fair)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a category moves and closes only when nothing in it is on show`(engine: Engine) async throws
  {
    try await GigFair.open(engine) { fair in
      let letter = fair.categories[2]
      let moved = GigFair.catalogue.replacing("[category letter]\nname.en = Letters", with: "")
        .replacing(
          "[category poster]", with: "[category letter]\nname.en = Letters\n[category poster]")
      let closed = GigFair.catalogue.replacing("[category letter]\nname.en = Letters", with: "")
      let gig = try await fair.write { [seller = fair.sellers[0]] tx in
        try tx.publishNew(of: seller, in: letter)
      }
      let plans = [
        (moved, "letter"), (closed, "letter"),
        (closed.replacing("[group text]\nname.en = Text", with: ""), "text"),
      ]
      for (text, slug) in plans {
        await #expect(throws: CatalogueError.notEmpty(slug: slug, shown: 1)) {
          try await save(text, fair)
        }
      }
      try await fair.write { try $0.pauseGig(gig, by: .operator, at: now) }
      #expect(try await save(moved, fair) > 0)
      try await fair.write { try $0.resumeGig(gig, by: .operator, at: now) }
      let design = try #require(try await fair.read { try $0.category(slug: "design") }).id
      let text = try #require(try await fair.read { try $0.category(slug: "text") }).id
      #expect(try await fair.read { try $0.listing(.category(design))?.shown } == 1)
      #expect(
        try await fair.read { try $0.listing(.category(text)) }
          == ListingState(slots: 1, shown: 0, seen: 0))
    }
  }

  @Test(arguments: Engine.all)
  func `what was published while a category was closed is seen when it opens`(engine: Engine)
    async throws
  {
    try await GigFair.open(engine) { fair in
      let gig = try await fair.published()
      let closed = GigFair.catalogue.replacing("[category logo]", with: "[category seal]")
        .replacing("[attribute logo", with: "[attribute seal")
      try await fair.write { try $0.pauseGig(gig, by: .operator, at: now) }
      try await save(closed, fair)
      #expect(try await fair.read { try $0.category(slug: "logo")?.isOpen } == false)
      try await fair.write { try $0.resumeGig(gig, by: .operator, at: now) }
      #expect(try await fair.read { try !$0.gig(gig).isShown })
      await #expect(throws: GigError.closedCategory(fair.categories[0])) {
        try await fair.write { [seller = fair.sellers[0], logo = fair.categories[0]] tx in
          _ = try tx.openGig(of: seller, in: logo, by: .operator, at: now)
        }
      }
      try await save(GigFair.catalogue, fair)
      #expect(try await fair.read { try $0.gig(gig).isShown })
      #expect(try await fair.read { try $0.listing(.market)?.shown } == 1)
    }
  }

  @Test(arguments: Engine.all)
  func `a group does not become a category, and only who keeps the catalogue saves it`(
    engine: Engine
  ) async throws {
    try await GigFair.open(engine) { fair in
      let other = GigFair.catalogue.replacing("[category letter]", with: "[category design]")
      await #expect(throws: CatalogueError.otherLevel(slug: "design")) {
        try await save(other, fair)
      }
      let plan = try GigFair.plan(other)
      await #expect(throws: CatalogueError.refused(.notAllowed)) {
        try await fair.write { [actor = fair.actor(0)] in
          _ = try $0.saveCatalogue(plan, by: actor, at: now)
        }
      }
      let changed = try await save(GigFair.catalogue, fair)
      #expect(changed == 0)
    }
  }

  // MARK: Tags

  private func tag(_ names: Localized, _ fair: GigFair) async throws -> Market.Tag {
    try await fair.write { tx in
      let id = try tx.tag(names, by: .operator, at: now)
      return try #require(try tx.tag(id))
    }
  }

  @Test(arguments: Engine.all)
  func `a word is one tag, however it is written`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      let logo = try await tag([.english: "Logo", .chinese: "标志"], fair)
      #expect(logo.slug == "logo")
      #expect(logo.names == [.english: "Logo", .chinese: "标志"])
      #expect(try await tag([.english: "LOGO"], fair).id == logo.id)
      #expect(try await tag([.chinese: "标志"], fair).id == logo.id)
      #expect(try await tag([.chinese: "logo"], fair).id != logo.id, "another language's word")
    }
  }

  @Test(arguments: Engine.all)
  func `two tags never have one address`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      let first = try await tag([.english: "art"], fair)
      let next = first.id.number + 1
      // The numbered address that the next clash would get is somebody's name already.
      let names = ["art \(next + 1)", "art!", "🎨", "\(next + 4)", "🎭"]
      var slugs: Set<String> = [first.slug]
      for name in names {
        #expect(slugs.insert(try await tag([.english: name], fair).slug).inserted, "\(name)")
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a tag is short, and as short as the rules of the day say`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      for name in ["", " ", "a\nb", "a\u{202E}b", String(repeating: "字", count: 41)] {
        await #expect(throws: GigError.unfit([.unfit(.tags)])) {
          _ = try await tag([.english: name], fair)
        }
      }
      await #expect(throws: GigError.refused(.signInNeeded)) {
        try await fair.write { _ = try $0.tag([.english: "x"], by: .visitor, at: now) }
      }
      let max = Rules.standard.gig.tagCharactersMax
      let fine = try await tag([.english: String(repeating: "字", count: max)], fair)
      let long = try await tag([.english: String(repeating: "字", count: max + 1)], fair)
      let gig = try await fair.published(.titled("x", tags: [fine.id]))
      await #expect(throws: GigError.unfit([.tooLong(.tags, charactersMax: max)])) {
        try await fair.write { try $0.publish(gig, .titled("x", tags: [fine.id, long.id])) }
      }
    }
  }

  // MARK: Pre-moderation

  @Test(arguments: Engine.all)
  func `with pre-moderation a gig waits for a moderator once`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      try await fair.write { tx in
        try tx.set(Visibility.settingName, to: "on", by: "operator", at: now)
      }
      let gig = try await fair.published()
      func isShown() async throws -> Bool { try await fair.read { try $0.gig(gig).isShown } }
      #expect(try await !isShown())
      #expect(try await fair.read { try $0.listing(.market) } == nil)
      try await fair.write { try $0.approveGig(gig, by: .operator, at: now) }
      #expect(try await isShown())
      try await fair.write { try $0.publish(gig, .titled("Next")) }
      #expect(try await isShown())
      try await fair.write { try $0.rejectGig(gig, because: "dull", by: .operator, at: now) }
      #expect(try await !isShown())
      try await fair.write { try $0.publish(gig, .titled("Last")) }
      #expect(try await !isShown(), "what was rejected is looked at afresh")
    }
  }

  @Test(arguments: Engine.all)
  func `when the setting changes all gigs are looked at again, some at a time`(engine: Engine)
    async throws
  {
    try await GigFair.open(engine) { fair in
      let gigs = try await fair.write {
        [sellers = fair.sellers, category = fair.categories[0]] tx in
        try (0..<5).map { try tx.publishNew(of: sellers[$0 % 2], in: category) }
      }
      func shown(_ setting: String) async throws -> [Bool] {
        try await fair.write { tx in
          try tx.set(Visibility.settingName, to: setting, by: "operator", at: now)
        }
        var last: ID<Gig>? = ID(0)
        while let after = last {
          last = try await fair.write { try $0.showOrHideGigs(after: after, atMost: 2, at: now) }
        }
        return try await fair.read { snapshot in try gigs.map { try snapshot.gig($0).isShown } }
      }
      try await fair.write { try $0.approveGig(gigs[1], by: .operator, at: now) }
      try await fair.write { try $0.pauseGig(gigs[3], by: .operator, at: now) }
      #expect(try await shown("on") == [false, true, false, false, false])
      #expect(try await fair.read { try $0.listing(.market)?.shown } == 1)
      #expect(try await shown("off") == [true, true, true, false, true])
      #expect(try await fair.read { try $0.listing(.market)?.shown } == 4)
    }
  }
}
