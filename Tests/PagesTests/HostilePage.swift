import Market
import Samples
import Testing
import Theme

@testable import Pages

/// The kinds of pages, with any text in every place that has one.
enum HostilePage: String, CaseIterable, CustomTestStringConvertible {
  case help, article, blog, post
  case gig, seller, category, missing, skill
  case home, catalogue, topics
  case report, reported, trouble
  case signUp, code, secondStep
  case security, organisation

  var testDescription: String { rawValue }

  /// It shows markup of a text in Markdown.
  var hasProse: Bool {
    switch self {
    case .gig, .seller, .article, .post: true
    case .category, .skill, .missing, .help, .blog, .home, .catalogue, .topics: false
    case .report, .reported, .trouble, .signUp, .code, .secondStep, .security: false
    case .organisation: false
    }
  }

  func bytes(_ locale: Locale, of texts: Texts, among others: [Texts] = []) throws -> [UInt8] {
    switch self {
    case .gig: try Self.rendered(Sample.gigPage(locale, of: texts, among: others), locale)
    case .seller: try Self.rendered(Sample.sellerPage(locale, of: texts, among: others), locale)
    case .category:
      try Self.rendered(Sample.categoryPage(locale, of: texts, among: others), locale)
    case .skill: try Self.rendered(Sample.skillPage(locale, of: texts, among: others), locale)
    case .missing: try Self.rendered(Sample.missingPage(locale, of: texts, among: others), locale)
    case .help: try Self.rendered(Sample.helpPage(locale, of: texts, among: others), locale)
    case .article: try Self.rendered(Sample.articlePage(locale, of: texts, among: others), locale)
    case .blog: try Self.rendered(Sample.blogPage(locale, of: texts, among: others), locale)
    case .post: try Self.rendered(Sample.postPage(locale, of: texts), locale)
    case .home: try Self.rendered(Sample.homePage(locale, of: texts, among: others), locale)
    case .catalogue:
      try Self.rendered(Sample.cataloguePage(locale, of: texts, among: others), locale)
    case .topics: try Self.rendered(Sample.topicsPage(locale, of: texts, among: others), locale)
    case .report: try Self.rendered(Sample.reportPage(locale, of: texts, among: others), locale)
    case .reported: try Self.rendered(Sample.reportedPage(locale, of: texts), locale)
    case .trouble: try Self.rendered(Sample.troublePage(locale, of: texts), locale)
    case .signUp: try Self.rendered(Sample.signUpPage(locale, of: texts), locale)
    case .code: try Self.rendered(Sample.codePage(locale, of: texts), locale)
    case .secondStep: try Self.rendered(Sample.secondStepPage(locale, of: texts), locale)
    case .security: try Self.rendered(Sample.securityPage(locale, of: texts), locale)
    case .organisation:
      try Self.rendered(Sample.organisationPage(locale, of: texts, among: others), locale)
    }
  }

  private static func rendered<Page: View>(_ page: Page, _ locale: Locale) throws -> [UInt8] {
    let theme = try DefaultThemeTests.theme.get()
    let template = try #require(theme.template(for: Page.self, in: locale.tag))
    var output = Output()
    template.render(page, into: &output)
    return output.withBytes { Array($0) }
  }
}

/// One text that stands in every place of a page; what people write in Markdown is said apart, since
/// it may have markup.
struct HostileText {
  /// Words that nobody else writes, in the place of the text. An address and a name of ours have to
  /// be one.
  static let harmless = HostileText("\u{E000}", link: "/\u{E001}", token: "mark-E002")

  let words: String
  let link: String
  let token: String

  init(_ text: String) { self.init(text, link: text, token: text) }

  private init(_ words: String, link: String, token: String) {
    (self.words, self.link, self.token) = (words, link, token)
  }

  /// The harmless text, with an address and a name only where the hostile one is fit to be one.
  static func likeness(of text: String) -> HostileText {
    HostileText(
      harmless.words, link: Link(text) == nil ? "" : harmless.link,
      token: Token(text) == nil ? "" : harmless.token)
  }

  var texts: Texts {
    Texts { place in
      if place == "description" || place == "about" { return "Words." }
      if place.hasPrefix("link of ") { return link }
      if place.hasPrefix("token of ") { return token }
      // A seal shows one sign of its name, and its colour comes from it.
      return place.hasPrefix("seal of ") ? "" : words
    }
  }

  /// What comes out as it went in: every character that a page may have.
  static func shown(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    for scalar in lines.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: shown.append(scalar)
      case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: shown.append("\u{FFFD}")
      case 0x202A...0x202E, 0x2066...0x2069: break
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }
}
