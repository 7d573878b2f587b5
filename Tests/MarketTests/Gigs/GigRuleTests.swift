import Market
import Testing

@Suite struct GigRuleTests {
  private static let then = now + .days(-1)
  private static let states: [Gig.State] = [
    .draft, .published(at: then), .paused(at: then), .archived(at: then),
  ]
  private static let moderations: [Gig.Moderation] = [
    .unseen, .approved(at: then), .rejected(at: then, reason: "blurred"),
    .takenDown(at: then, reason: "stolen"),
  ]
  private let seller = Actor.person(7)
  private let moderator = Actor.person(9, [.moderator])

  private func gig(_ state: Gig.State, _ moderation: Gig.Moderation) -> Gig {
    Gig(
      id: ID(1), party: ID(7), category: ID(2), state: state, moderation: moderation,
      version: state == .draft ? nil : ID(10), draft: ID(11), revision: 5, openedAt: Self.then,
      slugs: state == .draft ? [:] : [.chinese: "biao-zhi"])
  }

  enum Deed: CaseIterable {
    case revise, publish, pause, resume, archive, restore, move, rename
  }

  private func result(of deed: Deed, _ gig: Gig, by actor: Actor) throws(GigError) -> Gig {
    switch deed {
    case .revise: try gig.revised(as: ID(11), from: 5, by: actor)
    case .publish:
      try gig.published(
        .plain, slugs: [:], faults: [], owner: .seller(7), others: 0, cap: 1, by: actor, at: now)
    case .pause: try gig.paused(by: actor, at: now)
    case .resume: try gig.resumed(owner: .seller(7), by: actor, at: now)
    case .archive: try gig.archived(by: actor, at: now)
    case .restore: try gig.restored(others: 0, cap: 1, by: actor, at: now)
    case .move: try gig.moved(to: .design(), by: actor)
    case .rename: try gig.renamed(slug: "x", in: .chinese, by: actor)
    }
  }

  /// What comes of each deed in the states draft, published, paused and archived; nil where the
  /// state forbids it. The last says whether it can be done to a gig that was taken down.
  private static let table: [(Deed, [Gig.State?], isFreeWhenDown: Bool)] = [
    (.revise, [.draft, .published(at: then), .paused(at: then), nil], false),
    (.publish, [.published(at: now), .published(at: now), .published(at: now), nil], false),
    (.pause, [nil, .paused(at: now), nil, nil], true),
    (.resume, [nil, nil, .published(at: now), nil], true),
    (.archive, [.archived(at: now), .archived(at: now), .archived(at: now), nil], true),
    (.restore, [nil, nil, nil, .paused(at: now)], true),
    (.move, [.draft, .published(at: then), .paused(at: then), nil], false),
    (.rename, [.draft, .published(at: then), .paused(at: then), nil], false),
  ]

  @Test func `the table knows every deed`() { #expect(Self.table.map(\.0) == Deed.allCases) }

  @Test(arguments: table.indices, moderations)
  func `each deed has its outcome in each state`(row: Int, moderation: Gig.Moderation) throws {
    let (deed, outcomes, isFreeWhenDown) = Self.table[row]
    for (state, outcome) in zip(Self.states, outcomes) {
      let before = gig(state, moderation)
      let isDown = if case .takenDown = moderation { true } else { false }
      guard let outcome else {
        #expect(throws: GigError.notPossible(in: state)) {
          try result(of: deed, before, by: seller)
        }
        continue
      }
      guard !isDown || isFreeWhenDown else {
        #expect(throws: GigError.takenDown) { try result(of: deed, before, by: seller) }
        continue
      }
      // What nobody has published has no address that could be changed.
      if deed == .rename, state == .draft {
        #expect(throws: GigError.nothingToPublish) { try result(of: deed, before, by: seller) }
        continue
      }
      let after = try result(of: deed, before, by: seller)
      #expect(after.state == outcome, "\(deed) in \(state)")
      #expect(after.revision == 6)
      // Nothing that a seller does gets round what staff have said.
      #expect(after.moderation == moderation)
      let isPublishing = deed == .publish
      #expect(after.version == (isPublishing ? ID(11) : before.version))
      #expect(after.draft == (isPublishing ? nil : ID(11)))
    }
  }

