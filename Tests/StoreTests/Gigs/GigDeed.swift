import Market
import Proving

@testable import Store

/// One thing that somebody does to a gig, a party or a profile.
enum GigDeed: Sendable {
  case open(ID<Party>, ID<Category>, GigContent)
  case revise(ID<Gig>, GigContent)
  case publish(ID<Gig>, GigContent)
  case pause(ID<Gig>)
  case resume(ID<Gig>)
  case archive(ID<Gig>)
  case restore(ID<Gig>)
  case move(ID<Gig>, ID<Category>)
  case rename(ID<Gig>, String)
  case approve(ID<Gig>)
  case reject(ID<Gig>)
  case takeDown(ID<Gig>)
  case reinstate(ID<Gig>)
  case suspend(ID<Party>)
  case reinstateParty(ID<Party>)
  case saveProfile(ID<Party>, [ID<Skill>])
  case hideProfile(ID<Party>)
  case rank(Listing, ID<Gig>)

  static let names: Set<String> = [
    "open", "revise", "publish", "pause", "resume", "archive", "restore", "move", "rename",
    "approve", "reject", "takeDown", "reinstate", "suspend", "reinstateParty", "saveProfile",
    "hideProfile", "rank",
  ]

  var name: String { "\(self)".prefix { $0 != "(" } + "" }

  /// What deeds are about.
  struct Goods: Sendable {
    let sellers: [ID<Party>]
    let categories: [ID<Category>]
    let tags: [ID<Tag>]
    let skills: [ID<Skill>]
  }

  static func content(_ goods: Goods, _ random: inout Seeded) -> GigContent {
    let titles = ["A logo", "A seal", "🎨", "Letters", "标志", "An “odd” one"]
    let tags = goods.tags.shuffled(using: &random).prefix(Int.random(in: 0...5, using: &random))
    return .titled(titles[Int.random(in: 0..<titles.count, using: &random)], tags: Array(tags))
  }

  static func any(_ goods: Goods, gigs: Int, _ random: inout Seeded) -> GigDeed {
    func number(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
    // Some gigs are in the middle of everything, so that they live through much.
    let gig = ID<Gig>(Int64(1 + number(number(2) == 0 ? 8 : gigs)))
    let party = goods.sellers[number(number(2) == 0 ? 3 : goods.sellers.count)]
    let category = goods.categories[number(goods.categories.count)]
    switch number(24) {
    case 0: return .open(party, category, content(goods, &random))
    case 1: return .revise(gig, content(goods, &random))
    case 2...4: return .publish(gig, content(goods, &random))
    case 5, 6: return .pause(gig)
    case 7, 8: return .resume(gig)
    case 9: return .archive(gig)
    case 10, 11: return .restore(gig)
    case 12: return .move(gig, category)
    case 13: return .rename(gig, "chosen-\(number(3))")
    case 14: return .approve(gig)
    case 15: return .reject(gig)
    case 16: return .takeDown(gig)
    case 17, 18: return .reinstate(gig)
    case 19: return .suspend(goods.sellers[number(3)])
    case 20: return .reinstateParty(goods.sellers[number(3)])
    case 21:
      return .saveProfile(party, Array(goods.skills.shuffled(using: &random).prefix(number(4))))
    case 22: return number(2) == 0 ? .hideProfile(goods.sellers[number(3)]) : .reinstateParty(party)
    default:
      let listings = [
        Listing.market, .category(category), .tag(goods.tags[number(goods.tags.count)]),
      ]
      return .rank(listings[number(3)], gig)
    }
  }

  func perform(
    _ tx: borrowing Transaction, by actor: Actor = .operator, at moment: Instant
  ) throws {
    switch self {
    case .open(let party, let category, let content):
      let gig = try tx.openGig(of: party, in: category, by: actor, at: moment)
      try tx.publish(gig.id, content, by: actor, at: moment)
    case .revise(let gig, let content):
      let seen = try tx.gig(gig).revision
      try tx.reviseGig(gig, content, from: seen, by: actor, at: moment)
    case .publish(let gig, let content): try tx.publish(gig, content, by: actor, at: moment)
    case .pause(let gig): try tx.pauseGig(gig, by: actor, at: moment)
    case .resume(let gig): try tx.resumeGig(gig, by: actor, at: moment)
    case .archive(let gig): try tx.archiveGig(gig, by: actor, at: moment)
    case .restore(let gig): try tx.restoreGig(gig, by: actor, at: moment)
    case .move(let gig, let category):
      try tx.moveGig(gig, to: category, by: actor, at: moment)
    case .rename(let gig, let slug):
      try tx.renameGig(gig, slug: slug, in: .english, by: actor, at: moment)
    case .approve(let gig): try tx.approveGig(gig, by: actor, at: moment)
    case .reject(let gig): try tx.rejectGig(gig, because: "x", by: actor, at: moment)
    case .takeDown(let gig): try tx.takeDownGig(gig, because: "x", by: actor, at: moment)
    case .reinstate(let gig): try tx.reinstateGig(gig, by: actor, at: moment)
    case .suspend(let party): try tx.suspend(party, because: "x", by: actor, at: moment)
    case .reinstateParty(let party): try tx.reinstate(party, by: actor, at: moment)
    case .saveProfile(let party, let skills):
      var content = ProfileContent.brief
      content.skills = skills.map { SkillLevel($0, .working) }
      let seen = try tx.profile(party)?.revision ?? 0
      try tx.saveProfile(of: party, content, from: seen, by: actor, at: moment)
    case .hideProfile(let party): try tx.hideProfile(party, by: actor, at: moment)
    case .rank(let listing, let gig):
      try tx.run("update gig set reviews = reviews + 1, stars = stars + 5 where id = $1", gig)
      try tx.rankFront(of: listing, at: moment)
    }
  }

  /// Whose slots it may fill or leave.
  func mayMove(_ member: Int64, of noun: String, owners: [Int64: Int64]) -> Bool {
    let isSkill = noun == Noun.skill.rawValue
    return switch self {
    case .open: !isSkill && owners[member] == nil
    case .revise, .rename, .rank: false
    case .publish(let gig, _), .pause(let gig), .resume(let gig), .archive(let gig),
      .restore(let gig), .move(let gig, _), .approve(let gig), .reject(let gig),
      .takeDown(let gig), .reinstate(let gig):
      !isSkill && member == gig.number
    case .suspend(let party), .reinstateParty(let party):
      (isSkill ? member : owners[member]) == party.number
    case .saveProfile(let party, _), .hideProfile(let party):
      isSkill && member == party.number
    }
  }

  /// How many gigs it may show or hide.
  var gigsMax: Int {
    switch self {
    case .suspend, .reinstateParty: 4
    default: 1
    }
  }
}
