package import Market

/// What a version says, out of its rows.
extension Reading where Self: ~Copyable {
  package func gigContent(of version: ID<GigVersion>) throws -> GigContent? {
    try writtenVersions([version])[version]?.content
  }

  /// Some versions with all they say.
  func writtenVersions(
    _ ids: [ID<GigVersion>]
  ) throws -> Gathered<GigVersion, WrittenVersion> {
    var found = Gathered<GigVersion, WrittenVersion>()
    try each(
      """
      select id, gig, number, made_at, published_at, author, rules, digest, origin, asset, scale
      from gig_version where id in (ids)
      """, among: ids
    ) {
      let version = try WrittenVersion(row: $0)
      found.add(version, as: version.version.id)
    }
    try readContents(into: &found)
    return found
  }

  /// Those versions of some gigs that a visitor may have seen, the first one of each first.
  func publishedVersions(
    of gigs: [ID<Gig>]
  ) throws -> Gathered<GigVersion, WrittenVersion> {
    var found = Gathered<GigVersion, WrittenVersion>()
    try each(
      """
      select id, gig, number, made_at, published_at, author, rules, digest, origin, asset, scale
      from gig_version where gig in (ids) and published_at is not null order by gig, number
      """, among: gigs, column: 1
    ) {
      let version = try WrittenVersion(row: $0)
      found.add(version, as: version.version.id)
    }
    try readContents(into: &found)
    return found
  }

  private func readContents(
    into versions: inout Gathered<GigVersion, WrittenVersion>
  ) throws {
    try readTexts(into: &versions)
    try readParts(into: &versions)
    // What they say is put where they stand.
    try readPhrases(into: &versions)
    try readChoices(into: &versions)
    let files = try shownFiles(of: versions.ids)
    for (version, files) in zip(files.ids, files.records) {
      versions.change(version) { $0.files = files }
    }
  }

  package func gigTexts(of version: ID<GigVersion>) throws -> ByLocale<GigText> {
    var texts: ByLocale<GigText> = [:]
    try each(
      """
      select version, locale, title, summary, description, source, source_version from gig_text
      where version = $1
      """, version
    ) { texts[try $0[1]] = try GigText(row: $0) }
    return texts
  }

  private func readTexts(
    into versions: inout Gathered<GigVersion, WrittenVersion>
  ) throws {
    try each(
      """
      select version, locale, title, summary, description, source, source_version from gig_text
      where version in (ids)
      """, among: versions.ids
    ) { row in
      try versions.change(row[0]) { $0.content.texts[try row[1]] = try GigText(row: row) }
    }
  }

  private func readPhrases(
    into versions: inout Gathered<GigVersion, WrittenVersion>
  ) throws {
    try each(
      """
      select version, part, position, locale, text, detail from gig_phrase
      where version in (ids)
      """, among: versions.ids
    ) { row in
      try versions.change(row[0]) {
        try $0.content.say(row[4], row[5], in: row[3], row[1], at: row[2])
      }
    }
  }

  private func readChoices(
    into versions: inout Gathered<GigVersion, WrittenVersion>
  ) throws {
    try each(
      "select version, name, choice from gig_attribute where version in (ids)",
      among: versions.ids
    ) { row in
      try versions.change(row[0]) { $0.content.attributes[try row[1]] = try row[2] as String }
    }
    try each(
      "select version, tag from gig_tag where version in (ids) order by version, position",
      among: versions.ids
    ) { row in
      try versions.change(row[0]) { $0.content.tags.append(try row[1]) }
    }
  }
}

/// A version with all it says.
struct WrittenVersion {
  let version: GigVersion
  var content: GigContent
  /// Those of the content that are ready, in its order.
  var files: [ShownFile] = []

  fileprivate init(row: borrowing Row) throws {
    version = try GigVersion(row: row)
    content = GigContent(
      origin: try row[8], texts: ByLocale(), asset: try Asset(stored: row[9], scale: row[10]),
      packages: [])
  }
}

extension GigText {
  fileprivate init(row: borrowing Row) throws {
    let kind: String = try row[5]
    self.init(
      title: try row[2], summary: try row[3], description: try row[4],
      source: kind == "written"
        ? .written : .translated(from: try row[6], byMachine: kind == "machine"))
  }
}
