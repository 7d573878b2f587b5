import HTTP
import Market
import Pages
import Store

/// What buttons of the studio do.
enum StudioDeedRoutes {
  static let all = [publish, duplicate] + StudioDeed.plain.map(deed)

  private static let publish = WebRoute.form(
    "/{locale}/studio/gigs/{gig}/publish", "Makes a draft what visitors see.", for: .member,
    takes: PublishAsked.self
  ) { visit, trouble in
    visit.showPreview(of: visit.id("gig"), after: trouble)
  } act: { visit, asked in
    let (actor, now) = (visit.actor, visit.now)
    return visit.change { tx in
      try tx.publish(asked, by: actor, at: now)
    } then: {
      visit.redirect(to: .step($0.id, .preview), done: .published)
    }
  }

  private static let duplicate = WebRoute.form(
    "/{locale}/studio/gigs/{gig}/duplicate", "Begins a service that says the same.", for: .member,
    takes: StudioGigAsked.self
  ) { visit, trouble in
    visit.showGigs(after: trouble)
  } act: { visit, asked in
    let (actor, now) = (visit.actor, visit.now)
    return visit.change { tx in
      try tx.act(.duplicate, on: asked.gig, by: actor, at: now)
    } then: {
      visit.redirect(to: .step($0.id, .words), done: .duplicated)
    }
  }

  private static func deed(_ deed: StudioDeed) -> WebRoute {
    WebRoute.form(
      RoutePath("/{locale}/studio/gigs/{gig}/\(deed.rawValue)"), deed.summary, for: .member,
      takes: StudioGigAsked.self
    ) { visit, trouble in
      visit.showGigs(after: trouble)
    } act: { visit, asked in
      let (actor, now) = (visit.actor, visit.now)
      return visit.change { tx in
        try tx.act(deed, on: asked.gig, by: actor, at: now)
      } then: { _ in
        visit.redirect(to: .gigs, done: deed.done)
      }
    }
  }
}

extension StudioDeed {
  /// Those that need nothing but the gig.
  static let plain: [StudioDeed] = [.pause, .resume, .archive, .restore]

  var summary: String {
    switch self {
    case .publish: "Makes a draft what visitors see."
    case .pause: "Takes a service out of the market for a while."
    case .resume: "Puts a paused service back into the market."
    case .archive: "Puts a service away."
    case .restore: "Takes a service out of the archive, paused."
    case .duplicate: "Begins a service that says the same."
    }
  }

  fileprivate var done: StudioDone {
    switch self {
    case .publish: .published
    case .pause: .paused
    case .resume: .resumed
    case .archive: .archived
    case .restore: .restored
    case .duplicate: .duplicated
    }
  }
}

extension Transaction {
  /// He publishes what he has looked at, or nothing.
  func publish(_ asked: PublishAsked, by actor: Actor, at now: Instant) throws -> ID<Gig> {
    guard try ownDraft(asked.gig, of: actor).gig.revision == asked.revision else {
      throw GigError.changedMeanwhile
    }
    return try publishGig(asked.gig, by: actor, at: now).id
  }

  /// To who may not write there, the gig is not there. Returns the one that it is about afterwards.
  func act(
    _ deed: StudioDeed, on gig: ID<Gig>, by actor: Actor, at now: Instant
  ) throws -> ID<Gig> {
    _ = try ownDraft(gig, of: actor)
    switch deed {
    case .publish: try publishGig(gig, by: actor, at: now)
    case .pause: try pauseGig(gig, by: actor, at: now)
    case .resume: try resumeGig(gig, by: actor, at: now)
    case .archive: try archiveGig(gig, by: actor, at: now)
    case .restore: try restoreGig(gig, by: actor, at: now)
    case .duplicate: return try duplicateGig(gig, by: actor, at: now).id
    }
    return gig
  }
}

struct PublishAsked: Input {
  let gig: ID<Gig>
  let revision: Int

  init(_ fields: inout Fields) {
    gig = StudioGigAsked(&fields).gig
    revision = Int(fields.number("revision", "What was looked at.", 0...Int64(Int32.max)))
  }
}
