import Market
import Theme

extension ModerationPage {
  package init(_ queue: ModerationQueue, in edition: Edition) {
    self.init(
      frame: edition.frame(.moderation, at: .moderation(.queue)),
      notice: queue.done.map { Notice(.done, edition.words(ModerationDoneText(deed: $0))) }
        ?? Notice(nil, nil, queue.state, in: edition),
      isPreModerated: queue.isPreModerated, waitingCount: queue.waitingCount,
      gigs: queue.waiting.map { ModerationLine($0, in: edition) })
  }
}

extension ModerationLine {
  init(_ record: GigDraftRecord, in edition: Edition) {
    let gig = record.gig
    self.init(
      number: Int(gig.id.number),
      title: edition.said(record.titles, first: record.origin) ?? Said("\(gig.id)"),
      category: edition.catalogue[gig.category].map { edition.name(of: $0.category) } ?? Said(""),
      price: record.lowestPrice.map { Amount($0) }, state: GigStateChoice(gig),
      link: edition.link(.moderation(.gig(gig.id))))
  }
}

extension ModeratedGigPage {
  package init(_ moderated: ModeratedGig, in edition: Edition, _ editions: [Edition]) {
    let gig = moderated.record.gig
    let fault = moderated.state.faults.first.map { edition.sentence(for: $0.fault) }
    let reason = TextField(
      name: "reason", label: edition.words(ModerationReason()), value: moderated.reason,
      hint: edition.words(ModerationHint()), fault: fault, isRequired: true, isLong: true,
      charactersMax: Gig.reasonCharactersMax)
    self.init(
      frame: edition.frame(.moderation, at: .moderation(.gig(gig.id))),
      notice: Notice(nil, moderated.refusal, moderated.state, in: edition),
      faults: FaultList(
        fault.map { [FaultLine(label: reason.label, fault: $0, link: reason.place)] } ?? []),
      gig: ModerationLine(moderated.record, in: edition),
      seller: edition.said(moderated.seller.name, in: moderated.seller.language),
      standing: gig.moderation.reason,
      looks: editions.map {
        StudioLook(moderated.shown, in: $0, seenFrom: edition, page: .moderation(.exact(gig.id)))
      },
      deeds: gig.moderation.possibleDeeds.map {
        ModerationDeedLine(
          deed: $0, form: edition.form(.moderation(.deed(gig.id, $0)), moderated.state),
          needsReason: $0 == .reject || $0 == .takeDown)
      }, reason: reason, back: edition.link(.moderation(.queue)))
  }
}

extension Gig.Moderation {
  package var reason: String? {
    switch self {
    case .rejected(_, let reason), .takenDown(_, let reason): reason
    case .unseen, .approved: nil
    }
  }

  fileprivate var possibleDeeds: [ModerationDeed] {
    switch self {
    case .unseen: [.approve, .reject, .takeDown]
    case .approved: [.reject, .takeDown]
    case .rejected: [.approve, .takeDown]
    case .takenDown: [.reinstate]
    }
  }
}
