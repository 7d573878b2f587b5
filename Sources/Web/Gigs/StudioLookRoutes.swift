import HTTP
import Market
import Pages
import Store

/// What is looked at before a button of the studio is pressed: the page as it will be, what publishing
/// prints, and all versions.
enum StudioLookRoutes {
  static let all = [preview, exact, cover, history, changes]

  private static let preview = WebRoute.page(
    "/{locale}/studio/gigs/{gig}/preview",
    "How a service will look, which pages publishing prints, and what keeps it from that.",
    for: .member, takes: StudioGigAsked.self
  ) { visit, asked in visit.showPreview(of: asked.gig) }

  private static let exact = WebRoute.page(
    "/{locale}/studio/gigs/{gig}/page", "The page of a service exactly as it will be.",
    for: .member, takes: StudioGigAsked.self
  ) { visit, asked in
    visit.memberPage { rows, _, _ in
      let draft = try rows.ownDraft(asked.gig, of: visit.actor)
      return GigPage(exactly: try rows.gigPreview(draft, at: visit.now), in: visit.edition)
    }
  }

  private static let cover = WebRoute.page(
    "/{locale}/studio/gigs/{gig}/cover", "The picture that is drawn for a service.", for: .member,
    takes: StudioGigAsked.self
  ) { visit, asked in
    .read { rows in
      let draft = try rows.gigDraft(asked.gig)
      let isOwn = visit.actor.refusal(of: .sell, over: draft.gig.party) == nil
      guard isOwn || visit.actor.refusal(of: .moderate) == nil else { throw Trouble(.notFound) }
      let svg = visit.edition.drawing(of: try rows.gigPreview(draft, at: visit.now)).svg
      return .answer(
        Answer(
          .ok,
          FieldLines(protecting: [
            ("Content-Type", "image/svg+xml"), ("Cache-Control", "private, no-cache"),
          ]), .bytes(Array(svg.utf8))))
    }
  }

  private static let history = WebRoute.page(
    "/{locale}/studio/gigs/{gig}/versions", "All versions of a service.", for: .member,
    takes: StudioGigAsked.self
  ) { visit, asked in
    visit.memberPage { rows, file, _ in
      let draft = try rows.ownDraft(asked.gig, of: visit.actor)
      let versions = try rows.gigVersions(of: asked.gig)
      let authors = try Set(versions.compactMap(\.author)).map { account in
        (account, try rows.party(rows.account(account).party).name)
      }
      return StudioHistoryPage(
        StudioHistory(
          draft: draft, versions: versions, authors: Dictionary(authors) { first, _ in first },
          timezone: file.preferences.timeZone), in: visit.edition)
    }
  }

  private static let changes = WebRoute.page(
    "/{locale}/studio/gigs/{gig}/versions/{version}",
    "What a version of a service says differently from the one before it.", for: .member,
    takes: VersionAsked.self
  ) { visit, asked in
    visit.memberPage { rows, _, _ in
      let gig = try rows.ownDraft(asked.gig, of: visit.actor).gig
      let versions = try rows.gigVersions(of: asked.gig)
      guard let place = versions.firstIndex(where: { $0.number == asked.version }), place > 0 else {
        throw Trouble(.notFound)
      }
      let difference = StudioDifference(
        gig: gig, before: try rows.written(versions[place - 1]),
        after: try rows.written(versions[place]))
      return StudioChangesPage(difference, in: visit.edition)
    }
  }
}

extension Reading where Self: ~Copyable {
  fileprivate func written(
    _ version: GigVersion
  ) throws -> (version: GigVersion, content: GigContent, tags: [Tag]) {
    guard let content = try gigContent(of: version.id) else { throw Trouble(.notFound) }
    return (version, content, try content.tags.compactMap { try tag($0) })
  }
}

extension Visit {
  /// What publishing would do is seen by doing it, and taking it back.
  func showPreview(of gig: ID<Gig>, after trouble: Trouble? = nil) -> Step {
    let (actor, now) = (actor, now)
    return .write { store, done in
      store.write { tx in
        try tx.rehearse(gig, by: actor, at: now)
      } then: { outcome in
        let touched: Touched? =
          if case .failure(let rehearsed as Rehearsed) = outcome { rehearsed.touched } else { nil }
        done(.success(showPreview(of: gig, printing: touched, after: trouble)))
      }
    }
  }

  private func showPreview(
    of gig: ID<Gig>, printing touched: Touched?, after trouble: Trouble?
  ) -> Step {
    memberPage(after: trouble) { rows, _, _ in
      let form = try studioForm(rows, gig, .preview, after: trouble)
      let preview = StudioPreview(
        form: form, record: try rows.gigPreview(form.draft, at: now), touched: touched)
      return StudioPreviewPage(preview, in: edition, printer.editions)
    }
  }
}

/// What would be printed, out of a transaction that is not to be kept.
private struct Rehearsed: Error {
  let touched: Touched
}

extension Transaction {
  fileprivate func rehearse(_ gig: ID<Gig>, by actor: Actor, at now: Instant) throws {
    let before = position()
    try publishGig(gig, by: actor, at: now)
    var touched = Touched()
    for change in try changes(after: before, atMost: Self.rehearsedMax) {
      try touched.add(change.change, self)
    }
    throw Rehearsed(touched: touched)
  }

  private static let rehearsedMax = 1_000
}

private struct VersionAsked: Input {
  let gig: ID<Gig>
  let version: Int

  init(_ fields: inout Fields) {
    gig = StudioGigAsked(&fields).gig
    version = Int(fields.number("version", "The number of the version.", 1...Int64(Int32.max)))
  }
}
