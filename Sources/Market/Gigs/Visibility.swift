/// The one rule that decides what visitors see: on pages, in feeds and sitemaps, in search.
package struct Visibility: Hashable, Sendable {
  /// The setting that decides it: `on` or anything else.
  package static let settingName = "pre-moderation"

  /// Whether gigs wait for a moderator before they are shown.
  package let isPreModerated: Bool

  package init(isPreModerated: Bool) { self.isPreModerated = isPreModerated }

  package func shows(_ gig: Gig, of party: Party, in category: Category) -> Bool {
    guard gig.version != nil, party.isActive, category.isOpen, case .published = gig.state else {
      return false
    }
    return switch gig.moderation {
    case .approved: true
    case .unseen: !isPreModerated
    case .rejected, .takenDown: false
    }
  }

  package func shows(_ profile: Profile, of party: Party) -> Bool {
    party.isActive && profile.isPublished && !profile.isTakenDown
  }
}
