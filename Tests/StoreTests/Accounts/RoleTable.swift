import Market

@testable import Store

/// One action, and who may do it.
struct RoleRow: Sendable {
  typealias Step = @Sendable (borrowing Transaction, Town, Town.Stall, Actor) throws -> Void

  let action: String
  let answers: [Role: Answer]
  /// Makes the action possible, as the operator.
  let first: Step
  let act: Step

  enum Answer: Character {
    case done = "y"
    case notAllowed = "."
    case signInNeeded = "v"
    /// It is theirs, but they are suspended.
    case notActive = "s"
  }

  init(_ action: String, _ answers: String, _ act: @escaping Step) {
    self.init(action, answers, first: { _, _, _, _ in }, then: act)
  }

  init(_ action: String, _ answers: String, first: @escaping Step, then act: @escaping Step) {
    self.action = action
    let cells = answers.filter { $0 != " " }.compactMap(Answer.init(rawValue:))
    precondition(cells.count == Role.allCases.count, "a row of \(cells.count) cells: \(action)")
    self.answers = Dictionary(uniqueKeysWithValues: zip(Role.allCases, cells))
    self.first = first
    self.act = act
  }

  /// The name in the sources; rows may say more after it.
  var name: Substring { action.prefix { $0 != "," } }
}

/// Every action that asks who acts. What is new gets its rows in the list of its noun.
enum RoleTable {
  static let rows =
    accounts + ways + organisations + parties + profiles + media + gigs + moderation + catalogue
    + reviews + reports + house + money

  // The cells are those of the roles, in their order: visitor, owner; member, manager, boss; other,
  // foreigner; moderator, support, finance, admin; operator; disabled, suspended.

  private static let accounts = [
    RoleRow("openAccount", "y .  . . .  . .  . . . .  y  y .") { tx, _, _, actor in
      _ = try tx.openAccount(
        name: "New", contact: Contact(phone: "+8613800138000"), locale: .english, by: actor,
        at: now)
    },
    RoleRow("disableAccount", "v .  . . .  . .  . . . y  y  v .") { tx, _, stall, actor in
      try tx.disableAccount(stall.person.id, by: actor, at: now)
    },
    RoleRow(
      "enableAccount", "v .  . . .  . .  . . . y  y  v .",
      first: { tx, _, stall, _ in
        guard try tx.account(stall.person.id).state == .active else { return }
        try tx.disableAccount(stall.person.id, by: .operator, at: now)
      },
      then: { tx, _, stall, actor in try tx.enableAccount(stall.person.id, by: actor, at: now) }),
    RoleRow("grant", "v .  . . .  . .  . . . y  y  v .") { tx, _, stall, actor in
      try tx.grant(.support, to: stall.person.id, by: actor, at: now)
    },
    RoleRow(
      "revoke", "v .  . . .  . .  . . . y  y  v .",
      first: { tx, _, stall, _ in
        try tx.grant(.finance, to: stall.person.id, by: .operator, at: now)
      },
      then: { tx, _, stall, actor in
        try tx.revoke(.finance, from: stall.person.id, by: actor, at: now)
      }),
  ]

  private static let organisations = [
    RoleRow("found", "v y  . . .  . .  . . . .  y  v s") { tx, _, stall, actor in
      _ = try tx.found("New", in: .english, owner: stall.person.party, by: actor, at: now)
    },
    RoleRow("setMember", "v .  . . .  . .  . . . .  y  v .") { tx, town, _, actor in
      try tx.setMember(
        town.newcomer.party, as: .owner, in: town.organisation, by: actor, at: now)
    },
    RoleRow("setMember, another role", "v .  . . y  . .  . . . .  y  v .") { tx, town, _, actor in
      try tx.setMember(town.fellow.party, as: .owner, in: town.organisation, by: actor, at: now)
    },
    RoleRow("removeMember", "v .  . . y  . .  . . . .  y  v .") { tx, town, _, actor in
      try tx.removeMember(town.fellow.party, from: town.organisation, by: actor, at: now)
    },
  ]

