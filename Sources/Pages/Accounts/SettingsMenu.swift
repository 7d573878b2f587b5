import Market
package import Theme

/// The pages on which people decide about their own account, as their titles tell them apart.
package enum SettingsPlace: Int, CaseIterable, Choice {
  case overview, name, preferences, password, contact, security, factor, factorOff, codes
  case codesRenewed, close, organisations, organisation, invitation, profile
}

/// What leads to the other pages about the own account.
package struct SettingsMenu: View {
  package let lines: [SettingsMenuLine]

  package init(lines: [SettingsMenuLine]) { self.lines = lines }

  package static let about = "The way to all pages about the own account."
  package static let fields = Fields<Self>(
    Field("lines", \.lines, "The pages, one of which is here or above this one."))
}

/// One of the pages about the own account.
package struct SettingsMenuLine: View {
  package let place: SettingsPlace
  package let link: Link
  package let isHere: Bool

  package init(
    place: SettingsPlace,
    link: Link,
    isHere: Bool
  ) {
    self.place = place
    self.link = link
    self.isHere = isHere
  }

  package static let about = "A page about the own account, in a menu."
  package static let fields = Fields<Self>(
    Field("place", \.place, "Which page."),
    Field("link", \.link, "Its address."),
    Field("isHere", \.isHere, "It is this page, or the one above it."))
}

extension SettingsPlace {
  /// As few as fit side by side on a phone. The others are reached through them.
  static let inMenu: [(place: SettingsPlace, address: PageAddress)] = [
    (.overview, .settings(.overview)), (.profile, .profile(.glance)),
    (.preferences, .settings(.preferences)), (.contact, .settings(.contact)),
    (.security, .settings(.security)), (.organisations, .settings(.organisations)),
  ]

  /// The one of the menu that it belongs to.
  fileprivate var inMenu: SettingsPlace {
    switch self {
    case .overview, .preferences, .contact, .security, .organisations, .profile: self
    case .name: .overview
    case .password, .factor, .factorOff, .codes, .codesRenewed, .close: .security
    case .organisation, .invitation: .organisations
    }
  }
}

struct SettingsTitle: Sentence {
  static let key = "settings.title"
  let place: SettingsPlace
  /// Of an organisation; empty elsewhere.
  let name: String
  static let about = "The title of a page about the own account."
  static let fields = Fields<Self>(
    Field("place", \.place, "Which page."),
    Field("name", \.name, "The name of the organisation, where there is one."))
}

struct SettingsSummary: Sentence {
  static let key = "settings.summary"
  static let about = "What search engines would be told of a page about the own account."
  static let fields = Fields<Self>()
}

extension FormFields<SettingsField> {
  /// What stands around a page about the own account. `name` is that of an organisation, and
  /// `shown` are the fields of the page.
  func around(
    _ place: SettingsPlace, at address: PageAddress, name: String = "",
    _ shown: [any FormField] = []
  ) -> FormFrame {
    FormFrame(
      frame: edition.frame(place, at: address, name: name), menu: edition.menu(at: place),
      notice: Notice(about: state, in: edition), faults: list(of: shown))
  }
}

extension Edition {
  func link(_ address: SettingsAddress) -> Link { link(.settings(address)) }

  func form(_ address: SettingsAddress, _ state: FormState) -> FormAddress {
    form(.settings(address), state)
  }

  func menu(at place: SettingsPlace) -> SettingsMenu {
    SettingsMenu(
      lines: SettingsPlace.inMenu.map { each in
        SettingsMenuLine(
          place: each.place, link: link(each.address), isHere: each.place == place.inMenu)
      })
  }

  /// `name` is that of an organisation. The switch between languages takes `query` along.
  func frame(
    _ place: SettingsPlace, at address: PageAddress, name: String = "", query: String = ""
  ) -> Frame {
    var head = Head(
      page: translations(of: address), title: words(SettingsTitle(place: place, name: name)),
      summary: words(SettingsSummary()))
    head.isIndexed = false
    head.query = query
    return frame(head)
  }

  /// As clocks show it in the place that somebody chose; in Greenwich when there is no such place.
  func moment(_ instant: Instant, in zone: String) -> Moment {
    let offset = (Clocks(zone: zone) ?? .utc).minutesEast(at: instant.milliseconds)
    let local = instant + .minutes(Int64(offset))
    let (day, rest) = local.milliseconds.flooredDivision(by: Duration.days(1).milliseconds)
    let parts = CivilDay(number: day).parts
    let minute = Int(rest / Duration.minutes(1).milliseconds)
    return Moment(
      Day(year: parts.year, month: parts.month, day: parts.day), hour: minute / 60,
      minute: minute % 60, offsetMinutes: offset)
  }
}
