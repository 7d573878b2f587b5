import Market
import Theme

/// The currencies in which people here mostly think. Others can be had by who asks for them.
enum CurrencyChoice: Int, CaseIterable, Choice {
  case cny, hkd, twd, usd, eur, gbp, jpy, sgd

  var code: String { "\(self)".uppercased() }

  init?(code: String) {
    guard let choice = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = choice
  }
}

/// Places whose clocks people go by, from east to west after the first.
enum ZoneChoice: Int, CaseIterable, Choice {
  case shanghai, urumqi, hongKong, taipei, tokyo, seoul, singapore, bangkok, kolkata, dubai
  case moscow, istanbul, berlin, paris, london, saoPaulo, newYork, chicago, denver, losAngeles
  case sydney, auckland, utc

  var zone: String {
    switch self {
    case .shanghai: "Asia/Shanghai"
    case .urumqi: "Asia/Urumqi"
    case .hongKong: "Asia/Hong_Kong"
    case .taipei: "Asia/Taipei"
    case .tokyo: "Asia/Tokyo"
    case .seoul: "Asia/Seoul"
    case .singapore: "Asia/Singapore"
    case .bangkok: "Asia/Bangkok"
    case .kolkata: "Asia/Kolkata"
    case .dubai: "Asia/Dubai"
    case .moscow: "Europe/Moscow"
    case .istanbul: "Europe/Istanbul"
    case .berlin: "Europe/Berlin"
    case .paris: "Europe/Paris"
    case .london: "Europe/London"
    case .saoPaulo: "America/Sao_Paulo"
    case .newYork: "America/New_York"
    case .chicago: "America/Chicago"
    case .denver: "America/Denver"
    case .losAngeles: "America/Los_Angeles"
    case .sydney: "Australia/Sydney"
    case .auckland: "Pacific/Auckland"
    case .utc: "UTC"
    }
  }

  init?(zone: String) {
    guard let choice = Self.allCases.first(where: { $0.zone == zone }) else { return nil }
    self = choice
  }
}

struct CurrencyName: Sentence {
  static let key = "preferences.currency"
  let currency: CurrencyChoice
  static let about = "The name of a currency."
  static let fields = Fields<Self>(Field("currency", \.currency, "Which one."))
}

struct ZoneName: Sentence {
  static let key = "preferences.zone"
  let zone: ZoneChoice
  static let about = "A place whose clocks people go by."
  static let fields = Fields<Self>(Field("zone", \.zone, "Which one."))
}

extension Edition {
  /// As who speaks it calls it.
  func languageName(_ locale: Locale) -> String {
    languages.first { $0.locale == locale }?.name ?? name(of: locale) ?? locale.tag
  }

  /// What has no name here is told by its code.
  func currencyName(_ code: String) -> String {
    CurrencyChoice(code: code).map { words(CurrencyName(currency: $0)) } ?? code
  }

  func zoneName(_ zone: String) -> String {
    ZoneChoice(zone: zone).map { words(ZoneName(zone: $0)) } ?? zone
  }

  /// The languages of the site, each by its own name.
  func languageOptions(chosen: String) -> [ChoiceOption] {
    languages.map {
      ChoiceOption(
        value: $0.locale.tag, label: $0.name,
        isChosen: $0.locale.tag.utf8.elementsEqual(chosen.utf8))
    }
  }

  func currencyOptions(chosen: String) -> [ChoiceOption] {
    options(CurrencyChoice.allCases.map(\.code), chosen: chosen) { currencyName($0) }
  }

  func zoneOptions(chosen: String) -> [ChoiceOption] {
    options(ZoneChoice.allCases.map(\.zone), chosen: chosen) { zoneName($0) }
  }

  /// What was chosen elsewhere stays chosen, though it is not among those that are offered here.
  private func options(
    _ values: [String], chosen: String, name: (String) -> String
  ) -> [ChoiceOption] {
    let more = values.contains(chosen) || chosen.isEmpty ? [] : [chosen]
    return (values + more).map {
      ChoiceOption(value: $0, label: name($0), isChosen: $0 == chosen)
    }
  }
}

extension SettingsAddress {
  /// What the page of preferences offers, so that nothing else is taken from its form.
  package static let currencies: [String] = CurrencyChoice.allCases.map(\.code)
  package static let timezones: [String] = ZoneChoice.allCases.map(\.zone)
}
