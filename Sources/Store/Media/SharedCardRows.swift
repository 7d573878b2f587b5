package import Market

extension Schema {
  static let theCards = Migration(
    number: 17, name: "cards of gigs for those who share them",
    statements: [
      """
      create table share_card (
        version INT not null, locale TEXT not null, key TEXT not null, digest TEXT,
        primary key (version, locale))
      """,
      "create index share_card_key on share_card (key)",
    ])
}

/// The work of drawing the cards of a gig.
package enum CardTask {
  package static let kind = "card.draw"
  /// The page goes first: a card takes a processor for longer than the page does. Who publishes again in
  /// a moment has the last version drawn.
  package static let pause = Duration.seconds(2)
}

extension Reading where Self: ~Copyable {
  func sharedCards(
    of versions: [ID<GigVersion>]
  ) throws -> Gathered<GigVersion, [SharedCard]> {
    var cards = Gathered<GigVersion, [SharedCard]>()
    try each(
      """
      select version, locale, key, digest from share_card where digest is not null and version in (ids)
      order by version, locale
      """, among: versions
    ) { row in
      let card = try SharedCard(key: row[2], language: row[1], digest: row[3])
      cards.change(try row[0], orAdd: []) { $0.append(card) }
    }
    return cards
  }

  package func sharedCards(of version: ID<GigVersion>) throws -> [SharedCard] {
    try sharedCards(of: [version])[version] ?? []
  }
}

extension Transaction {
  /// Drawn soon, once however often it is asked for.
  func askForCards(of gig: ID<Gig>, at now: Instant) throws {
    try enqueue(CardTask.kind, "\(gig)", key: "\(CardTask.kind) \(gig)", at: now + CardTask.pause)
  }

  /// By the house, which is about to put cards on the shelf under that key: nobody takes them for what
  /// belongs to nobody. False when visitors see another version by now.
  package func beginCards(
    of version: ID<GigVersion>, gig: ID<Gig>, in languages: [Locale], as key: MediaKey
  ) throws -> Bool {
    guard try self.gig(gig).version == version else { return false }
    try run("delete from share_card where version = $1", version)
    for language in languages {
      try run(
        "insert into share_card (version, locale, key) values ($1, $2, $3)", version, language,
        key)
    }
    return true
  }

  /// They stand on the shelf. Those of former versions are shown no more.
  package func keepCards(
    _ cards: [SharedCard], of version: ID<GigVersion>, gig: ID<Gig>, at now: Instant
  ) throws {
    try run(
      """
      delete from share_card where version <> $2
        and version in (select id from gig_version where gig = $1)
      """, gig, version)
    for card in cards {
      try run(
        "update share_card set digest = $4 where version = $1 and locale = $2 and key = $3",
        version, card.language, card.key, card.digest)
    }
    let unseen = Route(isShown: false)
    try record(Change(of: .shareCard, gig.number, from: unseen, to: unseen), at: now)
  }
}
