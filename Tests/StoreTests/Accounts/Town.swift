import Market
import Testing

@testable import Store

/// Who may ask.
enum Role: String, CaseIterable {
  case visitor
  /// Whose the thing is.
  case owner
  /// Of the organisation whose the thing is.
  case member
  case manager
  case boss
  /// Has nothing to do with it.
  case other
  /// The owner of another organisation.
  case foreigner
  case moderator
  case support
  case finance
  case admin
  case `operator`
  /// Whose the thing is too, an owner of the organisation, and an admin; but the account is disabled.
  case disabled
  /// The same with an account in order, but suspended.
  case suspended
}

/// A market in which everything that the store can do can be done next.
struct Town: Sendable {
  /// What one party has.
  struct Stall: Sendable {
    let party: ID<Party>
    /// Who stands behind it.
    let person: Account
    /// On show, with a draft besides.
    let gig: ID<Gig>
    let item: ID<PortfolioItem>
    /// About which nobody has written, and of which the stall is the seller.
    let deal: Deal
    /// By the stall.
    let blind: ID<Review>
    /// About the stall.
    let shown: ID<Review>
  }

  let people: [Role: Account]
  let stalls: [Role: Stall]
  let organisation: ID<Party>
  /// A plain member of the organisation who does nothing.
  let fellow: Account
  let newcomer: Account
  /// Suspended, and no admin.
  let stray: Account
  let categories: [ID<Market.Category>]

  /// The things that are tried on: who has some tries his own, and strangers try all.
  func stalls(for role: Role) -> [Stall] {
    switch role {
    case .owner, .disabled, .suspended: [stalls[role]].compactMap(\.self)
    case .member, .manager, .boss: [stalls[.boss]].compactMap(\.self)
    default: [stalls[.owner], stalls[.boss]].compactMap(\.self)
    }
  }

  /// A town of one's own, like all others.
  static func ground(_ engine: Engine) throws -> Ground {
    try Ground(copying: #require(built[engine]).get())
  }

  private static let built = Dictionary(
    uniqueKeysWithValues: Engine.all.map { engine in
      (
        engine,
        Result {
          let ground = try Ground(engine)
          _ = try ground.write { try $0.town() }
          return ground
        }
      )
    })

  func actor(_ role: Role, _ tx: borrowing Transaction) throws -> Actor {
    switch role {
    case .visitor: .visitor
    case .operator: .operator
    default: try people[role].map { try tx.actor($0.id) } ?? .visitor
    }
  }
}

extension Transaction {
  func town() throws -> Town {
    let categories = try catalogue()
    var people: [Role: Account] = [:]
    for role in Role.allCases where ![.visitor, .operator].contains(role) {
      people[role] = try person(role.rawValue)
    }
    let others = try self.people("fellow", "newcomer", "stray", "buyer")
    let organisation = try join(people, others[0])
    for role in StaffRole.allCases {
      guard let colleague = Role(rawValue: role.rawValue).flatMap({ people[$0] }) else { continue }
      try grant(role, to: colleague.id, by: .operator, at: now)
    }
    var stalls: [Role: Town.Stall] = [:]
    for (place, role) in [Role.owner, .boss, .disabled, .suspended].enumerated() {
      guard let person = role == .boss ? others[0] : people[role] else { continue }
      stalls[role] = try stall(
        of: role == .boss ? organisation : person.party, person, in: categories[0],
        buyer: others[3].party, orders: Int64(place * 10))
    }
    for role in [Role.disabled, .suspended] {
      guard let person = people[role] else { continue }
      try grant(.admin, to: person.id, by: .operator, at: now)
    }
    if let id = people[.disabled]?.id { try disableAccount(id, by: .operator, at: now) }
    for party in [people[.suspended], others[2]].compactMap(\.?.party) {
      try suspend(party, because: "spam", by: .operator, at: now)
    }
    return Town(
      people: people, stalls: stalls, organisation: organisation, fellow: others[0],
      newcomer: others[1], stray: others[2], categories: categories)
  }

  private func join(_ people: [Role: Account], _ fellow: Account) throws -> ID<Party> {
    guard let boss = people[.boss], let foreigner = people[.foreigner] else {
      throw AccountError.unchanged
    }
    let id = try organisation("studio", of: boss)
    _ = try organisation("elsewhere", of: foreigner)
    let roles: [(Role, MemberRole)] = [
      (.member, .member), (.manager, .manager), (.disabled, .owner), (.suspended, .owner),
    ]
    for (role, place) in roles {
      guard let member = people[role] else { continue }
      try setMember(member.party, as: place, in: id, by: .operator, at: now)
    }
    try setMember(fellow.party, as: .member, in: id, by: .operator, at: now)
    return id
  }

  private func stall(
    of party: ID<Party>, _ person: Account, in category: ID<Market.Category>, buyer: ID<Party>,
    orders: Int64
  ) throws -> Town.Stall {
    var content = GigContent.sample
    content.tags = [try tag([.english: "retro"], by: .operator, at: now)]
    let gig = try gig(of: party, in: category, content)
    try reviseGig(gig, .sample, from: try self.gig(gig).revision, by: .operator, at: now)
    var profile = ProfileContent.sample
    profile.skills = [
      SkillLevel(try addSkill([.english: "Logos"], by: .operator, at: now), .expert)
    ]
    try saveProfile(of: party, profile, from: 0, by: .operator, at: now)
    let item = try addPortfolioItem(
      of: party, in: nil, titles: [.chinese: "作品"], year: nil, by: .operator, at: now)
    let half = try deal(orders + 1, of: gig, buyer: buyer)
    let whole = try deal(orders + 2, of: gig, buyer: buyer)
    try review(whole, .seller)
    return Town.Stall(
      party: party, person: person, gig: gig, item: item,
      deal: try deal(orders + 3, of: gig, buyer: buyer), blind: try review(half, .seller),
      shown: try review(whole, .buyer))
  }
}
