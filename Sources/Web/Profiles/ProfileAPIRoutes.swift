import HTTP
import Market
import Pages
import Store

/// The same for programs.
enum ProfileAPIRoutes {
  static let all = [mine, one, save, setShown, addItem, changeItem, removeItem]

  private static let onePath: RoutePath = "/api/v1/profiles/{party}"

  private static let mine = WebRoute.api(
    .get, "/api/v1/profiles/me",
    "The profile of the party in whose name the member acts, shown or not.", for: .member,
    takes: Nothing.self, gives: ProfileJSON.ownShape
  ) { visit, _ in
    guard let party = visit.actingParty else { return visit.signInNeeded }
    return .read { rows in
      .answer(visit.json(try rows.ownProfile(party, visit.edition)))
    }
  }

  private static let one = WebRoute.api(
    .get, onePath, "A seller whom visitors can see.", takes: PartyAsked.self,
    gives: ProfileJSON.shape
  ) { visit, asked in
    .read { rows in
      guard let profile = try rows.profile(asked.party), profile.isShown else {
        throw Trouble(.notFound)
      }
      let file = try rows.profileFile(of: profile)
      return .answer(visit.json(ProfileJSON.json(profile, file, visit.edition)))
    }
  }

  private static let save = WebRoute.api(
    .put, onePath,
    "Makes the profile what is sent; what is not named is taken away. A new one is shown at once.",
    for: .member, takes: ProfileAsked.self, gives: ProfileJSON.ownShape, limits: .wholeProfile
  ) { visit, asked in
    let (actor, now) = (visit.actor, visit.now)
    return .write { tx in
      // Who may not learns nothing of what is there.
      try actor.must(.present, over: asked.party, or: ProfileError.self)
      let content = try asked.content(tx)
      try tx.saveProfile(
        of: asked.party, content, from: asked.revision,
        publishing: tx.profile(asked.party)?.isPublished ?? true, by: actor, at: now)
    } then: {
      visit.ownProfile(asked.party)
    }
  }

  private static let setShown = WebRoute.api(
    .put, "/api/v1/profiles/{party}/visibility", "Hides the profile, or shows it again.",
    for: .member, takes: VisibilityAsked.self, gives: ProfileJSON.ownShape
  ) { visit, asked in
    let (actor, now) = (visit.actor, visit.now)
    return .write { tx in
      if asked.isPublished {
        try tx.publishProfile(asked.party, by: actor, at: now)
      } else {
        try tx.hideProfile(asked.party, by: actor, at: now)
      }
    } then: {
      visit.ownProfile(asked.party)
    }
  }

  // MARK: Portfolio

  private static let itemPath: RoutePath = "/api/v1/profiles/{party}/portfolio/{item}"

  private static let addItem = WebRoute.api(
    .post, "/api/v1/profiles/{party}/portfolio", "Adds a work, after the others.",
    for: .member, takes: NewItemAsked.self, gives: ProfileJSON.itemShape
  ) { visit, asked in
    let (actor, now) = (visit.actor, visit.now)
    let work = try asked.content.work(in: visit.edition)
    return .write { tx in
      try visit.once(tx) { tx in
        "\(try tx.addPortfolioItem(of: asked.party, work, by: actor, at: now))"
      }
    } then: { number in
      guard let id = Int64(number) else { preconditionFailure("it was written by us") }
      return visit.item(ID(id), of: asked.party)
    }
  }

  private static let changeItem = WebRoute.api(
    .put, itemPath, "Makes a work what is sent.", for: .member,
    takes: ChangedItemAsked.self, gives: ProfileJSON.itemShape
  ) { visit, asked in
    let (actor, now) = (visit.actor, visit.now)
    let work = try asked.content.work(in: visit.edition)
    return .write { tx in
      try actor.must(.present, over: asked.party, or: ProfileError.self)
      var work = work
      let kept = try tx.portfolioItem(asked.item, of: asked.party).work.media
      work.media = asked.content.media ?? kept
      try tx.editPortfolioItem(asked.item, work, from: asked.revision, by: actor, at: now)
    } then: {
      visit.item(asked.item, of: asked.party)
    }
  }

  private static let removeItem = WebRoute.api(
    .delete, itemPath, "Takes a work away.", for: .member, takes: OneItemAsked.self,
    gives: .object([])
  ) { visit, asked in
    let (actor, now) = (visit.actor, visit.now)
    return .write { tx in
      try actor.must(.present, over: asked.party, or: ProfileError.self)
      _ = try tx.portfolioItem(asked.item, of: asked.party)
      try tx.removePortfolioItem(asked.item, by: actor, at: now)
    } then: {
      .answer(visit.json([:]))
    }
  }
}

extension RouteLimits {
  /// Twelve languages of two thousand characters.
  fileprivate static var wholeProfile: RouteLimits {
    var limits = RouteLimits.writing
    limits.bodyBytesMax = 262_144
    return limits
  }
}

extension Visit {
  fileprivate func ownProfile(_ party: ID<Party>) -> Step {
    .read { rows in
      .answer(self.json(try rows.ownProfile(party, self.edition)))
    }
  }

  fileprivate func item(_ id: ID<PortfolioItem>, of party: ID<Party>) -> Step {
    .read { rows in
      let item = try rows.portfolioItem(id, of: party)
      return .answer(self.json(ProfileJSON.item(item, self.edition)))
    }
  }
}

extension Reading where Self: ~Copyable {
  /// Before anything is written there is an empty one.
  fileprivate func ownProfile(_ party: ID<Party>, _ edition: Edition) throws -> JSON {
    let profile = try profile(party) ?? Profile(party: party, content: ProfileContent(texts: [:]))
    return ProfileJSON.own(profile, try profileFile(of: profile), edition)
  }
}

private struct PartyAsked: Input {
  let party: ID<Party>

  init(_ fields: inout Fields) { party = fields.id("party", "The number of the seller.") }
}

private struct VisibilityAsked: Input {
  let party: ID<Party>
  let isPublished: Bool

  init(_ fields: inout Fields) {
    party = fields.id("party", "Whose it is.")
    isPublished = fields.flag("isPublished", "Whether it shall be seen.")
  }
}

private struct NewItemAsked: Input {
  let party: ID<Party>
  let content: WorkAsked

  init(_ fields: inout Fields) {
    party = fields.id("party", "Whose it is.")
    content = WorkAsked(&fields, withMedia: true)
  }
}

private struct ChangedItemAsked: Input {
  let party: ID<Party>
  let item: ID<PortfolioItem>
  let revision: Int
  let content: WorkAsked

  init(_ fields: inout Fields) {
    party = fields.id("party", "Whose it is.")
    item = fields.id("item", "Which work.")
    revision = fields.revision()
    content = WorkAsked(&fields, withMedia: true)
  }
}

private struct OneItemAsked: Input {
  let party: ID<Party>
  let item: ID<PortfolioItem>

  init(_ fields: inout Fields) {
    party = fields.id("party", "Whose it is.")
    item = fields.id("item", "Which work.")
  }
}
