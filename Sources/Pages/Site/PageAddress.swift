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
  /// Where anybody reports something to the staff.
  case report
  /// Where somebody comes in.
  case gate(GatePlace)
  /// What people decide about their own account.
  case settings(SettingsAddress)
  case organisation(ID<Party>, OrganisationAddress)
  case invitation(String)
  /// Where sellers write what they offer.
  case studio(StudioAddress)
  /// Where they write about themselves.
  case profile(ProfileAddress)
  /// Where staff look at it.
  case moderation(ModerationAddress)
  /// What is new on a page, for feed readers. They look for an ending.
  indirect case feed(PageAddress)

  package func path(in locale: Locale) -> String {
    PathWriter.path(ofAtMost: bytesMost(in: locale)) { write(to: &$0, in: locale) }
  }

  package func link(in locale: Locale) -> Link { Link(ours: path(in: locale)) }

  /// No path is longer.
  private func bytesMost(in locale: Locale) -> Int {
    let name: String? =
      switch self {
      case .category(let slug), .tag(let slug), .skill(let slug): slug
      case .gig(_, let slugs), .seller(_, let slugs): slugs[locale]
      case .article(_, let name), .post(let name), .invitation(let name): name
      case .gate(let place): place.challenge
      case .settings(let place): place.name
      case .organisation(_, let place): place.name
      default: nil
      }
    let steps = locale.tag.utf8.count + Self.bytesAround
    switch self {
    case .numbered(let front, _), .feed(let front): return front.bytesMost(in: locale) + steps
    default: return steps + (name?.utf8.count ?? 0) * PathWriter.bytesPerByte
    }
  }

  /// All steps that are ours, and a number.
  private static let bytesAround = 96

  private func write(to path: inout PathWriter, in locale: Locale) {
    switch self {
    case .numbered(let front, _), .feed(let front): front.write(to: &path, in: locale)
    case .chooser: break
    default:
      path.write("/")
      path.write(locale.tag)
    }
    switch self {
    case .chooser: path.write("/")
    case .home: break
    case .missing: path.write("/404")
    case .catalogue: path.write("/c")
    case .category(let slug): Self.write("/c/", slug, to: &path)
    case .newest: path.write("/new")
    case .tag(let slug): Self.write("/t/", slug, to: &path)
    case .skill(let slug): Self.write("/k/", slug, to: &path)
    case .numbered(_, let number): Self.write("/", number, to: &path)
    case .gig(let id, let slugs): Self.write("/g/", slugs[locale], id.number, to: &path)
    case .gigVersion(let id): Self.write("/v/", id.number, to: &path)
    case .seller(let id, let slugs): Self.write("/s/", slugs[locale], id.number, to: &path)
    case .topics: path.write("/search")
    case .help: path.write("/help")
    case .article(let section, let name):
      path.write("/")
      path.write(section.rawValue)
      path.write("/")
      path.write(name)
    case .blog: path.write("/blog")
    case .post(let name):
      path.write("/blog/")
      path.write(name)
    case .report: path.write("/report")
    case .gate(let place): place.write(to: &path)
    case .settings(let place): place.write(to: &path)
    case .organisation(let party, let place):
      Self.write("/organisations/", party.number, to: &path)
      place.write(to: &path)
    case .invitation(let id): Self.write("/invitations/", id, to: &path)
    case .studio(let place): place.write(to: &path)
    case .profile(let place): place.write(to: &path)
    case .moderation(let place): place.write(to: &path)
    case .feed: path.write("/feed.xml")
    }
  }

  private static func write(_ lead: StaticString, _ number: Int64, to path: inout PathWriter) {
    path.write(lead)
    path.write(number)
  }

  private static func write(_ lead: StaticString, _ slug: String, to path: inout PathWriter) {
    path.write(lead)
    path.write(slug: slug)
  }

  /// The number decides; what stands before it is for people.
  private static func write(
    _ lead: StaticString, _ slug: String?, _ number: Int64, to path: inout PathWriter
  ) {
    guard let slug, !slug.isEmpty else { return write(lead, number, to: &path) }
    write(lead, slug, to: &path)
    write("-", number, to: &path)
  }
}

extension Link {
  /// A path that we made of our own names, which are fit for one.
  package init(ours path: String) {
    guard let link = Link(path) else { preconditionFailure("\(path) is no address") }
    self = link
  }
}