  private static let parties = [
    RoleRow("suspend", "v .  . . .  . .  y . . y  y  v .") { tx, town, stall, actor in
      // Colleagues are another matter.
      let isColleague = try tx.isStaff(stall.party)
      let party = isColleague ? town.newcomer.party : stall.party
      try tx.suspend(party, because: "spam", by: actor, at: now)
    },
    RoleRow("rename", "v y  . y y  . .  . . . .  y  v s") { tx, _, stall, actor in
      try tx.rename(stall.party, to: "New", in: .english, by: actor, at: now)
    },
    RoleRow("suspend, a colleague", "v .  . . .  . .  . . . y  y  v .") { tx, town, _, actor in
      guard let support = town.people[.support] else { return }
      try tx.suspend(support.party, because: "spam", by: actor, at: now)
    },
    RoleRow("reinstate", "v .  . . .  . .  y . . y  y  v .") { tx, town, _, actor in
      try tx.reinstate(town.stray.party, by: actor, at: now)
    },
    RoleRow("reinstate, a colleague", "v .  . . .  . .  . . . y  y  v .") { tx, town, _, actor in
      guard let colleague = town.people[.suspended] else { return }
      try tx.reinstate(colleague.party, by: actor, at: now)
    },
    // Nobody is kept, not even who is suspended.
    RoleRow("closeParty", "v y  . . y  . .  . . . .  y  v y") { tx, _, stall, actor in
      try tx.closeParty(stall.party, by: actor, at: now)
    },
  ]

  private static let profiles = [
    RoleRow("saveProfile", "v y  . y y  . .  . . . .  y  v s") { tx, _, stall, actor in
      let seen = try tx.profile(stall.party)?.revision ?? 0
      try tx.saveProfile(of: stall.party, .sample, from: seen, by: actor, at: now)
    },
    RoleRow("hideProfile", "v y  . y y  . .  . . . .  y  v y") { tx, _, stall, actor in
      try tx.hideProfile(stall.party, by: actor, at: now)
    },
    RoleRow(
      "publishProfile", "v y  . y y  . .  . . . .  y  v s",
      first: { tx, _, stall, _ in
        try tx.hideProfile(stall.party, by: .operator, at: now)
      },
      then: { tx, _, stall, actor in
        try tx.publishProfile(stall.party, by: actor, at: now)
      }),
    RoleRow("takeDownProfile", "v .  . . .  . .  y . . y  y  v .") { tx, _, stall, actor in
      try tx.takeDownProfile(stall.party, true, because: "lies", by: actor, at: now)
    },
    RoleRow(
      "takeDownProfile, back", "v .  . . .  . .  y . . y  y  v .",
      first: { tx, _, stall, _ in
        try tx.takeDownProfile(stall.party, true, because: "lies", by: .operator, at: now)
      },
      then: { tx, _, stall, actor in
        try tx.takeDownProfile(stall.party, false, because: "", by: actor, at: now)
      }),
    RoleRow("addPortfolioItem", "v y  . y y  . .  . . . .  y  v s") { tx, _, stall, actor in
      try tx.addPortfolioItem(
        of: stall.party, in: nil, titles: [.english: "New"], year: nil, by: actor, at: now)
    },
    RoleRow("editPortfolioItem", "v y  . y y  . .  . . . .  y  v s") { tx, _, stall, actor in
      let seen = try tx.portfolioItem(stall.item)?.revision ?? 0
      try tx.editPortfolioItem(
        stall.item, PortfolioWork(titles: [.english: "Other"]), from: seen, by: actor, at: now)
    },
    RoleRow("movePortfolioItem", "v y  . y y  . .  . . . .  y  v y") { tx, _, stall, actor in
      try tx.movePortfolioItem(stall.item, up: true, by: actor, at: now)
    },
    RoleRow("removePortfolioItem", "v y  . y y  . .  . . . .  y  v y") { tx, _, stall, actor in
      try tx.removePortfolioItem(stall.item, by: actor, at: now)
    },
    RoleRow("addSkill", "v .  . . .  . .  . . . y  y  v .") { tx, _, _, actor in
      try tx.addSkill([.english: "Lettering"], by: actor, at: now)
    },
  ]

