import Market
import Theme

/// Makes the fields of a part of a profile, each with what was typed and the first of its faults.
struct ProfileFields {
  let form: ProfileForm
  let edition: Edition

  init(_ form: ProfileForm, in edition: Edition) {
    self.form = form
    self.edition = edition
  }

  func groups(of place: ProfilePlace) -> [FieldGroup] {
    switch place {
    case .about: languages { about(in: $0) }
    case .skills:
      rows(of: .skills, "skill", "skill", most: ProfileContent.skillsMax) { skill($0) }
    case .languages:
      rows(of: .languages, "language", "language", most: ProfileContent.languagesMax) {
        spoken($0)
      }
    case .terms: [FieldGroup(terms)]
    case .hours: hours
    case .education, .certificate, .experience: entry(place)
    case .work: work
    case .overview, .background, .portfolio, .workFiles: []
    }
  }

  // MARK: Parts

  private func about(in locale: Locale) -> [any FormField] {
    [
      text(.name, "name", locale, max: Party.nameCharactersMax),
      text(.headline, "headline", locale, max: ProfileContent.headlineCharactersMax),
      text(.about, "about", locale, max: ProfileContent.aboutCharactersMax, isLong: true),
      text(
        .place, "place", locale, max: ProfileContent.placeCharactersMax, isRequired: false),
    ]
  }

  private func skill(_ row: String) -> [any FormField] {
    [
      text(.skill, "\(row)-skill", isRequired: false, suggestions: "skills"),
      choice(
        .grade, "\(row)-grade",
        SkillLevel.Grade.allCases.map { ($0.rawValue, edition.words(GradeName(grade: $0))) },
        usual: SkillLevel.Grade.working.rawValue),
    ]
  }

  private func spoken(_ row: String) -> [any FormField] {
    let name = "\(row)-language"
    let known = SpokenChoice.tags + (value(name).isEmpty ? [] : [value(name)])
    var tags: [String] = []
    for tag in known where !tags.contains(tag) { tags.append(tag) }
    let options = tags.compactMap { tag in
      Locale(tag).map { (tag, edition.name(of: $0) ?? tag) }
    }
    return [
      choice(.language, name, [("", "–")] + options),
      choice(
        .fluency, "\(row)-fluency",
        SpokenLanguage.Fluency.allCases.map {
          ($0.rawValue, edition.words(FluencyName(fluency: $0)))
        }, usual: SpokenLanguage.Fluency.conversational.rawValue),
    ]
  }

  private var terms: [any FormField] {
    [
      text(.rate, "rate", isRequired: false, kind: .number),
      choice(
        .currency, "currency",
        // Those that the market takes.
        edition.rules.fees.limits.keys.map(\.code).sorted().map {
          ($0, edition.currencyName($0))
        },
        usual: Asset.cny.code),
      choice(
        .timezone, "timezone",
        SettingsAddress.timezones.map { ($0, edition.zoneName($0)) },
        usual: Preferences.standard.timeZone),
    ]
  }

  private var hours: [FieldGroup] {
    let states = AvailabilityWord.allCases.map {
      ($0.rawValue, edition.words(AvailabilityName(state: $0)))
    }
    let state: [any FormField] = [
      choice(.state, "state", states, usual: AvailabilityWord.open.rawValue, isList: false),
      text(.until, "until", isRequired: false, kind: .date),
    ]
    let days = Weekday.allCases.map { day in
      FieldGroup(
        edition.words(WeekdayName(day: day)),
        (0..<Availability.spansInDayMax).flatMap { span -> [any FormField] in
          [
            text(.from, "\(day.rawValue)-\(span)-from", isRequired: false, kind: .time),
            text(.to, "\(day.rawValue)-\(span)-to", isRequired: false, kind: .time),
          ]
        })
    }
    let off = rows(of: .hours, "dayOff", "first", most: Availability.daysOffMax) { row in
      [
        text(.offFrom, "\(row)-first", isRequired: false, kind: .date),
        text(.offTo, "\(row)-last", isRequired: false, kind: .date),
      ]
    }
    return [FieldGroup(state)] + days + off
  }

