package import Market
package import Theme

/// A page of the market's own words, from a file of content.
package struct Article: Hashable, Sendable {
  package enum Section: String, CaseIterable, Sendable {
    case help
    case policies
  }

  package let section: Section
  /// The name of its file, which is its address.
  package let name: String
  package let locale: Locale
  package let title: String
  /// What it is called where there is little room.
  package let short: String?
  package let summary: String
  package let kind: HelpKind
  /// Its place among those of its kind.
  package let place: Int
  package let isInFooter: Bool
  package let updated: Day
  /// Markdown, with all figures in place.
  package let body: String

  package init(
    section: Section, name: String, locale: Locale, title: String, short: String? = nil,
    summary: String, kind: HelpKind, place: Int, isInFooter: Bool, updated: Day, body: String
  ) {
    self.section = section
    self.name = name
    self.locale = locale
    self.title = title
    self.short = short
    self.summary = summary
    self.kind = kind
    self.place = place
    self.isInFooter = isInFooter
    self.updated = updated
    self.body = body
  }

  /// The name of a link among others.
  var linkName: Said { Said(short ?? title) }

  package var address: PageAddress { .article(section, name) }
}
