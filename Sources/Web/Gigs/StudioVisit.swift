import HTTP
import Market
import Pages
import Store

// What the pages of the studio have in common.
extension Visit {
  /// In whose name the member offers things.
  func seller(_ session: Session) -> ID<Party>? {
    guard case .member(let standing) = actor else { return nil }
    return standing.acts(for: session.acting)
  }

  func redirect(to place: StudioAddress, done: StudioDone) -> Answer {
    redirect(to: PageAddress.studio(place).path(in: locale), saying: Flash(.studio, "\(done)"))
  }

  /// A step with all that stands around it; after something went wrong, with what was typed.
  func showStep(_ step: StudioStep, of gig: ID<Gig>, after trouble: Trouble? = nil) -> Step {
    memberPage(after: trouble) { rows, _, _ in
      StudioStepPage(step, try studioForm(rows, gig, step, after: trouble), in: edition)
    }
  }

  /// Of the gig that the address names.
  func showStep(_ step: StudioStep, after trouble: Trouble) -> Step {
    showStep(step, of: id("gig"), after: trouble)
  }

  func studioForm(
    _ rows: borrowing Snapshot, _ gig: ID<Gig>, _ step: StudioStep, after trouble: Trouble? = nil
  ) throws -> StudioForm {
    let draft = try rows.ownDraft(gig, of: actor)
    let isDetails = step == .details
    return StudioForm(
      state: state(after: trouble), draft: draft,
      tags: try draft.content.tags.compactMap { try rows.tag($0) },
      usualTags: isDetails
        ? try rows.usualTags(in: draft.gig.category, atMost: Self.usualTagsMax) : [],
      chosenSlugs: isDetails ? try rows.chosenSlugs(of: .gig, gig.number) : [:],
      faults: try rows.gigFaults(draft, at: now), typed: trouble.map { _ in typedFields },
      done: trouble == nil ? flash?.studio : nil, refusal: trouble?.studioRefusal)
  }

  private static let usualTagsMax = 12

  /// Does something with a gig, once however often it is asked for; `act` returns the gig that it is then
  /// about.
  func change(
    _ act: @escaping @Sendable (borrowing Transaction) throws -> ID<Gig>,
    then answer: @escaping @Sendable (Gig) -> Answer
  ) -> Step {
    .write { tx in
      let number = try once(tx) { tx in "\(try act(tx))" }
      guard let id = Int64(number) else { preconditionFailure("it was written by us") }
      return try tx.gig(ID(id))
    } then: {
      .answer(answer($0))
    }
  }
}

extension Reading where Self: ~Copyable {
  /// A gig of which somebody may write; to others it is not there.
  func ownDraft(_ gig: ID<Gig>, of actor: Actor) throws -> GigDraft {
    let draft = try gigDraft(gig)
    guard actor.refusal(of: .sell, over: draft.gig.party) == nil else { throw Trouble(.notFound) }
    return draft
  }
}

extension Flash {
  var studio: StudioDone? { choice(.studio) }
  var moderation: ModerationDeed? { choice(.moderation) }
}

extension GigError {
  /// For who writes programs.
  fileprivate var told: String? {
    switch self {
    case .tooMany(let cap): "The seller's level allows \(cap) services on offer: archive one first."
    case .notActive: "The seller is suspended or closed."
    case .notPossible: "This cannot be done in the state that the service is in: see `state`."
    case .notModerated: "This cannot be done in the state of its moderation."
    case .takenDown: "Staff have taken the service down."
    case .nothingToPublish: "There is nothing to publish: all of it is published already."
    case .changedMeanwhile: "It was changed since that revision; read it again."
    default: nil
    }
  }
}

extension Trouble {
  static func told(by error: GigError) -> Trouble {
    switch error {
    case .unknown: Trouble(.notFound)
    case .refused(.signInNeeded): Trouble(.signInNeeded)
    case .refused(.notAllowed): Trouble(.forbidden)
    case .unknownCategory, .closedCategory: Trouble("category", .notAChoice)
    case .unknownTag: Trouble("tags", .notFound)
    case .unfitSlug: Trouble("slug", .unfit)
    case .unfitReason: Trouble("reason", .missing)
    case .unfit(let faults): Trouble(faults.map(\.told))
    case .tooMany, .notActive, .notPossible, .notModerated, .takenDown, .nothingToPublish,
      .changedMeanwhile:
      Trouble(.badRequest, status: .conflict, saying: error.told)
    }
  }

  /// Why something in the studio was not done, when no field is to blame.
  var studioRefusal: StudioRefusal? {
    switch gig {
    case .changedMeanwhile?: .changedMeanwhile
    case .tooMany?: .tooManyGigs
    case .notPossible?, .notModerated?: .notPossible
    case .takenDown?: .takenDown
    case .nothingToPublish?: .nothingToPublish
    case .notActive?: .notActive
    case .unfit?: .unfit
    case .refused(.notAllowed)?: .notAllowed
    default: nil
    }
  }
}