  private func entry(_ place: ProfilePlace) -> [FieldGroup] {
    let (title, issuer): (ProfileField, ProfileField) =
      switch place {
      case .experience: (.position, .employer)
      case .certificate: (.certificate, .issuer)
      default: (.degree, .school)
      }
    let most = ProfileContent.lineCharactersMax
    let words = languages { locale in
      [
        text(title, "title", locale, max: most, isRequired: locale == edition.locale),
        text(issuer, "issuer", locale, max: most, isRequired: false),
      ]
    }
    let years: [any FormField] =
      place == .certificate
      ? [
        text(.given, "to", isRequired: false, kind: .number),
        text(.link, "link", isRequired: false, kind: .address),
      ]
      : [
        text(.began, "from", isRequired: false, kind: .number),
        text(.ended, "to", isRequired: false, kind: .number),
      ]
    return words + [FieldGroup(years)]
  }

  private var work: [FieldGroup] {
    let words = languages { locale in
      [
        text(
          .work, "title", locale, max: ProfileContent.lineCharactersMax,
          isRequired: locale == edition.locale),
        text(
          .summary, "summary", locale, max: ProfileContent.aboutCharactersMax,
          isRequired: false, isLong: true),
      ]
    }
    let categories = edition.catalogue.lists.map {
      ($0.category.slug, edition.name(of: $0.category).text)
    }
    return words + [
      FieldGroup([
        choice(.category, "category", [("", "–")] + categories),
        text(.year, "year", isRequired: false, kind: .number),
        text(.link, "link", isRequired: false, kind: .address),
      ])
    ]
  }

  // MARK: Fields

  private func languages(_ fields: (Locale) -> [any FormField]) -> [FieldGroup] {
    edition.languages.map { language in
      FieldGroup(
        language.name, language: Token(language.locale.tag), fields(language.locale))
    }
  }

  /// Those that are filled in, and a few more. A row is none while its field `first` is empty.
  private func rows(
    of place: ProfilePlace, _ name: String, _ first: String, most: Int,
    _ fields: (String) -> [any FormField]
  ) -> [FieldGroup] {
    let used = (0..<most).last { !value("\(name)-\($0)-\(first)").isEmpty }.map { $0 + 1 } ?? 0
    return (0..<min(most, used + Self.emptyRows)).map { row in
      FieldGroup(
        edition.words(ProfileRow(place: place, number: row + 1)), fields("\(name)-\(row)"))
    }
  }

  private static let emptyRows = 3

  private func value(_ name: String) -> String { form.values[name] ?? "" }

  private func token(_ name: String) -> Token {
    guard let token = Token(name) else { preconditionFailure("\(name) is made of our own names") }
    return token
  }

  private func fault(_ name: String) -> String? {
    form.state.faults.first { $0.field == name }.map { edition.sentence(for: $0.fault) }
  }

  /// What is kept by now tells more than how to fill it in.
  private func hint(_ field: ProfileField, _ name: String) -> String? {
    if let kept = form.kept[name], kept != value(name) {
      return edition.words(ProfileKept(text: kept.isEmpty ? "–" : kept))
    }
    let hint = edition.words(ProfileHint(field: field))
    return hint.isEmpty ? nil : hint
  }

  private func text(
    _ field: ProfileField, _ base: String, _ locale: Locale? = nil, max: Int? = nil,
    isRequired: Bool = true, isLong: Bool = false, kind: TextField.Kind = .text,
    suggestions: Token? = nil
  ) -> TextField {
    let name = locale.map { "\(base)-\($0.tag)" } ?? base
    return TextField(
      name: token(name), label: edition.words(ProfileLabel(field: field)),
      language: locale.flatMap { Token($0.tag) }, value: value(name),
      hint: hint(field, name), fault: fault(name), isRequired: isRequired, isLong: isLong,
      kind: kind, charactersMax: max, suggestions: suggestions)
  }

  private func choice(
    _ field: ProfileField, _ name: String, _ options: [(value: String, label: String)],
    usual: String = "", isList: Bool = true
  ) -> ChoiceField {
    let given = value(name)
    let chosen = given.isEmpty ? usual : given
    let more = options.contains { $0.value == chosen } ? [] : [(value: chosen, label: chosen)]
    return ChoiceField(
      name: token(name), label: edition.words(ProfileLabel(field: field)),
      hint: hint(field, name), fault: fault(name), isList: isList,
      options: (options + more).map {
        ChoiceOption(value: $0.value, label: $0.label, isChosen: $0.value == chosen)
      })
  }
}

/// Languages that many people speak; others can be had through the API.
enum SpokenChoice {
  static let tags = [
    "zh-CN", "yue", "en", "ja", "ko", "fr", "de", "es", "pt", "it", "ru", "ar", "hi", "id",
    "ms", "th", "vi", "tr", "nl", "pl", "uk", "sv",
  ]
}
