package import Market

/// Gigs and sellers that may have to be found by other words than before.
package struct SearchTouched: Sendable {
  package fileprivate(set) var gigs: Set<ID<Gig>> = []
  package fileprivate(set) var sellers: Set<ID<Party>> = []
  /// How much of the log has been seen.
  package fileprivate(set) var position: Position
}

extension Reading where Self: ~Copyable {
  /// What happened after `position` has touched; as much of the log as is looked at in one go.
  package func searchTouched(
    after position: Position, atMost limit: Int
  ) throws -> SearchTouched {
    var touched = SearchTouched(position: position)
    for logged in try changes(after: position, atMost: limit) {
      try note(logged.change, in: &touched)
      touched.position = logged.position
    }
    return touched
  }

  private func note(_ change: Change, in touched: inout SearchTouched) throws {
    let number = change.subject
    switch change.noun {
    case .gig: touched.gigs.insert(ID(number))
    // The name of a seller stands with the gigs.
    case .party, .profile:
      touched.sellers.insert(ID(number))
      let gigs: [ID<Gig>] = try rows("select id from gig where party = $1", number) { try $0[0] }
      touched.gigs.formUnion(gigs)
    // Where only a count has moved, no word has.
    case .category where change.after?.seen == nil:
      let gigs: [ID<Gig>] = try rows(
        """
        select g.id from gig g join category c on c.id = g.category
        where c.id = $1 or c.parent = $1
        """, number
      ) { try $0[0] }
      touched.gigs.formUnion(gigs)
    case .tag where change.after?.seen == nil:
      touched.gigs.formUnion(try gigs(taggedWith: ID(number)))
    case .skill where change.after?.seen == nil:
      touched.sellers.formUnion(try sellers(skilledIn: ID(number)))
    default: break
    }
  }
}

extension Transaction {
  /// Brings the rows that gigs are found by to what the gigs say now. It may be done again at any time.
  package func indexForSearch(_ gigs: [ID<Gig>]) throws {
    let words = try searchWords(of: gigs)
    for gig in gigs {
      let text = words[gig]?.text ?? ""
      let known = try row("select words from gig_search where gig = $1", gig) {
        try $0[0] as String
      }
      if text == known ?? "" { continue }
      if known != nil {
        try run("unindex gig_search where gig = $1", gig)
        try run("delete from gig_search where gig = $1", gig)
      }
      if !text.isEmpty {
        try run("insert into gig_search (gig, words) values ($1, $2)", gig, text)
        try run("index gig_search where gig = $1", gig)
      }
    }
  }

  /// The same for sellers.
  package func indexForSearch(_ sellers: [ID<Party>]) throws {
    let words = try searchWords(of: sellers)
    for seller in sellers {
      let text = words[seller]?.text ?? ""
      let known = try row("select words from seller_search where party = $1", seller) {
        try $0[0] as String
      }
      if text == known ?? "" { continue }
      if known != nil {
        try run("unindex seller_search where party = $1", seller)
        try run("delete from seller_search where party = $1", seller)
      }
      if !text.isEmpty {
        try run("insert into seller_search (party, words) values ($1, $2)", seller, text)
        try run("index seller_search where party = $1", seller)
      }
    }
  }
}
