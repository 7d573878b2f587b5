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
    var path = ""
    path.reserveCapacity(Self.bytesUsual)
    write(to: &path, in: locale)
    return path
  }

  /// Most paths are not longer, and grow into their room only once.
  private static let bytesUsual = 63

  private func write(to path: inout String, in locale: Locale) {
    switch self {
    case .numbered(let front, _), .feed(let front): front.write(to: &path, in: locale)
    case .chooser: break
    default:
      path += "/"
      path += locale.tag
    }
    switch self {
    case .chooser: path += "/"
    case .home: break
    case .missing: path += "/404"
    case .catalogue: path += "/c"
    case .category(let slug): Self.write("/c/", slug, to: &path)
    case .newest: path += "/new"
    case .tag(let slug): Self.write("/t/", slug, to: &path)
    case .skill(let slug): Self.write("/k/", slug, to: &path)
    case .numbered(_, let number): Self.write("/", number, to: &path)
    case .gig(let id, let slugs): Self.write("/g/", slugs[locale], id.number, to: &path)
    case .gigVersion(let id): Self.write("/v/", id.number, to: &path)
    case .seller(let id, let slugs): Self.write("/s/", slugs[locale], id.number, to: &path)
    case .topics: path += "/search"
    case .help: path += "/help"
    case .article(let section, let name):
      path += "/"
      path += section.rawValue
      path += "/"
      path += name
    case .blog: path += "/blog"
    case .post(let name):
      path += "/blog/"
      path += name
    case .feed: path += "/feed.xml"
    }
  }

  private static func write(_ lead: String, _ number: Int64, to path: inout String) {
    path += lead
    path += String(number)
  }

  private static func write(_ lead: String, _ slug: String, to path: inout String) {
    path += lead
    path += step(slug)
  }

  /// The number decides; what stands before it is for people.
  private static func write(
    _ lead: String, _ slug: String?, _ number: Int64, to path: inout String
  ) {
    guard let slug, !slug.isEmpty else { return write(lead, number, to: &path) }
    write(lead, slug, to: &path)
    write("-", number, to: &path)
  }

  package func link(in locale: Locale) -> Link { Link(ours: path(in: locale)) }

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
