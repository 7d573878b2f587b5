import Market

extension Transaction {
  func save(_ content: GigContent, as version: ID<GigVersion>) throws {
    try save(content.texts, as: version)
    for (place, package) in content.packages.enumerated() {
      try run(
        """
        insert into gig_package (version, position, price, delivery_days, revisions)
        values ($1, $2, $3, $4, $5)
        """, version, place, package.price, package.deliveryDays, package.revisions)
    }
    for (place, feature) in content.features.enumerated() {
      try run(
        "insert into gig_feature (version, position, packages) values ($1, $2, $3)", version,
        place, feature.packages.rawValue)
    }
    for (place, extra) in content.extras.enumerated() {
      try run(
        """
        insert into gig_extra (version, position, price, delivery_days)
        values ($1, $2, $3, $4)
        """, version, place, extra.price, extra.deliveryDays)
    }
    try saveRest(of: content, as: version)
    try save(content.phrases, of: version)
  }

  private func saveRest(of content: GigContent, as version: ID<GigVersion>) throws {
    for (place, requirement) in content.requirements.enumerated() {
      try run(
        "insert into gig_requirement (version, position, is_needed) values ($1, $2, $3)",
        version, place, requirement.isNeeded)
    }
    for (place, media) in content.media.enumerated() {
      try run(
        "insert into gig_media (version, position, file) values ($1, $2, $3)", version, place,
        media.file)
    }
    for (place, tag) in content.tags.enumerated() {
      try run(
        "insert into gig_tag (version, position, tag) values ($1, $2, $3)", version, place, tag)
    }
    for (name, choice) in content.attributes.sorted(by: { $0.key < $1.key }) {
      try run(
        "insert into gig_attribute (version, name, choice) values ($1, $2, $3)", version, name,
        choice)
    }
  }

  private func save(_ texts: ByLocale<GigText>, as version: ID<GigVersion>) throws {
    for (locale, text) in texts.sorted(by: { $0.key < $1.key }) {
      let source: (String, ID<GigVersion>?) =
        switch text.source {
        case .written: ("written", nil)
        case .translated(let from, let byMachine): (byMachine ? "machine" : "translated", from)
        }
      try run(
        """
        insert into gig_text (version, locale, title, summary, description, source,
          source_version)
        values ($1, $2, $3, $4, $5, $6, $7)
        """, version, locale, text.title, text.summary, text.description, source.0, source.1)
    }
  }

  /// Five at a time, for there are many.
  private func save(_ phrases: [PhraseRow], of version: ID<GigVersion>) throws {
    var rest = phrases[...]
    while rest.count >= PhraseRow.atOnce {
      try write(
        """
        insert into gig_phrase (version, locale, part, position, text, detail)
        values ($1, $2, $3, $4, $5, $6), ($1, $7, $8, $9, $10, $11),
          ($1, $12, $13, $14, $15, $16), ($1, $17, $18, $19, $20, $21),
          ($1, $22, $23, $24, $25, $26)
        """, [version.value] + rest.prefix(PhraseRow.atOnce).flatMap(\.values))
      rest = rest.dropFirst(PhraseRow.atOnce)
    }
    for phrase in rest {
      try write(
        """
        insert into gig_phrase (version, locale, part, position, text, detail)
        values ($1, $2, $3, $4, $5, $6)
        """, [version.value] + phrase.values)
    }
  }

  /// Takes away what a draft said, to make room for what it says now.
  func forgetContent(of draft: ID<GigVersion>) throws {
    try run("delete from gig_text where version = $1", draft)
    try run("delete from gig_package where version = $1", draft)
    try run("delete from gig_feature where version = $1", draft)
    try run("delete from gig_extra where version = $1", draft)
    try run("delete from gig_requirement where version = $1", draft)
    try run("delete from gig_media where version = $1", draft)
    try run("delete from gig_tag where version = $1", draft)
    try run("delete from gig_attribute where version = $1", draft)
    try run("delete from gig_phrase where version = $1", draft)
  }
}
