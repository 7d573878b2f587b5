package import Market
package import Theme

/// What staff have to look at.
package struct ModerationQueue: Sendable {
  package var state: FormState
  package var waiting: [GigDraftRecord]
  package var waitingCount: Int
  package var isPreModerated: Bool
  package var done: ModerationDeed?

  package init(
    state: FormState, waiting: [GigDraftRecord], waitingCount: Int, isPreModerated: Bool,
    done: ModerationDeed? = nil
  ) {
    self.state = state
    self.waiting = waiting
    self.waitingCount = waitingCount
    self.isPreModerated = isPreModerated
    self.done = done
  }
}

/// The gigs that no moderator has seen.
package struct ModerationPage: View {
  package let frame: Frame
  package let notice: Notice?
  package let isPreModerated: Bool
  package let waitingCount: Int
  package let gigs: [ModerationLine]

  package static let isDynamic = true
  package static let about = "The page of services that wait for a moderator."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("notice", \.notice, "What was done last."),
    Field("isPreModerated", \.isPreModerated, "Services are shown only once they were seen here."),
    Field("waitingCount", \.waitingCount, "How many wait."),
    Field("gigs", \.gigs, "Those that have waited longest."))
}

/// A gig to staff.
package struct ModerationLine: View {
  package let number: Int
  package let title: Said
  package let category: Said
  package let price: Amount?
  package let state: GigStateChoice
  package let link: Link

  package static let about = "A service that waits for a moderator."
  package static let fields = Fields<Self>(
    Field("number", \.number, "Its number."), Field("title", \.title, "What it is called."),
    Field("category", \.category, "Its category."), Field("price", \.price, "Its lowest price."),
    Field("state", \.state, "Where it stands."),
    Field("link", \.link, "Where it is looked at."))
}

/// A gig as a moderator looks at it.
package struct ModeratedGig: Sendable {
  package var state: FormState
  package var record: GigDraftRecord
  package var shown: GigRecord
  package var seller: Party
  package var refusal: StudioRefusal?
  package var reason: String

  package init(
    state: FormState, record: GigDraftRecord, shown: GigRecord, seller: Party,
    refusal: StudioRefusal? = nil, reason: String = ""
  ) {
    self.state = state
    self.record = record
    self.shown = shown
    self.seller = seller
    self.refusal = refusal
    self.reason = reason
  }
}

/// One gig, and what a moderator can do with it.
package struct ModeratedGigPage: View {
  package let frame: Frame
  package let notice: Notice?
  package let faults: FaultList
  package let gig: ModerationLine
  package let seller: Said
  package let standing: String?
  package let looks: [StudioLook]
  package let deeds: [ModerationDeedLine]
  package let reason: TextField
  package let back: Link

  package static let isDynamic = true
  package static let about = "The page on which a moderator decides about a service."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("notice", \.notice, "What came of what was sent last."),
    Field("faults", \.faults, "What is wrong with what was sent."),
    Field("gig", \.gig, "The service."), Field("seller", \.seller, "Who offers it."),
    Field("standing", \.standing, "The reason that was told last."),
    Field("looks", \.looks, "How it looks in each language."),
    Field("deeds", \.deeds, "What can be done with it."),
    Field("reason", \.reason, "The reason, which the seller is told."),
    Field("back", \.back, "What else waits."))
}

package struct ModerationDeedLine: View {
  package let deed: ModerationDeed
  package let form: FormAddress
  package let needsReason: Bool

  package static let about = "A decision about a service."
  package static let fields = Fields<Self>(
    Field("deed", \.deed, "Which one."), Field("form", \.form, "Where it is sent."),
    Field("needsReason", \.needsReason, "The seller is told why."))
}

struct ModerationDoneText: Sentence {
  static let key = "moderation.done"
  let deed: ModerationDeed
  static let about = "What a moderator has just decided."
  static let fields = Fields<Self>(Field("deed", \.deed, "What it was."))
}

struct ModerationReason: Sentence {
  static let key = "moderation.reason"
  static let about = "What stands above the field for the reason of a decision."
  static let fields = Fields<Self>()
}

struct ModerationHint: Sentence {
  static let key = "moderation.hint"
  static let about = "How a moderator gives a reason."
  static let fields = Fields<Self>()
}
