import Market
import Theme

/// All that a gig says as plain lines, part by part, so that two versions can be laid over each other.
struct GigPlainLines {
  struct Part: Hashable {
    let part: StudioChangePart
    let locale: Locale?
  }

  private(set) var lines: [Part: [String]] = [:]

  init(_ content: GigContent, _ tags: [Tag], of gig: Gig, in edition: Edition) {
    for (locale, text) in content.texts {
      set(.title, locale, [text.title])
      set(.summary, locale, [text.summary])
      set(
        .description, locale,
        text.description.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
    for locale in content.locales { add(content, locale) }
    set(.tags, nil, tags.compactMap { edition.said($0.names)?.text }.sorted())
    let attributes = edition.catalogue[gig.category]?.attributes ?? []
    set(
      .attributes, nil,
      content.ownAttributes.sorted { $0.key < $1.key }.map { name, choice in
        let attribute = attributes.first { $0.name == name }
        let label = attribute.flatMap { edition.said($0.label)?.text } ?? name
        let chosen = attribute?.choices.first { $0.name == choice }
        return "\(label): \(chosen.flatMap { edition.said($0.label)?.text } ?? choice)"
      })
    set(.media, nil, content.media.map(\.file))
  }

  private mutating func add(_ content: GigContent, _ locale: Locale) {
    let money = { (price: Int64) in
      "\(Money(minorUnits: price, content.asset).decimal) \(content.asset.code)"
    }
    set(
      .packages, locale,
      content.packages.map {
        "\($0.name[locale] ?? "") · \(money($0.price)) · \($0.deliveryDays) d · "
          + "\($0.revisions.map(String.init) ?? "∞") · \($0.summary[locale] ?? "")"
      })
    set(
      .features, locale,
      content.features.map { feature in
        let marks = content.packages.indices.map { feature.packages.holds($0) ? "✓" : "–" }
        return "\(feature.label[locale] ?? "") \(marks.joined(separator: " "))"
      })
    set(
      .extras, locale,
      content.extras.map {
        "\($0.title[locale] ?? "") · \(money($0.price)) · +\($0.deliveryDays) d"
      })
    set(
      .requirements, locale,
      content.requirements.map { "\($0.question[locale] ?? "")\($0.isNeeded ? " *" : "")" })
    set(
      .questions, locale,
      content.questions.flatMap { [$0.question[locale] ?? "", $0.answer[locale] ?? ""] })
  }

  private mutating func set(_ part: StudioChangePart, _ locale: Locale?, _ lines: [String]) {
    self.lines[Part(part: part, locale: locale)] = lines
  }

  /// Only what is different, in the order in which a gig is written.
  static func changes(
    from old: GigPlainLines, to new: GigPlainLines, in edition: Edition
  ) -> [StudioChange] {
    Set(old.lines.keys).union(new.lines.keys)
      .filter { (old.lines[$0] ?? []) != (new.lines[$0] ?? []) }
      .sorted {
        ($0.part.rawValue, $0.locale?.tag ?? "") < ($1.part.rawValue, $1.locale?.tag ?? "")
      }
      .map { part in
        StudioChange(
          part: part.part, language: part.locale.flatMap { edition.name(of: $0) } ?? "",
          lines: DifferenceLine.between(old.lines[part] ?? [], new.lines[part] ?? []).map {
            StudioChangeLine(kind: $0.kind, text: $0.text)
          })
      }
  }
}
