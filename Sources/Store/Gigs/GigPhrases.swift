import Market

/// One phrase of a gig as a row: what a part says in one language.
struct PhraseRow {
  static let atOnce = 5

  let locale: Locale
  let part: GigPart
  let position: Int
  let text: String
  let detail: String

  /// All but the version.
  var values: [Value] {
    [locale.value, part.value, .int(Int64(position)), .text(text), .text(detail)]
  }
}

extension GigContent {
  /// Everything that its parts say, in every language in which they say it.
  var phrases: [PhraseRow] {
    var rows: [PhraseRow] = []
    func add(
      _ text: Localized, _ detail: Localized, _ part: GigPart, _ place: Int,
      always: Locale? = nil
    ) {
      var locales = text.inOrder.map(\.locale)
      locales += detail.inOrder.map(\.locale).filter { text[$0] == nil }
      if let always, !locales.contains(always) { locales.append(always) }
      for locale in locales {
        rows.append(
          PhraseRow(
            locale: locale, part: part, position: place, text: text[locale] ?? "",
            detail: detail[locale] ?? ""))
      }
    }
    for (place, package) in packages.enumerated() {
      add(package.name, package.summary, .package, place)
    }
    for (place, feature) in features.enumerated() { add(feature.label, [:], .feature, place) }
    for (place, extra) in extras.enumerated() { add(extra.title, [:], .extra, place) }
    for (place, requirement) in requirements.enumerated() {
      add(requirement.question, [:], .requirement, place)
    }
    // A question has no row besides its words, so there must be one even when it says nothing.
    for (place, question) in questions.enumerated() {
      add(question.question, question.answer, .question, place, always: origin)
    }
    for (place, picture) in media.enumerated() { add(picture.caption, [:], .media, place) }
    return rows
  }
}
