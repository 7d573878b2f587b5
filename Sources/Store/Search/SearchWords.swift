import Market

/// What something is found by, as it lies in its row.
struct SearchWords {
  /// Before a word that stands in the title, which is there a second time.
  static let titleMark = "^"

  private var titles: [String] = []
  private var texts: [String] = []

  mutating func add(title: String) { titles.append(title) }
  mutating func add(_ text: String) { texts.append(text) }

  /// Texts are apart from each other: what ends one and what begins the next is no pair.
  var text: String {
    let inTitle = SearchTokens.ofText(titles.joined(separator: "\n"))
    let all = SearchTokens.ofText((titles + texts).joined(separator: "\n"))
    return Self.text(inTitle.map { Self.titleMark + $0 } + all)
  }

  static func text(_ tokens: [String]) -> String { tokens.joined(separator: " ") }
}

extension Reading where Self: ~Copyable {
  /// What those of these gigs are found by that visitors can see.
  func searchWords(of gigs: [ID<Gig>]) throws -> Gathered<Gig, SearchWords> {
    var words = Gathered<Gig, SearchWords>()
    try each(
      """
      select g.id, t.title, t.summary from gig g join gig_text t on t.version = g.version
      where g.is_shown = 1 and g.id in (ids) order by g.id, t.locale
      """, among: gigs
    ) { row in
      try words.change(row[0], orAdd: SearchWords()) {
        $0.add(title: try row[1])
        $0.add(try row[2])
      }
    }
    let shown = words.ids
    try each(
      """
      select g.id, p.text from gig g join gig_phrase p on p.version = g.version
      where p.part = 'package' and g.id in (ids)
      """, among: shown
    ) { row in try words.change(row[0]) { $0.add(try row[1]) } }
    try each(
      """
      select g.id, t.name from gig g join gig_tag k on k.version = g.version
        join tag_text t on t.tag = k.tag
      where g.id in (ids)
      """, among: shown
    ) { row in try words.change(row[0]) { $0.add(try row[1]) } }
    try each(
      """
      select g.id, t.name from gig g join category c on c.id = g.category
        join category_text t on t.category = c.id or t.category = c.parent
      where g.id in (ids)
      """, among: shown
    ) { row in try words.change(row[0]) { $0.add(try row[1]) } }
    try each(
      """
      select g.id, p.name, t.name from gig g join party p on p.id = g.party
        left join profile_text t on t.party = g.party
      where g.id in (ids)
      """, among: shown
    ) { row in try words.change(row[0]) { try $0.addNames(row) } }
    return words
  }

  /// The same of sellers: their names stand where a gig has its title.
  func searchWords(of sellers: [ID<Party>]) throws -> Gathered<Party, SearchWords> {
    var words = Gathered<Party, SearchWords>()
    try each(
      """
      select p.id, p.name, t.name, t.headline, t.about
      from profile f join party p on p.id = f.party left join profile_text t on t.party = f.party
      where f.is_shown = 1 and f.party in (ids) order by f.party, t.locale
      """, among: sellers
    ) { row in
      try words.change(row[0], orAdd: SearchWords()) {
        $0.add(title: try row[1])
        $0.add(title: try row[2] ?? "")
        $0.add(try row[3] ?? "")
        $0.add(try row[4] ?? "")
      }
    }
    try each(
      """
      select k.party, t.name from profile_skill k join skill_text t on t.skill = k.skill
      where k.party in (ids)
      """, among: words.ids
    ) { row in try words.change(row[0]) { $0.add(try row[1]) } }
    return words
  }
}

extension SearchWords {
  fileprivate mutating func addNames(_ row: borrowing Row) throws {
    add(try row[1])
    add(try row[2] ?? "")
  }
}
