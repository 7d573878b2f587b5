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
  case gig(ID<Gig>, Slugs)
  case gigVersion(ID<GigVersion>)
  case seller(ID<Party>, Slugs)
  case topics
  case help
  case article(Article.Section, String)
  case blog
  case post(String)
  /// What is new on a page, for feed readers. They look for an ending.
  indirect case feed(PageAddress)

  package func path(in locale: Locale) -> String {
    switch self {
    case .chooser: "/"
    case .home: "/\(locale)"
    case .missing: "/\(locale)/404"
    case .catalogue: "/\(locale)/c"
    case .category(let slug): "/\(locale)/c/\(Self.step(slug))"
    case .newest: "/\(locale)/new"
    case .tag(let slug): "/\(locale)/t/\(Self.step(slug))"
    case .skill(let slug): "/\(locale)/k/\(Self.step(slug))"
    case .numbered(let front, let number): "\(front.path(in: locale))/\(number)"
    case .gig(let id, let slugs): "/\(locale)/g/\(Self.name(slugs[locale], id.number))"
    case .gigVersion(let id): "/\(locale)/v/\(id)"
    case .seller(let id, let slugs): "/\(locale)/s/\(Self.name(slugs[locale], id.number))"
    case .topics: "/\(locale)/search"
    case .help: "/\(locale)/help"
    case .article(let section, let name): "/\(locale)/\(section.rawValue)/\(name)"
    case .blog: "/\(locale)/blog"
    case .post(let name): "/\(locale)/blog/\(name)"
    case .feed(let page): "\(page.path(in: locale))/feed.xml"
    }
  }

  package func link(in locale: Locale) -> Link { Link(ours: path(in: locale)) }

  /// The number decides; what stands before it is for people.
  private static func name(_ slug: String?, _ number: Int64) -> String {
    guard let slug, !slug.isEmpty else { return "\(number)" }
    return "\(step(slug))-\(number)"
  }

  /// As one step of an address. Slugs are fit as they are; of a row that somebody spoiled, what is
  /// not is said in percents.
  private static func step(_ slug: String) -> String {
    guard !Slug.isFit(slug) else { return slug }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in slug.utf8 {
      if byte < 0x80, Slug.isFit(String(UnicodeScalar(byte))) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Link {
  /// A path that we made of our own names, which are fit for one.
  package init(ours path: String) {
    guard let link = Link(path) else { preconditionFailure("\(path) is no address") }
    self = link
  }
}
