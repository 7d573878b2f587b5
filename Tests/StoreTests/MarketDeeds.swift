import Market
import Proving

@testable import Store

// What is done to gigs and the catalogue, to people, to profiles, and by the house.
extension MarketChoice {
  private func allTags(in tx: borrowing Transaction) -> [ID<Tag>] {
    (1..<tx.upcoming(Tag.self).number).map { ID($0) }
  }

  private mutating func goods(in tx: borrowing Transaction) throws -> GigDeed.Goods {
    GigDeed.Goods(
      sellers: (0..<6).map { _ in any(Party.self, in: tx) },
      categories: try tx.categories().filter { $0.group != nil }.map(\.id),
      tags: allTags(in: tx), skills: (1..<tx.upcoming(Skill.self).number).map { ID($0) })
  }

  mutating func deal(
    _ kind: MarketAction.Kind, in tx: borrowing Transaction
  ) throws -> String {
    switch kind {
    case .openGig:
      let content = GigDeed.content(try goods(in: tx), &random)
      let party = chance(80) ? ID<Party>(Int64(number(1...12))) : any(Party.self, in: tx)
      let gig = try tx.openGig(
        of: party, in: any(Market.Category.self, in: tx), by: actor(for: party, in: tx), at: at)
      if chance(90) { try tx.publish(gig.id, content, at: at) }
      return told(try tx.gig(gig.id))
    case .gigDeed:
      let deed = GigDeed.any(
        try goods(in: tx), gigs: Int(tx.upcoming(Gig.self).number) - 1, &random)
      // That one writes figures by hand.
      if case .rank = deed { return "nothing" }
      try deed.perform(tx, by: actor(in: tx), at: at)
      return told(deed)
    case .oddDraft:
      let gig = try tx.gig(any(Gig.self, in: tx))
      var odd = OddContent(seed: random.next(), tags: allTags(in: tx))
      let isFit = chance(30) && allTags(in: tx).count > 2
      var content = isFit ? odd.publishable() : odd.content()
      if chance(80) { content.asset = .cny }
      if isFit { try tx.makeReady(content, of: gig.party) }
      let actor = try actor(for: gig.party, in: tx)
      let revised = try tx.reviseGig(
        gig.id, content, from: gig.revision - (chance(5) ? 1 : 0), by: actor, at: at)
      guard isFit || chance(10) else { return told(revised) }
      return told(try tx.publishGig(gig.id, by: actor, at: at))
    case .countOrder:
      for gig in [any(Gig.self, in: tx), ID(1)] {
        for _ in 0..<number(1...9) { try tx.countOrder(of: gig, at: at) }
      }
      return "counted"
    case .rankFront:
      let listing = try anyListing(in: tx)
      try tx.rankFront(of: listing, at: at)
      return told(try tx.front(of: listing))
    case .catalogue:
      return "\(try tx.saveCatalogue(anyCatalogue(), by: actor(in: tx), at: at))"
    case .tag:
      let names: Localized = [.english: "Tag \(number(1...30))", .chinese: "标签\(number(1...30))"]
      return "\(try tx.tag(names, by: actor(in: tx), at: at))"
    default:
      let names: Localized = [.english: "Skill \(number(1...20))", .chinese: "技能\(number(1...20))"]
      return "\(try tx.addSkill(names, by: actor(in: tx), at: at))"
    }
  }

  mutating func anyListing(in tx: borrowing Transaction) throws -> Listing {
    switch number(0...3) {
    case 0: .market
    case 1: .category(any(Market.Category.self, in: tx))
    case 2: .tag(any(Tag.self, in: tx))
    default: .skill(any(Skill.self, in: tx))
    }
  }

  private mutating func anyCatalogue() throws -> CataloguePlan {
    var text = "[group design]\nname.en = Design \(number(1...3))\n"
    let hasStudio = chance(40)
    for slug in ["logos", "posters", "seals", "fonts"] where chance(slug == "logos" ? 99 : 85) {
      text += "[category \(slug)]\nname.en = \(slug)\nsummary.zh-CN = 说明\(number(1...2))\n"
      if hasStudio, slug != "fonts" { text += "vertical = studio\n" }
      guard chance(40) else { continue }
      text += """
        [attribute \(slug) style]
        label.en = Style
        choice modern.en = Modern \(number(1...2))
        choice classic.zh-CN = 古典

        """
    }
    if hasStudio {
      text += "[vertical studio]\nname.en = Studio\nsummary.en = Way \(number(1...2))\n"
      text += "[step draft]\nname.en = Draft \(number(1...2))\n"
    }
    return try GigFair.plan(text)
  }

