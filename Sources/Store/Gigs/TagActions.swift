package import Market

extension Reading where Self: ~Copyable {
  package func tag(_ id: ID<Tag>) throws -> Tag? {
    guard let slug = try row("select slug from tag where id = $1", id, as: { try $0[0] as String })
    else { return nil }
    var names = Localized()
    try each("select locale, name from tag_text where tag = $1", id) {
      names[try $0[0]] = try $0[1] as String
    }
    return Tag(id: id, slug: slug, names: names)
  }

  package func tag(slug: String) throws -> ID<Tag>? {
    try row("select id from tag where slug = $1", slug) { try $0[0] }
  }

  /// The tag that has this name in this language, in large letters or small ones.
  package func tag(named name: String, in locale: Locale) throws -> ID<Tag>? {
    try row(
      "select tag from tag_text where folded = $1 and locale = $2 order by tag limit 1",
      name.lowercased(), locale
    ) { try $0[0] }
  }
}

extension Transaction {
  /// The tag of this name, made if nobody has used the word before, and written as the first one
  /// wrote it. Names in other languages are added when somebody knows them.
  package func tag(_ names: Localized, by actor: Actor, at now: Instant) throws -> ID<Tag> {
    try mustSpeak(actor)
    guard !names.texts.isEmpty,
      names.texts.values.allSatisfy({ $0.isLine(atMost: Tag.nameCharactersMax) })
    else { throw GigError.unfit([.unfit(.tags)]) }
    for (locale, name) in names.inOrder {
      if let known = try tag(named: name, in: locale) {
        try add(names, to: known, at: now)
        return known
      }
    }
    let id = next(Tag.self)
    let slug = try freeSlug(for: names, id.number) { slug in
      try tag(slug: slug) == nil
    }
    try run("insert into tag (id, slug) values ($1, $2)", id, slug)
    for (locale, name) in names.inOrder { try call(id, name, in: locale) }
    try record(
      Change(of: .tag, id.number, from: nil, to: Route(slug: slug, isShown: false)), at: now)
    return id
  }

  private func call(_ tag: ID<Tag>, _ name: String, in locale: Locale) throws {
    try run(
      "insert into tag_text (tag, locale, name, folded) values ($1, $2, $3, $4)", tag, locale, name,
      name.lowercased())
  }

  private func add(_ names: Localized, to id: ID<Tag>, at now: Instant) throws {
    guard names.texts.count > 1, let known = try tag(id) else { return }
    let missing = names.inOrder.filter { known.names[$0.locale] == nil }
    guard !missing.isEmpty else { return }
    for (locale, name) in missing { try call(id, name, in: locale) }
    let isShown = try listing(.tag(id))?.shown ?? 0 > 0
    let route = Route(slug: known.slug, isShown: isShown)
    try record(Change(of: .tag, id.number, from: route, to: route), at: now)
  }

  /// Anybody may who may write at all.
  private func mustSpeak(_ actor: Actor) throws {
    switch actor {
    case .operator: break
    case .visitor: throw GigError.refused(.signInNeeded)
    case .member(let standing):
      guard try party(standing.party).isActive else { throw GigError.notActive(standing.party) }
    }
  }
}
