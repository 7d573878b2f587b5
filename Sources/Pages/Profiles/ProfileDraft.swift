package import Market

// What is kept, as it stands in the fields of its form: by the names by which they are sent.
extension ProfileContent {
  /// `skills` are those of the profile, in its order.
  package func draft(
    of section: ProfileSection, skills: [Skill], in locale: Locale
  ) -> [String: String] {
    switch section {
    case .about: aboutDraft
    case .skills: skillDraft(skills, in: locale)
    case .languages:
      Dictionary(rows: languages) { row, spoken in
        [
          ("language-\(row)-language", spoken.language.tag),
          ("language-\(row)-fluency", spoken.fluency.rawValue),
        ]
      }
    case .terms:
      [
        "rate": hourlyRate.map(\.decimal) ?? "",
        "currency": hourlyRate?.asset.code ?? Asset.cny.code, "timezone": timeZone,
      ]
    case .hours: availability.draft
    case .background, .portfolio: [:]
    }
  }

  private var aboutDraft: [String: String] {
    var draft: [String: String] = [:]
    for (locale, text) in texts {
      draft["name-\(locale.tag)"] = text.name
      draft["headline-\(locale.tag)"] = text.headline
      draft["about-\(locale.tag)"] = text.about
      draft["place-\(locale.tag)"] = text.place
    }
    return draft
  }

  private func skillDraft(_ known: [Skill], in locale: Locale) -> [String: String] {
    Dictionary(rows: skills) { row, level in
      let skill = known.first { $0.id == level.skill }
      let name = skill?.names[locale] ?? skill?.names.inOrder.first?.text ?? ""
      return [("skill-\(row)-skill", name), ("skill-\(row)-grade", level.grade.rawValue)]
    }
  }
}

extension Availability {
  /// As the form asks for it.
  package var word: AvailabilityWord {
    switch state {
    case .open: .open
    case .limited: .limited
    case .away: .away
    }
  }

  fileprivate var draft: [String: String] {
    var draft = Dictionary(rows: daysOff) { row, days in
      [("dayOff-\(row)-first", "\(days.first)"), ("dayOff-\(row)-last", "\(days.last)")]
    }
    draft["state"] = word.rawValue
    if case .away(let day) = state { draft["until"] = "\(day)" }
    for weekday in Weekday.allCases {
      for (place, span) in hours(on: weekday).enumerated() {
        draft["\(weekday.rawValue)-\(place)-from"] = ClockTime(minutes: span.from).text
        draft["\(weekday.rawValue)-\(place)-to"] = ClockTime(minutes: span.to).text
      }
    }
    return draft
  }
}

extension Qualification {
  package var draft: [String: String] {
    var draft = ["from": from, "to": to].compactMapValues { $0.map(String.init) }
    draft["link"] = link
    for (locale, text) in title.inOrder { draft["title-\(locale.tag)"] = text }
    for (locale, text) in issuer.inOrder { draft["issuer-\(locale.tag)"] = text }
    return draft
  }
}

extension PortfolioWork {
  package func draft(in edition: Edition) -> [String: String] {
    var draft = ["year": year.map(String.init), "link": link].compactMapValues(\.self)
    draft["category"] = category.flatMap { edition.catalogue[$0]?.category.slug }
    for (locale, text) in titles.inOrder { draft["title-\(locale.tag)"] = text }
    for (locale, text) in summaries.inOrder { draft["summary-\(locale.tag)"] = text }
    return draft
  }
}

/// A time of the day as clocks of 24 hours show it: `09:30`.
package struct ClockTime: Hashable, Sendable {
  /// Since midnight; the last is midnight again.
  package let minutes: Int

  package init(minutes: Int) { self.minutes = minutes }

  /// Nil for what no such clock shows.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [2, 2] else { return nil }
    let numbers = parts.compactMap { Int64(decimal: String(Substring($0)), scale: 0) }
    guard numbers.count == 2, numbers[1] < 60, numbers[0] * 60 + numbers[1] <= 24 * 60 else {
      return nil
    }
    minutes = Int(numbers[0] * 60 + numbers[1])
  }

  package var text: String {
    [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}

extension [String: String] {
  fileprivate init<Item>(rows: [Item], _ fields: (Int, Item) -> [(String, String)]) {
    self.init()
    for (place, item) in rows.enumerated() {
      for (name, value) in fields(place, item) { self[name] = value }
    }
  }
}