  mutating func live(
    _ kind: MarketAction.Kind, in tx: borrowing Transaction
  ) throws -> String {
    let actor = try actor(in: tx)
    let (account, party) = (any(Account.self, in: tx), any(Party.self, in: tx))
    switch kind {
    case .openAccount:
      let digits = number(100...400)
      let contact =
        try chance(50)
        ? Contact(email: "n\(digits)@example.com") : Contact(phone: "+86138001\(digits)00")
      return told(
        try tx.openAccount(
          name: pick(["王小明", "Ada", " ", "👩‍👩‍👧"], or: "Bea"), contact: contact,
          locale: pick([.chinese, .english], or: .english),
          by: chance(70) ? .visitor : actor, at: at))
    case .account:
      if chance(40) {
        try tx.disableAccount(account, by: actor, at: at)
      } else {
        try tx.enableAccount(account, by: actor, at: at)
      }
      return told(try tx.account(account))
    case .staffRole:
      let role = pick(StaffRole.allCases, or: .support)
      if chance(50) {
        try tx.grant(role, to: account, by: actor, at: at)
      } else {
        try tx.revoke(role, from: account, by: actor, at: at)
      }
      return told(try tx.roles(of: account))
    case .found: return told(try tx.found("社", in: .chinese, owner: party, by: actor, at: at))
    case .member:
      // Half of the time where there are members.
      let known = try tx.memberships(of: party).first?.organisation.id
      let organisation = known ?? (chance(60) ? town.organisation : any(Party.self, in: tx))
      if chance(60) {
        let role = pick(MemberRole.allCases, or: .member)
        try tx.setMember(party, as: role, in: organisation, by: actor, at: at)
      } else {
        try tx.removeMember(party, from: organisation, by: actor, at: at)
      }
      return told(try tx.organisation(organisation).members)
    default:
      switch number(0...9) {
      case 0: try tx.closeParty(party, by: actor, at: at)
      case 1...4: try tx.suspend(party, because: "spam", by: actor, at: at)
      default: try tx.reinstate(party, by: actor, at: at)
      }
      return told(try tx.party(party))
    }
  }

  mutating func present(
    _ kind: MarketAction.Kind, in tx: borrowing Transaction
  ) throws -> String {
    let party = any(Party.self, in: tx)
    let actor = try actor(for: party, in: tx)
    switch kind {
    case .profile:
      if chance(15) {
        try tx.hideProfile(party, by: actor, at: at)
        return "hidden"
      }
      let seen = try tx.profile(party)?.revision ?? 0
      let content = anyProfile(in: tx)
      return told(try tx.saveProfile(of: party, content, from: seen, by: actor, at: at))
    case .takeDownProfile:
      try tx.takeDownProfile(party, chance(50), because: "lies", by: actor, at: at)
      return told(try tx.profile(party) as Any)
    case .portfolio:
      if chance(30) {
        try tx.removePortfolioItem(any(PortfolioItem.self, in: tx), by: actor, at: at)
        return "removed"
      }
      let item = try tx.addPortfolioItem(
        of: party, in: chance(50) ? any(Market.Category.self, in: tx) : nil,
        titles: [.chinese: "作品", .english: "Work"], summaries: [.english: "For a museum"],
        year: chance(50) ? number(1_990...2_026) : nil, by: actor, at: at)
      return "\(item)"
    default:
      try tx.setLevel(pick(Level.allCases, or: .new), of: party, at: at)
      try tx.setPace(
        onTime: chance(50) ? number(0...10_000) : nil, answersInMinutes: number(1...900),
        of: party, at: at)
      return told(try tx.profile(party)?.figures as Any)
    }
  }

  private mutating func anyProfile(in tx: borrowing Transaction) -> ProfileContent {
    var content = chance(50) ? ProfileContent.sample : .brief
    content.skills = Array(Set((0..<number(0...3)).map { _ in any(Skill.self, in: tx) }))
      .sorted { $0.number < $1.number }.map { SkillLevel($0, .expert) }
    content.languages = chance(50) ? [SpokenLanguage(.english, .fluent)] : []
    if chance(30) {
      content.proofs = [
        Qualification(.education, title: [.english: "BA", .chinese: "学士"], to: 2_010)
      ]
    }
    if chance(30) { content.hourlyRate = Money(minorUnits: 12_345, chance(80) ? .cny : jpy) }
    return content
  }

  mutating func govern(
    _ kind: MarketAction.Kind, in tx: borrowing Transaction
  ) throws -> String {
    switch kind {
    case .rules:
      var text = Rules.standardText.replacing("tags-max = 5", with: "tags-max = \(number(3...6))")
      if chance(50) {
        text = text.replacing(
          "[order]",
          with:
            "[asset JPY]\nprice-min = 1\nprice-max = 9000000\nsmall-order-below = 1\nsmall-order-fee = 0\n[order]"
        )
      }
      let from = chance(70) ? nil : at + .days(Int64(number(-1...30)))
      return told(
        try tx.setRules(text, file: "my.rules", from: from, by: actor(in: tx), at: at))
    case .setting:
      let value = chance(25) ? "on" : "off"
      return told(try tx.set(Visibility.settingName, to: value, by: "account:7", at: at))
    default:
      let start: ID<Gig> = chance(60) ? ID(0) : any(Gig.self, in: tx)
      return told(try tx.showOrHideGigs(after: start, atMost: number(1...60), at: at) as Any)
    }
  }
}
