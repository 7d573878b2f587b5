package import Theme

/// Why the endpoint did not do what it was asked.
package enum TroubleKind: Int, CaseIterable, Choice {
  case badRequest
  /// The form is too old, or was sent from another site.
  case forbidden
  case signInNeeded
  case notFound
  case tooLarge
  /// The address is there, but not for this method.
  case notAllowed
  case tooMany
  /// A fault of ours.
  case broken
  case unavailable
}

/// What the endpoint says when it cannot do what it was asked.
package struct TroublePage: View {
  package let frame: Frame
  package let kind: TroubleKind
  package let id: String?
  package let retrySeconds: Int?
  package let retryMinutes: Int?
  package let back: Link?

  package init(
    frame: Frame,
    kind: TroubleKind,
    id: String? = nil,
    retrySeconds: Int? = nil,
    retryMinutes: Int? = nil,
    back: Link? = nil
  ) {
    self.frame = frame
    self.kind = kind
    self.id = id
    self.retrySeconds = retrySeconds
    self.retryMinutes = retryMinutes
    self.back = back
  }

  package static let isDynamic = true
  package static let about = "The page that says why something was not done, and what to do next."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("kind", \.kind, "What went wrong."),
    Field("id", \.id, "What to quote to support, when the fault is ours."),
    Field("retrySeconds", \.retrySeconds, "In how many seconds to try again, if that is soon."),
    Field("retryMinutes", \.retryMinutes, "In how many minutes to try again, if that is later."),
    Field("back", \.back, "The page with the form that was sent, if it is known."))
}

extension Edition {
  /// What went wrong, in a few words.
  package func sentence(for kind: TroubleKind) -> String { words(TroubleTitle(kind: kind)) }
}

extension TroublePage {
  /// `id` is that of the request. Without `back` the page leads home alone.
  package init(
    _ kind: TroubleKind, id: String, retrySeconds: Int? = nil, back: Link? = nil,
    in edition: Edition
  ) {
    let seconds = retrySeconds.map { max(1, $0) }
    let isSoon = seconds.map { $0 < Self.minutesFromSeconds } ?? false
    self.init(
      frame: edition.frame(
        Head(
          // It has no address of its own, so the language switch leads home.
          page: edition.translations(of: .home),
          title: edition.words(TroubleTitle(kind: kind)),
          summary: edition.words(TroubleSummary(kind: kind)), isIndexed: false)),
      kind: kind, id: kind == .broken ? id : nil,
      retrySeconds: isSoon ? seconds : nil,
      retryMinutes: isSoon ? nil : seconds.map { ($0 - 1) / 60 + 1 }, back: back)
  }

  /// What takes so long is told in minutes.
  private static let minutesFromSeconds = 120
}

/// Also the heading of the page.
struct TroubleTitle: Sentence {
  static let key = "trouble.heading"
  let kind: TroubleKind
  static let about = "What went wrong, in a few words."
  static let fields = Fields<Self>(Field("kind", \.kind, "What it is."))
}

/// Also the first sentence of the page.
struct TroubleSummary: Sentence {
  static let key = "trouble.why"
  let kind: TroubleKind
  static let about = "What went wrong, and what was not lost."
  static let fields = Fields<Self>(Field("kind", \.kind, "What it is."))
}
