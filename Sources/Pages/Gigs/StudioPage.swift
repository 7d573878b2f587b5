package import Market
package import Theme

/// All that a seller offers, or is about to.
package struct StudioPage: View {
  package let frame: Frame
  package let notice: Notice?
  package let owner: Said
  package let gigs: [StudioGigLine]
  package let new: Link
  package let profile: Link?
  package let about: Link
  package let percent: Int
  package let onOffer: Int
  package let cap: Int

  package static let isDynamic = true
  package static let about = "The page of a seller's own services."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("notice", \.notice, "What came of what was done last."),
    Field("owner", \.owner, "Whose services these are."),
    Field("gigs", \.gigs, "The services, the newest first."),
    Field("new", \.new, "Where one begins another."),
    Field("profile", \.profile, "The seller's page, once visitors see it."),
    Field("about", \.about, "Where the seller writes about himself."),
    Field("percent", \.percent, "How complete that is, of a hundred."),
    Field("onOffer", \.onOffer, "How many are on offer."),
    Field("cap", \.cap, "How many may be, at the seller's level."))
}

/// One of a seller's services, to himself.
package struct StudioGigLine: View {
  package let number: Int
  package let title: Said?
  package let picture: Picture
  package let category: Said
  package let price: Amount?
  package let state: GigStateChoice
  package let isChanged: Bool
  package let reason: String?
  package let orders: Int
  package let reviews: Int
  package let edit: Link
  package let preview: Link
  package let page: Link?
  package let deeds: [StudioDeedLine]

  package static let about = "One of a seller's services, to himself."
  package static let fields = Fields<Self>(
    Field("number", \.number, "Its number."),
    Field("title", \.title, "What it is called, once it has a title."),
    Field("picture", \.picture, "Its first picture or its cover."),
    Field("category", \.category, "Its category."),
    Field("price", \.price, "Its lowest price, once it has one."),
    Field("state", \.state, "Where it stands."),
    Field("isChanged", \.isChanged, "Something is written that visitors do not see yet."),
    Field("reason", \.reason, "Why the staff do not show it."),
    Field("orders", \.orders, "How many orders were completed."),
    Field("reviews", \.reviews, "How many reviews there are."),
    Field("edit", \.edit, "Where it is written."),
    Field("preview", \.preview, "Where it is looked at and published."),
    Field("page", \.page, "Its page, once visitors see it."),
    Field("deeds", \.deeds, "What can be done with it at once."))
}

/// A button of the studio.
package struct StudioDeedLine: View {
  package let deed: StudioDeed
  package let form: FormAddress

  package static let about = "A button that does something with a service."
  package static let fields = Fields<Self>(
    Field("deed", \.deed, "What it does."), Field("form", \.form, "Where it is sent."))
}

/// A seller's gigs, and what came of what was done last.
package struct StudioList: Sendable {
  package var state: FormState
  package var owner: Party
  package var gigs: [GigDraftRecord]
  package var profile: PageAddress?
  /// Of the profile.
  package var completeness: Completeness
  package var cap: Int
  package var done: StudioDone?
  package var refusal: StudioRefusal?

  package init(
    state: FormState, owner: Party, gigs: [GigDraftRecord], profile: PageAddress?,
    completeness: Completeness, cap: Int,
    done: StudioDone? = nil, refusal: StudioRefusal? = nil
  ) {
    self.state = state
    self.owner = owner
    self.gigs = gigs
    self.profile = profile
    self.completeness = completeness
    self.cap = cap
    self.done = done
    self.refusal = refusal
  }
}

extension StudioPage {
  package init(_ list: StudioList, in edition: Edition) {
    self.init(
      frame: edition.frame(.gigs, at: .studio(.gigs)),
      notice: Notice(list.done, list.refusal, list.state, in: edition),
      owner: edition.said(list.owner.name, in: list.owner.language),
      gigs: list.gigs.map { StudioGigLine($0, list.state, in: edition) },
      new: edition.link(.studio(.new)), profile: list.profile.map { edition.link($0) },
      about: edition.link(.profile(.glance)), percent: list.completeness.percent,
      onOffer: list.gigs.count(where: \.gig.isOnOffer), cap: list.cap)
  }
}

extension StudioGigLine {
  init(_ record: GigDraftRecord, _ state: FormState, in edition: Edition) {
    let gig = record.gig
    let category = edition.catalogue[gig.category].map { edition.name(of: $0.category) }
    self.init(
      number: Int(gig.id.number), title: edition.said(record.titles, first: record.origin),
      picture: edition.cover(of: gig.id, record.cover),
      category: category ?? Said(""), price: record.lowestPrice.map { Amount($0) },
      state: GigStateChoice(gig),
      isChanged: gig.version != nil && gig.draft != nil, reason: gig.moderation.reason,
      orders: Int(record.figures.orders), reviews: Int(record.figures.reviews),
      edit: edition.link(.studio(.step(gig.id, .words))),
      preview: edition.link(.studio(.step(gig.id, .preview))),
      page: gig.isShown ? edition.link(.gig(gig.id, gig.slugs)) : nil,
      deeds: gig.possibleDeeds.map {
        StudioDeedLine(deed: $0, form: edition.form(.studio(.deed(gig.id, $0)), state))
      })
  }
}

extension Edition {
  fileprivate func cover(of gig: ID<Gig>, _ file: ShownFile?) -> Picture {
    file.flatMap { PublicFiles($0, of: .gig(gig)).picture(in: self, at: .studio(gig)) }
      ?? Picture(
        link: link(.studio(.cover(gig))), width: CoverDrawing.width, height: CoverDrawing.height)
  }
}

extension Gig {
  /// Besides publishing, before which one should look.
  var possibleDeeds: [StudioDeed] {
    switch state {
    case .draft: [.duplicate, .archive]
    case .published: [.pause, .duplicate, .archive]
    case .paused: [.resume, .duplicate, .archive]
    case .archived: [.restore]
    }
  }
}