  private static let gigs = [
    RoleRow("openGig", "v y  y y y  . .  . . . .  y  v s") { tx, town, stall, actor in
      _ = try tx.openGig(of: stall.party, in: town.categories[0], by: actor, at: now)
    },
    // Whoever is suspended may put right what was wrong, for when it is seen again.
    RoleRow("reviseGig", "v y  y y y  . .  . . . .  y  v y") { tx, _, stall, actor in
      let seen = try tx.gig(stall.gig).revision
      try tx.reviseGig(stall.gig, .sample, from: seen, by: actor, at: now)
    },
    RoleRow("publishGig", "v y  y y y  . .  . . . .  y  v s") { tx, _, stall, actor in
      try tx.publishGig(stall.gig, by: actor, at: now)
    },
    RoleRow("duplicateGig", "v y  y y y  . .  . . . .  y  v s") { tx, _, stall, actor in
      _ = try tx.duplicateGig(stall.gig, by: actor, at: now)
    },
    RoleRow("pauseGig", "v y  y y y  . .  . . . .  y  v y") { tx, _, stall, actor in
      try tx.pauseGig(stall.gig, by: actor, at: now)
    },
    RoleRow(
      "resumeGig", "v y  y y y  . .  . . . .  y  v s",
      first: { tx, _, stall, _ in try tx.pauseGig(stall.gig, by: .operator, at: now) },
      then: { tx, _, stall, actor in try tx.resumeGig(stall.gig, by: actor, at: now) }),
    RoleRow("archiveGig", "v y  y y y  . .  . . . .  y  v y") { tx, _, stall, actor in
      try tx.archiveGig(stall.gig, by: actor, at: now)
    },
    RoleRow(
      "restoreGig", "v y  y y y  . .  . . . .  y  v y",
      first: { tx, _, stall, _ in try tx.archiveGig(stall.gig, by: .operator, at: now) },
      then: { tx, _, stall, actor in try tx.restoreGig(stall.gig, by: actor, at: now) }),
    // Who keeps the catalogue may put things in their place.
    RoleRow("moveGig", "v y  y y y  . .  . . . y  y  v y") { tx, town, stall, actor in
      try tx.moveGig(stall.gig, to: town.categories[1], by: actor, at: now)
    },
    RoleRow("renameGig", "v y  y y y  . .  . . . .  y  v y") { tx, _, stall, actor in
      try tx.renameGig(stall.gig, slug: "logo", in: .chinese, by: actor, at: now)
    },
  ]

  private static let moderation = [
    RoleRow("approveGig", "v .  . . .  . .  y . . y  y  v .") { tx, _, stall, actor in
      try tx.approveGig(stall.gig, by: actor, at: now)
    },
    RoleRow("rejectGig", "v .  . . .  . .  y . . y  y  v .") { tx, _, stall, actor in
      try tx.rejectGig(stall.gig, because: "blurred", by: actor, at: now)
    },
    RoleRow("takeDownGig", "v .  . . .  . .  y . . y  y  v .") { tx, _, stall, actor in
      try tx.takeDownGig(stall.gig, because: "stolen", by: actor, at: now)
    },
    RoleRow(
      "reinstateGig", "v .  . . .  . .  y . . y  y  v .",
      first: { tx, _, stall, _ in
        try tx.takeDownGig(stall.gig, because: "stolen", by: .operator, at: now)
      },
      then: { tx, _, stall, actor in try tx.reinstateGig(stall.gig, by: actor, at: now) }),
  ]

