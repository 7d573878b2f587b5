import Market
import Theme

extension StudioStepPage {
  /// One of the four steps in which only words and numbers are written.
  package init(_ step: StudioStep, _ form: StudioForm, in edition: Edition) {
    let fields = StudioFields(form, in: edition)
    let sections: [StudioSection] =
      switch step {
      case .words: fields.words
      case .packages: fields.packages
      case .asks: fields.asks
      case .media, .details, .preview: fields.details
      }
    let gig = form.draft.gig.id
    let next = StudioStep.allCases[min(step.position + 1, StudioStep.allCases.count - 1)]
    self.init(
      around: StudioFrame(
        step, form, sections.flatMap(\.rows).flatMap(\.fields), in: edition),
      step: step, form: edition.form(.studio(.step(gig, step)), form.state),
      revision: Int(fields.values["revision"]) ?? form.draft.gig.revision, sections: sections,
      next: edition.link(.studio(.step(gig, next))))
  }
}

extension StudioFrame {
  init(
    _ step: StudioStep, _ form: StudioForm, _ shown: [any FormField] = [],
    besides others: [FaultLine] = [], in edition: Edition
  ) {
    let (gig, content) = (form.draft.gig, form.draft.content)
    let titles = Localized(ByLocale(content.texts.map { ($0.key, $0.value.title) }))
    self.init(
      frame: edition.frame(step.studioPlace, at: .studio(.step(gig.id, step))),
      title: edition.said(titles, first: content.origin),
      state: GigStateChoice(gig), isChanged: gig.version != nil && form.draft.isUnpublished,
      judgement: JudgementLine(gig),
      steps: StudioStep.allCases.map { each in
        StudioStepLine(
          step: each, link: edition.link(.studio(.step(gig.id, each))), isHere: each == step,
          faultCount: form.faults.count(in: each))
      },
      notice: Notice(form.done, form.refusal, form.state, in: edition),
      faults: FaultList(
        form.state.faults.isEmpty
          ? others
          : others
            + shown.compactMap { field in
              field.fault.map { FaultLine(label: field.label, fault: $0, link: field.place) }
            }), quality: content.quality(in: edition.locales),
      hints: content.hints(in: edition.locales).prefix(Self.hintsMax).map {
        edition.sentence(for: $0)
      },
      gigs: edition.link(.studio(.gigs)),
      history: gig.version == nil ? nil : edition.link(.studio(.history(gig.id))),
      page: gig.isShown ? edition.link(.gig(gig.id, gig.slugs)) : nil)
  }

  /// More at once would be a wall of good advice.
  static let hintsMax = 4
}

extension [GigFault] {
  /// Nil for none.
  fileprivate func count(in step: StudioStep) -> Int? {
    let count = count { $0.field.place.step == step }
    return count > 0 ? count : nil
  }
}

extension StudioStep {
  fileprivate var studioPlace: StudioPlace {
    switch self {
    case .words: .words
    case .packages: .packages
    case .asks: .asks
    case .media: .media
    case .details: .details
    case .preview: .preview
    }
  }
}

extension GigStateChoice {
  init(_ gig: Gig) {
    self =
      switch (gig.moderation, gig.state) {
      case (.takenDown, _): .takenDown
      case (_, .archived): .archived
      case (_, .draft): .draft
      case (_, .paused): .paused
      case (.rejected, .published): .rejected
      case (.unseen, .published) where !gig.isShown: .waiting
      case (_, .published): gig.isShown ? .published : .hidden
      }
  }
}

extension JudgementLine {
  fileprivate init?(_ gig: Gig) {
    switch gig.moderation {
    case .takenDown(_, let reason): self.init(isDown: true, isWaiting: false, reason: reason)
    case .rejected(_, let reason): self.init(isDown: false, isWaiting: false, reason: reason)
    case .unseen where GigStateChoice(gig) == .waiting:
      self.init(isDown: false, isWaiting: true, reason: nil)
    case .unseen, .approved: return nil
    }
  }
}

extension Edition {
  func frame(_ place: StudioPlace, at address: PageAddress) -> Frame {
    var head = Head(
      page: translations(of: address), title: words(StudioTitle(place: place)),
      summary: words(StudioSummary()))
    head.isIndexed = false
    return frame(head)
  }
}
