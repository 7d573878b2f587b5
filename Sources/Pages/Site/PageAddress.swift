package import Market
package import Theme

/// Where each page of the site is: one place for all addresses. They have no ending and no trailing
/// slash, and begin with the language.
package enum PageAddress: Hashable, Sendable {
  /// Where visitors choose their language; it is in none.
  case chooser
  case home
  case missing
  case catalogue
  case category(String)
  /// The whole market, the newest first.
  case newest
  case tag(String)
  case skill(String)
  indirect case numbered(PageAddress, Int64)
  case gig(ID<Gig>, [Locale: String])
  case gigVersion(ID<GigVersion>)
  case seller(ID<Party>, [Locale: String])
  case topics
  case help
  case article(Article.Section, String)
  case blog
  case post(String)

  package func path(in locale: Locale) -> String {
    switch self {
    case .chooser: "/"
    case .home: "/\(locale)"
    case .missing: "/\(locale)/404"
    case .catalogue: "/\(locale)/c"
    case .category(let slug): "/\(locale)/c/\(slug)"
    case .newest: "/\(locale)/new"
    case .tag(let slug): "/\(locale)/t/\(slug)"
    case .skill(let slug): "/\(locale)/k/\(slug)"
    case .numbered(let front, let number): "\(front.path(in: locale))/\(number)"
    case .gig(let id, let slugs): "/\(locale)/g/\(Self.name(slugs[locale], id.number))"
    case .gigVersion(let id): "/\(locale)/v/\(id)"
    case .seller(let id, let slugs): "/\(locale)/s/\(Self.name(slugs[locale], id.number))"
    case .topics: "/\(locale)/search"
    case .help: "/\(locale)/help"
    case .article(let section, let name): "/\(locale)/\(section.rawValue)/\(name)"
    case .blog: "/\(locale)/blog"
    case .post(let name): "/\(locale)/blog/\(name)"
    }
  }

  package func link(in locale: Locale) -> Link { Link(ours: path(in: locale)) }

  /// The number decides; what stands before it is for people.
  package static func name(_ slug: String?, _ number: Int64) -> String {
    guard let slug, !slug.isEmpty else { return "\(number)" }
    return "\(slug)-\(number)"
  }
}

extension Link {
  /// A path that we made of our own names, which are fit for one.
  package init(ours path: String) {
    guard let link = Link(path) else { preconditionFailure("\(path) is no address") }
    self = link
  }

  func adding(_ more: String) -> Link { Link(ours: text + more) }
}

/// The site's own address, such as `https://jishi.example`.
package struct SiteOrigin: Hashable, Sendable {
  package static let bytesMax = 200

  package let text: String

  /// Nil unless it is a scheme, a host and perhaps a port, with nothing behind them.
  package init?(_ text: String) {
    let schemes = ["https://", "http://"]
    guard let scheme = schemes.first(where: text.hasPrefix) else { return nil }
    let host = text.dropFirst(scheme.count).utf8
    let isFit = host.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"):
        true
      default: false
      }
    }
    guard isFit, !host.isEmpty, text.utf8.count <= Self.bytesMax, Link(text) != nil else {
      return nil
    }
    self.text = text
  }

  package func whole(_ path: String) -> Link { Link(ours: text + path) }
}
