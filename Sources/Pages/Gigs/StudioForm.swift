package import Market
import Theme

/// A gig as its seller works on it, and what came of what was sent last.
package struct StudioForm: Sendable {
  package var state: FormState
  package var draft: GigDraft
  /// Those of the draft.
  package var tags: [Tag]
  /// What sellers of its category say.
  package var usualTags: [Tag]
  package var chosenSlugs: Slugs
  /// What keeps it from being published.
  package var faults: [GigFault]
  /// By the names of the fields, when it was not taken; else what the draft says stands there.
  package var typed: [String: String]?
  package var done: StudioDone?
  package var refusal: StudioRefusal?

  package init(
    state: FormState, draft: GigDraft, tags: [Tag] = [], usualTags: [Tag] = [],
    chosenSlugs: Slugs = [:], faults: [GigFault] = [], typed: [String: String]? = nil,
    done: StudioDone? = nil, refusal: StudioRefusal? = nil
  ) {
    self.state = state
    self.draft = draft
    self.tags = tags
    self.usualTags = usualTags
    self.chosenSlugs = chosenSlugs
    self.faults = faults
    self.typed = typed
    self.done = done
    self.refusal = refusal
  }
}

/// What a seller has just done.
package enum StudioDone: Int, CaseIterable, Choice {
  case opened, saved, published, paused, resumed, archived, restored, duplicated
}

/// Why something in the studio was not done, when no field is to blame.
package enum StudioRefusal: Int, CaseIterable, Choice {
  case changedMeanwhile, tooManyGigs, notPossible, takenDown, nothingToPublish, notActive, unfit
  case notAllowed
}

struct StudioDoneText: Sentence {
  static let key = "studio.done"
  let done: StudioDone
  static let about = "What a seller has just done."
  static let fields = Fields<Self>(Field("done", \.done, "What it was."))
}

struct StudioRefusalText: Sentence {
  static let key = "studio.refused"
  let refusal: StudioRefusal
  static let about = "Why something in the studio was not done."
  static let fields = Fields<Self>(Field("refusal", \.refusal, "Why."))
}

extension Notice {
  init?(_ done: StudioDone?, _ refusal: StudioRefusal?, _ state: FormState, in edition: Edition) {
    if state.isStale {
      self.init(.failed, edition.words(FormStale()))
    } else if let refusal {
      self.init(.failed, edition.words(StudioRefusalText(refusal: refusal)))
    } else if let done {
      self.init(.done, edition.words(StudioDoneText(done: done)))
    } else {
      return nil
    }
  }
}