  private static let catalogue = [
    RoleRow("saveCatalogue", "v .  . . .  . .  . . . y  y  v .") { tx, _, _, actor in
      let text = "[group design]\nname.en = Design\n[category logos]\nname.en = Marks"
      try tx.saveCatalogue(CataloguePlan([Sheet(text, file: "new")]), by: actor, at: now)
    },
    RoleRow("tag", "v y  y y y  y y  y y y y  y  v s") { tx, _, _, actor in
      _ = try tx.tag([.english: "neon"], by: actor, at: now)
    },
  ]

  private static let reviews = [
    RoleRow("writeReview", "v y  y y y  . .  . . . .  y  v s") { tx, _, stall, actor in
      _ = try tx.writeReview(on: stall.deal, as: .seller, .sample(), by: actor, at: now)
    },
    RoleRow("writeReview, as the other", "v .  . . .  . .  . . . .  y  v .") {
      tx, _, stall, actor in
      _ = try tx.writeReview(on: stall.deal, as: .buyer, .sample(), by: actor, at: now)
    },
    RoleRow("editReview", "v y  y y y  . .  . . . .  y  v s") { tx, _, stall, actor in
      try tx.editReview(stall.blind, .sample(1), by: actor, at: now)
    },
    RoleRow("replyToReview", "v y  y y y  . .  . . . .  y  v s") { tx, _, stall, actor in
      try tx.replyToReview(stall.shown, "谢谢", in: .chinese, by: actor, at: now)
    },
    RoleRow("removeReview", "v .  . . .  . .  y . . y  y  v .") { tx, _, stall, actor in
      try tx.removeReview(stall.shown, because: "abuse", by: actor, at: now)
    },
    RoleRow(
      "restoreReview", "v .  . . .  . .  y . . y  y  v .",
      first: { tx, _, stall, _ in
        try tx.removeReview(stall.shown, because: "abuse", by: .operator, at: now)
      },
      then: { tx, _, stall, actor in try tx.restoreReview(stall.shown, by: actor, at: now) }),
  ]

  private static let reports = [
    // Anybody, about what anybody sees.
    RoleRow("fileReport", "y y  y y y  y y  y y y y  y  y y") { tx, town, _, actor in
      guard let gig = town.stalls[.owner]?.gig else { return }
      _ = try tx.report(.gig(gig), by: actor)
    },
    RoleRow(
      "settleReport", "v .  . . .  . .  y . . y  y  v .",
      first: { tx, town, _, _ in
        guard let gig = town.stalls[.owner]?.gig else { return }
        _ = try tx.report(.gig(gig), by: .visitor)
      },
      then: { tx, _, _, actor in
        try tx.settleReport(ID(1), as: .upheld, note: "gone", by: actor, at: now)
      }),
  ]

  private static let house = [
    RoleRow("setRules", "v .  . . .  . .  . . . y  y  v .") { tx, _, _, actor in
      let text = Rules.standardText + "# Read again.\n"
      try tx.setRules(text, file: "new.rules", by: actor, at: now)
    }
  ]

  /// Orders, payments, refunds and payouts, when there are any.
  private static let money = [
    RoleRow("setRate", "v .  . . .  . .  . . y y  y  v .") { tx, _, _, actor in
      guard let dollar = Asset.currency("USD") else { return }
      try tx.setRate(dollar, in: .cny, 712, per: 100, from: "bank", by: actor, at: now)
    },
    RoleRow("correctBooks", "v .  . . .  . .  . . y y  y  v .") { tx, _, stall, actor in
      let outside = try tx.ledgerAccount(for: .init(.house, .outside, .cny, at: .sandbox), at: now)
      let wallet = try tx.ledgerAccount(
        for: .init(.party(stall.party.number), .wallet, .cny, at: .sandbox), at: now)
      try tx.correctBooks(
        Movement(100, from: outside.id, to: wallet.id), case: 7, because: "a double payment",
        by: actor, at: now)
    },
  ]
}
