package import Theme

/// What stands around a step of the studio.
package struct StudioFrame: View {
  package let frame: Frame
  package let title: Said?
  package let state: GigStateChoice
  package let isChanged: Bool
  package let judgement: JudgementLine?
  package let steps: [StudioStepLine]
  package let notice: Notice?
  package let faults: FaultList
  package let quality: Int
  package let hints: [String]
  package let gigs: Link
  package let history: Link?
  package let page: Link?

  package static let about = "What stands around a step in which a service is written."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around every page."),
    Field("title", \.title, "What the service is called, once it has a title."),
    Field("state", \.state, "Where it stands."),
    Field("isChanged", \.isChanged, "Something is written that visitors do not see yet."),
    Field("judgement", \.judgement, "What the staff think of it, where the seller should know."),
    Field("steps", \.steps, "The steps, in their order."),
    Field("notice", \.notice, "What came of what was sent last."),
    Field("faults", \.faults, "What is wrong with what was sent."),
    Field("quality", \.quality, "How much of what makes a good service is there, to 100."),
    Field("hints", \.hints, "What would make it better, in sentences."),
    Field("gigs", \.gigs, "All services of the seller."),
    Field("history", \.history, "Its versions, once there is one."),
    Field("page", \.page, "Its page, once visitors see it."))
}

/// A step of the studio.
package struct StudioStepLine: View {
  package let step: StudioStep
  package let link: Link
  package let isHere: Bool
  package let faultCount: Int?

  package static let about = "A step in which a service is written."
  package static let fields = Fields<Self>(
    Field("step", \.step, "Which one."),
    Field("link", \.link, "Its page."),
    Field("isHere", \.isHere, "It is this page."),
    Field(
      "faultCount", \.faultCount,
      "How much in it keeps the service from being published, if anything does."))
}

/// What the staff think of a service.
package struct JudgementLine: View {
  package let isDown: Bool
  package let isWaiting: Bool
  package let reason: String?

  package static let about = "What the staff think of a service, for its seller."
  package static let fields = Fields<Self>(
    Field("isDown", \.isDown, "It is taken down, and cannot be changed."),
    Field("isWaiting", \.isWaiting, "It is shown once a moderator has seen it."),
    Field("reason", \.reason, "Why it is not shown, in the staff's words."))
}

/// Where a gig stands, in its seller's eyes.
package enum GigStateChoice: Int, CaseIterable, Choice {
  case draft, waiting, published, hidden, paused, archived, rejected, takenDown
}
