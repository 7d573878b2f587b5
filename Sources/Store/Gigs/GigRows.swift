package import Market

extension Reading where Self: ~Copyable {
  package func gig(_ id: ID<Gig>) throws -> Gig {
    guard let gig = try row(GigRow.byID, id, as: GigRow.init) else { throw GigError.unknown(id) }
    return try complete(gig)
  }

  /// All gigs of a party, in the order in which they were opened.
  package func gigs(of party: ID<Party>) throws -> [Gig] {
    try rows(GigRow.byParty, party, as: GigRow.init).map { try complete($0) }
  }

  package func gigs(after last: ID<Gig>, atMost limit: Int) throws -> [Gig] {
    try rows(GigRow.after, last, limit, as: GigRow.init).map { try complete($0) }
  }

  func complete(_ row: GigRow) throws -> Gig {
    Gig(
      id: row.id, party: row.party, category: row.category, state: row.state,
      moderation: row.moderation, version: row.version, draft: row.draft,
      revision: row.revision, openedAt: row.openedAt, isShown: row.isShown,
      slugs: row.version == nil ? [:] : try slugs(of: .gig, row.id.number),
      tags: try row.version.map { try tags(of: $0) } ?? [])
  }

  /// How many of a party's gigs are on offer, without this one.
  package func gigsOnOffer(of party: ID<Party>, besides gig: ID<Gig>) throws -> Int {
    try row(
      """
      select count(*) from gig
      where party = $1 and id <> $2 and state in ('published', 'paused')
      """, party, gig
    ) { try $0[0] } ?? 0
  }

  package func gigVersion(_ id: ID<GigVersion>) throws -> GigVersion? {
    try row(
      """
      select id, gig, number, made_at, published_at, author, rules, digest from gig_version
      where id = $1
      """, id, as: GigVersion.init(row:))
  }

  package func gigVersions(of gig: ID<Gig>) throws -> [GigVersion] {
    try rows(
      """
      select id, gig, number, made_at, published_at, author, rules, digest from gig_version
      where gig = $1 order by number
      """, gig, as: GigVersion.init(row:))
  }

  func tags(of version: ID<GigVersion>) throws -> [ID<Tag>] {
    try rows("select tag from gig_tag where version = $1 order by position", version) {
      try $0[0]
    }
  }

  package func gigFigures(_ id: ID<Gig>) throws -> GigFigures {
    let found = try row("select orders, reviews, stars from gig where id = $1", id) {
      GigFigures(orders: try $0[0], reviews: try $0[1], stars: try $0[2])
    }
    guard let found else { throw GigError.unknown(id) }
    return found
  }
}

/// A gig as its own table has it.
struct GigRow {
  let id: ID<Gig>
  let party: ID<Party>
  let category: ID<Category>
  let state: Gig.State
  let moderation: Gig.Moderation
  let version: ID<GigVersion>?
  let draft: ID<GigVersion>?
  let revision: Int
  let openedAt: Instant
  let isShown: Bool

  static let byID: SQL = """
    select id, party, category, state, state_at, moderation, moderated_at, reason, version, draft,
      revision, opened_at, is_shown
    from gig where id = $1
    """
  static let byParty: SQL = """
    select id, party, category, state, state_at, moderation, moderated_at, reason, version, draft,
      revision, opened_at, is_shown
    from gig where party = $1 order by id
    """
  static let after: SQL = """
    select id, party, category, state, state_at, moderation, moderated_at, reason, version, draft,
      revision, opened_at, is_shown
    from gig where id > $1 order by id limit $2
    """

  init(_ row: borrowing Row) throws {
    id = try row[0]
    party = try row[1]
    category = try row[2]
    state = try Gig.State(name: row[3], at: row[4])
    moderation = try Gig.Moderation(name: row[5], at: row[6], reason: row[7])
    version = try row[8]
    draft = try row[9]
    revision = try row[10]
    openedAt = try row[11]
    isShown = try row[12]
  }
}

extension Gig.State {
  fileprivate init(name: String, at: Instant) throws {
    switch name {
    case "draft": self = .draft
    case "published": self = .published(at: at)
    case "paused": self = .paused(at: at)
    case "archived": self = .archived(at: at)
    default: throw StoreError.corrupt("a gig is “\(name)”")
    }
  }

  package var name: String {
    switch self {
    case .draft: "draft"
    case .published: "published"
    case .paused: "paused"
    case .archived: "archived"
    }
  }

  /// Nil for a draft, which is one from the beginning.
  var at: Instant? {
    switch self {
    case .draft: nil
    case .published(let at), .paused(let at), .archived(let at): at
    }
  }
}

extension Gig.Moderation {
  fileprivate init(name: String, at: Instant, reason: String?) throws {
    switch name {
    case "unseen": self = .unseen
    case "approved": self = .approved(at: at)
    case "rejected": self = .rejected(at: at, reason: reason ?? "")
    case "taken down": self = .takenDown(at: at, reason: reason ?? "")
    default: throw StoreError.corrupt("a gig's moderation is “\(name)”")
    }
  }

  package var name: String {
    switch self {
    case .unseen: "unseen"
    case .approved: "approved"
    case .rejected: "rejected"
    case .takenDown: "taken down"
    }
  }

  var columns: (at: Instant?, reason: String?) {
    switch self {
    case .unseen: (nil, nil)
    case .approved(let at): (at, nil)
    case .rejected(let at, let reason), .takenDown(let at, let reason): (at, reason)
    }
  }
}

extension GigVersion {
  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], gig: try row[1], number: try row[2], madeAt: try row[3],
      publishedAt: try row[4], author: try row[5], rules: try row[6], digest: try row[7])
  }
}
