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
      try save(package.name, package.summary, .package, place, of: version)
    }
    for (place, feature) in content.features.enumerated() {
      try run(
        "insert into gig_feature (version, position, packages) values ($1, $2, $3)", version,
        place, feature.packages.rawValue)
      try save(feature.label, [:], .feature, place, of: version)
    }
    for (place, extra) in content.extras.enumerated() {
      try run(
        """
        insert into gig_extra (version, position, price, delivery_days)
        values ($1, $2, $3, $4)
        """, version, place, extra.price, extra.deliveryDays)
      try save(extra.title, [:], .extra, place, of: version)
    }
    try saveRest(of: content, as: version)
  }

  private func saveRest(of content: GigContent, as version: ID<GigVersion>) throws {
    for (place, requirement) in content.requirements.enumerated() {
      try run(
        "insert into gig_requirement (version, position, is_needed) values ($1, $2, $3)",
        version, place, requirement.isNeeded)
      try save(requirement.question, [:], .requirement, place, of: version)
    }
    for (place, question) in content.questions.enumerated() {
      try save(
        question.question, question.answer, .question, place, of: version,
        always: content.origin)
    }
    for (place, media) in content.media.enumerated() {
      try run(
        "insert into gig_media (version, position, file) values ($1, $2, $3)", version, place,
        media.file)
      try save(media.caption, [:], .media, place, of: version)
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

  private func save(_ texts: [Locale: GigText], as version: ID<GigVersion>) throws {
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

  private func save(
    _ text: Localized, _ detail: Localized, _ part: Phrases.Part, _ place: Int,
    of version: ID<GigVersion>, always locale: Locale? = nil
  ) throws {
    let locales = Set(text.texts.keys).union(detail.texts.keys).union([locale].compactMap(\.self))
    for locale in locales.sorted() {
      try run(
        """
        insert into gig_phrase (version, locale, part, position, text, detail)
        values ($1, $2, $3, $4, $5, $6)
        """, version, locale, part, place, text[locale] ?? "",
        detail[locale] ?? "")
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
