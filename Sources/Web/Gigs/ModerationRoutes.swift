import HTTP
import Market
import Pages
import Store

/// Where moderators look at what sellers offer.
enum ModerationRoutes {
  static let all = [queue, gig, exact] + ModerationDeed.allCases.map(deed)

  private static let queue = WebRoute.page(
    "/{locale}/staff/gigs", "The services that no moderator has seen.", for: .member,
    takes: LocaleAsked.self
  ) { visit, _ in
    visit.moderatorPage { rows in
      ModerationPage(
        ModerationQueue(
          state: visit.state(), waiting: try rows.gigsToModerate(atMost: queueMax),
          waitingCount: try rows.gigsToModerate(), isPreModerated: try rows.isPreModerated(),
          done: visit.flash?.moderation), in: visit.edition)
    }
  }

  private static let queueMax = 50

  private static let gig = WebRoute.page(
    "/{locale}/staff/gigs/{gig}", "A service, and the decisions about it.", for: .member,
    takes: StudioGigAsked.self
  ) { visit, asked in visit.showModerated(asked.gig) }

  private static let exact = WebRoute.page(
    "/{locale}/staff/gigs/{gig}/page", "The page of a service as it is or would be.",
    for: .member, takes: StudioGigAsked.self
  ) { visit, asked in
    visit.moderatorPage { rows in
      GigPage(exactly: try rows.gigOnOffer(asked.gig, at: visit.now), in: visit.edition)
    }
  }

  private static func deed(_ deed: ModerationDeed) -> WebRoute {
    WebRoute.form(
      RoutePath("/{locale}/staff/gigs/{gig}/\(deed.rawValue)"), deed.summary, for: .member,
      takes: DecisionAsked.self
    ) { visit, trouble in
      visit.showModerated(visit.id("gig"), after: trouble)
    } act: { visit, asked in
      let (actor, now) = (visit.actor, visit.now)
      return .write { tx in
        try visit.once(tx) { tx in
          try tx.decide(deed, on: asked.gig, because: asked.reason, by: actor, at: now)
          return ""
        }
      } then: { _ in
        let page = PageAddress.moderation(.queue).path(in: visit.locale)
        return .answer(visit.redirect(to: page, saying: Flash(.moderation, "\(deed)")))
      }
    }
  }
}

extension ModerationDeed {
  fileprivate var summary: String {
    switch self {
    case .approve: "Finds a service fit to be shown."
    case .reject: "Finds a service not fit to be shown as it is."
    case .takeDown: "Takes a service down until staff say otherwise."
    case .reinstate: "Puts back a service that was taken down."
    }
  }
}

extension Transaction {
  fileprivate func decide(
    _ deed: ModerationDeed, on gig: ID<Gig>, because reason: String, by actor: Actor,
    at now: Instant
  ) throws {
    switch deed {
    case .approve: try approveGig(gig, by: actor, at: now)
    case .reject: try rejectGig(gig, because: reason, by: actor, at: now)
    case .takeDown: try takeDownGig(gig, because: reason, by: actor, at: now)
    case .reinstate: try reinstateGig(gig, by: actor, at: now)
    }
  }
}

extension Visit {
  /// For moderators alone.
  fileprivate func moderatorPage<Page: Printable>(
    after trouble: Trouble? = nil,
    _ compose: @escaping @Sendable (borrowing Snapshot) throws -> Page
  ) -> Step {
    memberPage(after: trouble) { rows, _, _ in
      guard actor.refusal(of: .moderate) == nil else { throw Trouble(.forbidden) }
      return try compose(rows)
    }
  }

  fileprivate func showModerated(_ id: ID<Gig>, after trouble: Trouble? = nil) -> Step {
    moderatorPage(after: trouble) { rows in
      let gig = try rows.gig(id)
      let moderated = ModeratedGig(
        state: state(after: trouble), record: try rows.gigDraftRecord(gig),
        shown: try rows.gigOnOffer(id, at: now), seller: try rows.party(gig.party),
        refusal: trouble?.studioRefusal, reason: typed("reason"))
      return ModeratedGigPage(moderated, in: edition, printer.editions)
    }
  }
}

private struct DecisionAsked: Input {
  let gig: ID<Gig>
  let reason: String

  init(_ fields: inout Fields) {
    gig = StudioGigAsked(&fields).gig
    reason = fields.text(
      "reason", "Why, for the seller.", characters: 0...Gig.reasonCharactersMax, isLong: true)
  }
}
