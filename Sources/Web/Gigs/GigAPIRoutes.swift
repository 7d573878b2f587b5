import HTTP
import Market
import Pages
import Store

/// What programs do with the gigs of their member: the same as the pages of the studio.
enum GigAPIRoutes {
  static let all = [mine, open, draft, write, publish, duplicate] + StudioDeed.plain.map(deed)

  private static let mine = WebRoute.api(
    .get, "/api/v1/gigs", "The member's services, or those of the organisation he acts for.",
    for: .member, takes: Nothing.self,
    gives: .object([.init("gigs", .list(GigStandingJSON.shape), "The newest first.")])
  ) { visit, _ in
    guard let session = visit.session, let seller = visit.seller(session) else {
      return visit.signInNeeded
    }
    return .read { rows in
      let gigs = try rows.gigDrafts(of: seller)
      return .answer(visit.json(["gigs": .list(gigs.map { GigStandingJSON.json($0.gig) })]))
    }
  }

  private static let open = WebRoute.api(
    .post, "/api/v1/gigs", "Begins a service in a category.", for: .member,
    takes: CategoryAsked.self, gives: GigStandingJSON.shape
  ) { visit, asked in
    guard let session = visit.session, let seller = visit.seller(session) else {
      return visit.signInNeeded
    }
    let (actor, now) = (visit.actor, visit.now)
    return visit.change { tx in
      try tx.openGig(of: seller, in: asked.category, by: actor, at: now).id
    } then: {
      visit.json(GigStandingJSON.json($0), status: .created)
    }
  }

  private static let draftPath: RoutePath = "/api/v1/gigs/{gig}/draft"

  private static let draft = WebRoute.api(
    .get, draftPath, "All that a service says, or will say once it is published.", for: .member,
    takes: StudioGigAsked.self, gives: GigDraftJSON.shape
  ) { visit, asked in visit.draftAnswer(of: asked.gig) }

  private static let write = WebRoute.api(
    .put, draftPath, "Keeps all that a service is to say.", for: .member, takes: DraftAsked.self,
    gives: GigDraftJSON.shape, limits: .studio
  ) { visit, asked in
    let (actor, locale, now) = (visit.actor, visit.locale, visit.now)
    return .write { tx in
      _ = try visit.once(tx) { tx in
        try tx.write(asked, in: locale, by: actor, at: now)
        return ""
      }
    } then: {
      visit.draftAnswer(of: asked.step.gig)
    }
  }

  private static let publish = WebRoute.api(
    .post, "/api/v1/gigs/{gig}/publish", "Makes a draft what visitors see.", for: .member,
    takes: PublishAsked.self, gives: GigStandingJSON.shape
  ) { visit, asked in
    let (actor, now) = (visit.actor, visit.now)
    return visit.change { tx in
      try tx.publish(asked, by: actor, at: now)
    } then: {
      visit.json(GigStandingJSON.json($0))
    }
  }

  private static let duplicate = WebRoute.api(
    .post, "/api/v1/gigs/{gig}/duplicate", "Begins a service that says the same.", for: .member,
    takes: StudioGigAsked.self, gives: GigStandingJSON.shape
  ) { visit, asked in
    let (actor, now) = (visit.actor, visit.now)
    return visit.change { tx in
      try tx.act(.duplicate, on: asked.gig, by: actor, at: now)
    } then: {
      visit.json(GigStandingJSON.json($0), status: .created)
    }
  }

  private static func deed(_ deed: StudioDeed) -> WebRoute {
    WebRoute.api(
      .post, RoutePath("/api/v1/gigs/{gig}/\(deed.rawValue)"), deed.summary, for: .member,
      takes: StudioGigAsked.self, gives: GigStandingJSON.shape
    ) { visit, asked in
      let (actor, now) = (visit.actor, visit.now)
      return visit.change { tx in
        try tx.act(deed, on: asked.gig, by: actor, at: now)
      } then: {
        visit.json(GigStandingJSON.json($0))
      }
    }
  }
}

extension Visit {
  fileprivate func draftAnswer(of gig: ID<Gig>) -> Step {
    .read { rows in
      let draft = try rows.ownDraft(gig, of: actor)
      let tags = try draft.content.tags.compactMap { try rows.tag($0) }
      let faults = try rows.gigFaults(draft, at: now)
      return .answer(json(GigDraftJSON.json(draft, tags, faults, edition)))
    }
  }
}

/// All that a gig is to say, at once.
struct DraftAsked: Input {
  let step: StepAsked
  let words: WordsAsked
  let packages: PackagesAsked
  let asks: AsksAsked
  let files: [GigMedia]
  let tags: [String]
  let attributes: [String: String]
  let promises: Set<String>

  init(_ fields: inout Fields) {
    step = StepAsked(&fields)
    words = WordsAsked(step, &fields)
    packages = PackagesAsked(step, &fields)
    asks = AsksAsked(step, &fields)
    files = fields.gigFiles()
    tags = fields.tags()
    attributes = fields.gigAttributes()
    promises = fields.promises()
  }
}

extension Transaction {
  fileprivate func write(
    _ asked: DraftAsked, in locale: Locale, by actor: Actor, at now: Instant
  ) throws {
    let gig = try ownDraft(asked.step.gig, of: actor).gig
    _ = try gig.revised(as: ID(0), from: asked.step.revision, by: actor)
    let media = try known(asked.files, of: gig.party, as: "files")
    let tags = try asked.tags.map { try tag(called: $0, in: locale, by: actor, at: now) }
    try revise(asked.step, by: actor, at: now) { _, content in
      asked.words.write(to: &content)
      asked.packages.write(to: &content)
      asked.asks.write(to: &content)
      content.media = media
      content.tags = tags.withoutDoubles
      content.attributes = asked.attributes
      content.promises = asked.promises
    }
  }
}
