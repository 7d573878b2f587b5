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

  /// The largest video, with some pictures beside it.
  private static let limits: RouteLimits = {
    var limits = RouteLimits.studio
    limits.bodyBytesMax = 256 << 20
    limits.spools = true
    return limits
  }()

  private static let write = WebRoute.form(
    path, "Takes files, and keeps which of them are shown, as a draft.", for: .member,
    takes: MediaStepAsked.self, limits: limits
  ) { visit, trouble in
    visit.showMedia(of: visit.id("gig"), after: trouble)
  } act: { visit, step in
    .read { rows in
      let draft = try rows.ownDraft(step.asked.gig, of: visit.actor)
      // Before anything is taken in: whoever is too late must not send it twice.
      _ = try draft.gig.revised(as: ID(0), from: step.asked.revision, by: visit.actor)
      let most = try rows.rules(at: visit.now).rules.gig.mediaMax
      let room = max(0, most - step.files.count - step.added.count)
      return try visit.receive(step.uploads(visit), of: draft.gig.party, roomFor: room, most) {
        visit.keep(step, $0)
      }
    }
  }
}

/// What became of the files that came with one form.
struct ReceivedFiles: Sendable {
  var keys: [MediaKey] = []
  var refused: [RefusedFile] = []
}

extension Visit {
  func showMedia(
    of gig: ID<Gig>, refused: [RefusedFile] = [], after trouble: Trouble? = nil
  ) -> Step {
    let status = trouble ?? (refused.isEmpty ? nil : Trouble(.badRequest, status: .unprocessable))
    return memberPage(after: status) { rows, _, _ in
      let form = try studioForm(rows, gig, .media, after: trouble)
      let typed = (form.typed ?? [:]).filter { $0.key.hasSuffix("-key") }.values
      let keys = form.draft.content.media.map(\.file) + typed
      let files = try rows.media(keys.compactMap { MediaKey($0) }).values
      return StudioMediaPage(
        form, files.filter { $0.party == form.draft.gig.party }, refused: refused, in: edition)
    }
  }

  /// One file after the other; what is wrong with one hinders no other.
  fileprivate func receive(
    _ parts: ArraySlice<Multipart.Part>, of party: ID<Party>, roomFor room: Int, _ most: Int,
    _ received: ReceivedFiles = ReceivedFiles(),
    then next: @escaping @Sendable (ReceivedFiles) throws -> Step
  ) throws -> Step {
    guard let part = parts.first, let form = self.parts else { return try next(received) }
    let name = MediaOffer.cleaned(part.fileName ?? "")
    let go: @Sendable (ReceivedFiles) throws -> Step = {
      try receive(parts.dropFirst(), of: party, roomFor: room, most, $0, then: next)
    }
    let refuse: @Sendable (RefusedFile.Reason) throws -> Step = {
      var all = received
      all.refused.append(RefusedFile(name: name, reason: $0))
      return try go(all)
    }
    guard received.keys.count < room else { return try refuse(.tooMany(max: most)) }
    return try receiveWhole(part, of: form, for: party) {
      try refuse(.unfit($0))
    } then: {
      var all = received
      all.keys.append($0.key)
      return try go(all)
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
    let files = step.shown + (step.added + received).map { GigMedia(file: $0.text, caption: [:]) }
    var media: [GigMedia] = []
    for file in files where !media.contains(where: { $0.file == file.file }) { media.append(file) }
    let party = try gig(step.asked.gig).party
    for (place, each) in media.enumerated() {
      let known = try MediaKey(each.file).flatMap { try self.media($0) }
      guard known?.party == party else { throw Trouble("file-\(place)-key", .notFound) }
    }
    try revise(step.asked, by: actor, at: now) { _, content in content.media = media }
  }
}

/// Which files are shown, and in which order.
struct MediaStepAsked: Input {
  let asked: StepAsked
  let files: [GigMedia]
  /// Sent before, and not in the form yet.
  let added: [MediaKey]
  /// The place of one that goes before the one above it.
  let moved: Int?
  let removed: Int?

  init(_ fields: inout Fields) {
    asked = StepAsked(&fields)
    files = fields.gigFiles()
    let typed = fields.text(
      "add", "Keys of files that were sent by the API, with spaces between.",
      characters: 0...Self.addedCharactersMax)
    added = typed.split(separator: " ").compactMap { MediaKey(String($0)) }
    let places: ClosedRange<Int64> = 0...Int64(Self.placesMax)
    moved = fields.optionalNumber("move", "The place of the one to go up by one.", places)
      .map(Int.init)
    removed = fields.optionalNumber("remove", "The place of the one to be left out.", places)
      .map(Int.init)
  }

  private static let addedCharactersMax = 1_000
  private static let placesMax = 50

  /// In their new order, without what is left out.
  var shown: [GigMedia] {
    var shown = files
    if let moved, moved > 0, shown.indices.contains(moved) { shown.swapAt(moved, moved - 1) }
    if let removed, shown.indices.contains(removed) { shown.remove(at: removed) }
    return shown
  }

  /// What came with the form. A browser sends a nameless one where none was chosen.
  func uploads(_ visit: Visit) -> ArraySlice<Multipart.Part> {
    (visit.parts?.parts ?? []).filter {
      $0.name == "upload" && !($0.fileName ?? "").isEmpty
    }[...]
  }
}
