import HTTP
import Market
import Pages
import Store

/// The step in which pictures and files are chosen. Files come with the form, or piece by piece by the API
/// before; then the form brings their keys.
enum StudioMediaRoutes {
  static let all = [show, write]

  private static let path: RoutePath = "/{locale}/studio/gigs/{gig}/media"

  private static let show = WebRoute.page(
    path, "The step of a service in which pictures and files are chosen.", for: .member,
    takes: StudioGigAsked.self
  ) { visit, asked in visit.showMedia(of: asked.gig) }

  private static let write = WebRoute.form(
    path, "Takes files, and keeps which of them are shown, as a draft.", for: .member,
    takes: MediaStepAsked.self, limits: .files
  ) { visit, trouble in
    visit.showMedia(of: visit.id("gig"), after: trouble)
  } act: { visit, step in
    .read { rows in
      let draft = try rows.ownDraft(step.asked.gig, of: visit.actor)
      // Before anything is taken in: whoever is too late must not send it twice.
      _ = try draft.gig.revised(as: ID(0), from: step.asked.revision, by: visit.actor)
      let most = try rows.rules(at: visit.now).rules.gig.mediaMax
      return try visit.receive(step.chosen, of: draft.gig.party, atMost: most) {
        visit.keep(step, $0)
      }
    }
  }
}

extension Visit {
  func showMedia(
    of gig: ID<Gig>, refused: [RefusedFile] = [], after trouble: Trouble? = nil
  ) -> Step {
    let status = trouble ?? (refused.isEmpty ? nil : Trouble(.badRequest, status: .unprocessable))
    return memberPage(after: status) { rows, _, _ in
      let form = try studioForm(rows, gig, .media, after: trouble)
      let typed = (form.typed ?? [:]).filter { $0.key.hasSuffix("-key") }.values
      let known = try rows.files(
        form.draft.content.media.map(\.file) + typed, of: form.draft.gig.party)
      return StudioMediaPage(form, known, refused: refused, in: edition)
    }
  }

  fileprivate func keep(_ step: MediaStepAsked, _ received: ReceivedFiles) -> Step {
    let (actor, now) = (actor, now)
    return .write { tx in
      try tx.keep(step, received.keys, by: actor, at: now)
    } then: { _ in
      received.refused.isEmpty
        ? .answer(redirect(after: .media, step.asked))
        : showMedia(of: step.asked.gig, refused: received.refused)
    }
  }
}

extension Transaction {
  fileprivate func keep(
    _ step: MediaStepAsked, _ received: [MediaKey], by actor: Actor, at now: Instant
  ) throws {
    let media = try known(step.chosen, received, of: gig(step.asked.gig).party)
    try revise(step.asked, by: actor, at: now) { _, content in content.media = media }
  }
}

struct MediaStepAsked: Input {
  let asked: StepAsked
  let chosen: FilesChosen

  init(_ fields: inout Fields) {
    asked = StepAsked(&fields)
    chosen = FilesChosen(&fields)
  }
}
