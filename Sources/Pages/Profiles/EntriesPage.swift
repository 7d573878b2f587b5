package import Market
package import Theme

/// What is shown one after the other: entries of the background, or works.
package struct EntriesForm: Sendable {
  package var state: FormState
  package var profile: Profile
  package var portfolio: [PortfolioItem]
  package var section: ProfileSection

  package init(
    state: FormState, profile: Profile, portfolio: [PortfolioItem], section: ProfileSection
  ) {
    self.state = state
    self.profile = profile
    self.portfolio = portfolio
    self.section = section
  }
}

/// A page that lists what can be added, changed, moved and taken away.
package struct EntriesPage: View {
  package let around: FormFrame
  package let place: ProfilePlace
  package let revision: Int
  package let entries: [EntryLine]
  package let adds: [EntryKind]
  package let back: Link

  package static let isDynamic = true
  package static let about = "A page that lists the background or the works of a seller."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("place", \.place, "Which part of the profile it is."),
    Field("revision", \.revision, "Of the profile, for the hidden field `revision`."),
    Field("entries", \.entries, "In the order in which others see them."),
    Field("adds", \.adds, "What can be added; empty when there are as many as there can be."),
    Field("back", \.back, "The profile at a glance."))
}

/// One of them.
package struct EntryLine: View {
  package let kind: ProfilePlace
  package let title: Said
  package let issuer: Said?
  package let years: YearSpan
  package let edit: Link
  package let files: Link?
  package let move: FormAddress
  package let isFirst: Bool
  package let isLast: Bool
  package let removal: FormAddress

  package static let about = "An entry of the background, or a work, where it can be changed."
  package static let fields = Fields<Self>(
    Field("kind", \.kind, "What it is."),
    Field("title", \.title, "What it is called."),
    Field("issuer", \.issuer, "Where, or by whom it was given."),
    Field("years", \.years, "In which years it was."),
    Field("edit", \.edit, "Where it is changed."),
    Field("files", \.files, "Where its pictures are chosen, if it may have some."),
    Field("move", \.move, "Where another place is sent, as `to`: up or down."),
    Field("isFirst", \.isFirst, "It stands above all others."),
    Field("isLast", \.isLast, "It stands below all others."),
    Field("removal", \.removal, "Where taking it away is sent."))
}

/// What can be added.
package struct EntryKind: View {
  package let kind: ProfilePlace
  package let link: Link

  package static let about = "Something that can be added."
  package static let fields = Fields<Self>(
    Field("kind", \.kind, "What it is."), Field("link", \.link, "Where it is written."))
}

extension EntriesPage {
  package init(_ form: EntriesForm, in edition: Edition) {
    let first = form.profile.content.texts.keys.first ?? edition.locale
    around = edition.around(ProfilePlace(form.section), at: .section(form.section), form.state)
    place = ProfilePlace(form.section)
    revision = form.profile.revision
    back = edition.link(.glance)
    if form.section == .portfolio {
      let items = form.portfolio
      entries = items.enumerated().map { place, item in
        EntryLine(
          kind: .work,
          title: edition.said(item.work.titles, first: first) ?? Said("\(item.id)"),
          issuer: nil, years: YearSpan(to: item.work.year), edit: edition.link(.item(item.id)),
          files: edition.link(.itemFiles(item.id)),
          move: edition.form(.itemMove(item.id), form.state), isFirst: place == 0,
          isLast: place == items.count - 1,
          removal: edition.form(.itemRemoval(item.id), form.state))
      }
      adds =
        items.count < PortfolioItem.max
        ? [EntryKind(kind: .work, link: edition.link(.newItem))] : []
    } else {
      let proofs = form.profile.content.proofs
      entries = proofs.enumerated().map { place, proof in
        EntryLine(
          kind: ProfilePlace(proof.kind),
          title: edition.said(proof.title, first: first) ?? Said("\(place + 1)"),
          issuer: edition.said(proof.issuer, first: first), years: YearSpan(of: proof),
          edit: edition.link(.proof(place + 1)), files: nil,
          move: edition.form(.proofMove(place + 1), form.state), isFirst: place == 0,
          isLast: place == proofs.count - 1,
          removal: edition.form(.proofRemoval(place + 1), form.state))
      }
      let kinds: [Qualification.Kind] = [.education, .experience, .certificate]
      adds =
        proofs.count < ProfileContent.proofsMax
        ? kinds.map { EntryKind(kind: ProfilePlace($0), link: edition.link(.newProof($0))) } : []
    }
  }
}