  enum Judgement: CaseIterable {
    case approve, reject, takeDown, reinstate
  }

  private func result(of judgement: Judgement, _ gig: Gig, by actor: Actor) throws(GigError) -> Gig
  {
    switch judgement {
    case .approve: try gig.approved(by: actor, at: now)
    case .reject: try gig.rejected(because: "dull", by: actor, at: now)
    case .takeDown: try gig.takenDown(because: "dull", by: actor, at: now)
    case .reinstate: try gig.reinstated(by: actor, at: now)
    }
  }

  /// In the order unseen, approved, rejected, taken down.
  private static let judgements: [(Judgement, [Gig.Moderation?])] = [
    (.approve, [.approved(at: now), nil, .approved(at: now), nil]),
    (.reject, [.rejected(at: now, reason: "dull"), .rejected(at: now, reason: "dull"), nil, nil]),
    (.takeDown, Array(repeating: .takenDown(at: now, reason: "dull"), count: 3) + [nil]),
    (.reinstate, [nil, nil, nil, .approved(at: now)]),
  ]

  @Test(arguments: judgements.indices, states)
  func `staff judge in whatever state it is`(row: Int, state: Gig.State) throws {
    let (judgement, outcomes) = Self.judgements[row]
    for (moderation, outcome) in zip(Self.moderations, outcomes) {
      let before = gig(state, moderation)
      guard let outcome else {
        #expect(throws: GigError.notModerated(moderation)) {
          try result(of: judgement, before, by: moderator)
        }
        continue
      }
      let after = try result(of: judgement, before, by: moderator)
      #expect(after.moderation == outcome)
      #expect(after.state == state)
      #expect(after.revision == 6)
    }
  }

  @Test(arguments: [
    (Actor.visitor, Refusal.signInNeeded), (.person(8), .notAllowed),
    (.person(8, [.moderator, .support, .finance]), .notAllowed),
  ])
  func `nobody but the seller does what sellers do, and that is asked first`(
    actor: Actor, refusal: Refusal
  ) {
    for (state, moderation) in zip(Self.states, Self.moderations) {
      for deed in Deed.allCases {
        #expect(throws: GigError.refused(refusal)) {
          try result(of: deed, gig(state, moderation), by: actor)
        }
      }
    }
    #expect(throws: GigError.refused(refusal)) {
      try Gig.opened(ID(1), of: .seller(7), in: .design(), by: actor, at: now)
    }
  }

  @Test func `sellers do not judge themselves, and only who keeps the catalogue moves for them`()
    throws
  {
    for judgement in Judgement.allCases {
      #expect(throws: GigError.refused(.notAllowed)) {
        try result(of: judgement, gig(.draft, .unseen), by: seller)
      }
    }
    let admin = Actor.person(8, [.admin])
    #expect(try result(of: .move, gig(.draft, .unseen), by: admin).category == ID(2))
    #expect(throws: GigError.refused(.notAllowed)) {
      try result(of: .pause, gig(.published(at: now), .unseen), by: admin)
    }
  }

  @Test(arguments: MemberRole.allCases)
  func `members of an organisation sell in its name`(role: MemberRole) throws {
    let standing = Actor.Standing(
      account: ID(8), party: ID(8), organisations: [ID(7): role, ID(6): .owner])
    #expect(
      try gig(.published(at: now), .unseen).paused(by: .member(standing), at: now).id == ID(1))
    #expect(throws: GigError.refused(.notAllowed)) {
      let other = Actor.Standing(account: ID(8), party: ID(8), organisations: [ID(6): role])
      _ = try gig(.published(at: now), .unseen).paused(by: .member(other), at: now)
    }
  }

  @Test(arguments: [(3, true), (4, false), (5, false)])
  func `a gig more is on offer only below the cap`(others: Int, isFine: Bool) throws {
    func publish(_ state: Gig.State) throws -> Gig {
      try gig(state, .unseen).published(
        .plain, slugs: [:], faults: [], owner: .seller(7), others: others, cap: 4, by: seller,
        at: now)
    }
    if isFine {
      #expect(try publish(.draft).isOnOffer)
      #expect(
        try gig(.archived(at: now), .unseen).restored(
          others: others, cap: 4, by: seller, at: now
        ).isOnOffer)
    } else {
      #expect(throws: GigError.tooMany(cap: 4)) { try publish(.draft) }
      #expect(throws: GigError.tooMany(cap: 4)) {
        try gig(.archived(at: now), .unseen).restored(
          others: others, cap: 4, by: seller, at: now)
      }
    }
    // Whoever had a higher level once can still mend what is on offer.
    for state in [Gig.State.published(at: now), .paused(at: now)] {
      #expect(try publish(state).isOnOffer)
    }
    let unpublished = Gig(
      id: ID(1), party: ID(7), category: ID(2), state: .archived(at: now), openedAt: now)
    let restored = try unpublished.restored(others: others, cap: 4, by: seller, at: now)
    #expect(restored.state == .draft)
    #expect(!restored.isOnOffer)
  }

  @Test func `only an active party opens and publishes, in an open category of a group`() {
    for state in [Party.State.suspended(at: now), .closed(at: now)] {
      #expect(throws: GigError.notActive(ID(7))) {
        try Gig.opened(ID(1), of: .seller(7, state), in: .design(), by: seller, at: now)
      }
      #expect(throws: GigError.notActive(ID(7))) {
        try gig(.draft, .unseen).published(
          .plain, slugs: [:], faults: [], owner: .seller(7, state), others: 0, cap: 1, by: seller,
          at: now)
      }
    }
    let group = Category(
      id: ID(2), group: nil, slug: "design", position: 0, names: [:], summaries: [:])
    for category in [group, .design(isOpen: false)] {
      #expect(throws: GigError.closedCategory(ID(2))) {
        try Gig.opened(ID(1), of: .seller(7), in: category, by: seller, at: now)
      }
      #expect(throws: GigError.closedCategory(ID(2))) {
        try gig(.draft, .unseen).moved(to: category, by: seller)
      }
    }
  }

  @Test func `a draft is changed from the revision that its writer saw`() throws {
    let draft = gig(.draft, .unseen)
    for seen in [0, 4, 6, .max] {
      #expect(throws: GigError.changedMeanwhile) {
        try draft.revised(as: ID(11), from: seen, by: seller)
      }
    }
    #expect(try draft.revised(as: ID(11), from: 5, by: seller).draft == ID(11))
  }

  @Test func `nothing is published without a draft, or with faults`() {
    let bare = Gig(id: ID(1), party: ID(7), category: ID(2), openedAt: now)
    #expect(throws: GigError.nothingToPublish) { try result(of: .publish, bare, by: seller) }
    #expect(throws: GigError.unfit([.missing(.packages)])) {
      try gig(.draft, .unseen).published(
        .plain, slugs: [:], faults: [.missing(.packages)], owner: .seller(7), others: 0, cap: 1,
        by: seller, at: now)
    }
  }

  @Test(arguments: [
    ("my-logo", true), ("7", true), ("", false), ("-a", false), ("a--b", false), ("A", false),
    ("标志", false), ("a/b", false), ("a b", false),
  ])
  func `a chosen address is letters, digits and single hyphens`(slug: String, isFit: Bool) throws {
    let published = gig(.published(at: now), .unseen)
    if isFit {
      let after = try published.renamed(slug: slug, in: .chinese, by: seller)
      #expect(after.slugs == [.chinese: slug])
    } else {
      #expect(throws: GigError.unfitSlug(slug)) {
        try published.renamed(slug: slug, in: .chinese, by: seller)
      }
    }
    #expect(throws: GigError.nothingToPublish) {
      try published.renamed(slug: slug, in: .english, by: seller)
    }
  }

  @Test(arguments: ["", " \n", "a\u{202E}b", "a\0", String(repeating: "字", count: 501)])
  func `staff give a reason that can be read`(reason: String) {
    #expect(throws: GigError.unfitReason) {
      try gig(.draft, .unseen).rejected(because: reason, by: moderator, at: now)
    }
    #expect(throws: GigError.unfitReason) {
      try gig(.draft, .unseen).takenDown(because: reason, by: moderator, at: now)
    }
    #expect(throws: Never.self) {
      try gig(.draft, .unseen).takenDown(
        because: String(repeating: "字", count: 498) + "\n。", by: moderator, at: now)
    }
  }
}
