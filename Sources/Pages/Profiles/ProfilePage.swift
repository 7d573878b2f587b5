package import Market
package import Theme

/// What a seller sees first of the own profile.
package struct ProfileFacts: Sendable {
  package var state: FormState
  package var party: Party
  /// Nil before anything was written.
  package var profile: Profile?
  package var portfolio: [PortfolioItem]
  /// Whoever looks may change it.
  package var mayEdit: Bool

  package init(
    state: FormState, party: Party, profile: Profile?, portfolio: [PortfolioItem], mayEdit: Bool
  ) {
    self.state = state
    self.party = party
    self.profile = profile
    self.portfolio = portfolio
    self.mayEdit = mayEdit
  }
}

/// The profile at a glance, and the way to each of its parts.
package struct ProfilePage: View {
  package let around: FormFrame
  package let name: Said
  package let seal: Seal
  package let percent: Int
  package let gaps: [ProfileGap]
  package let sections: [ProfileSectionLine]
  package let isNew: Bool
  package let isPublished: Bool
  package let isTakenDown: Bool
  package let mayEdit: Bool
  package let page: Link?
  package let gigs: Link
  package let begin: Link
  package let hide: FormAddress
  package let publish: FormAddress

  package static let isDynamic = true
  package static let about = "The page on which sellers see how far their profile is."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("name", \.name, "Whose profile it is."),
    Field("seal", \.seal, "The characters that stand for the seller."),
    Field("percent", \.percent, "How complete it is, of a hundred."),
    Field("gaps", \.gaps, "What is missing, the most important first."),
    Field("sections", \.sections, "The parts, each with a page of its own."),
    Field("isNew", \.isNew, "Nothing was written yet."),
    Field("isPublished", \.isPublished, "The seller wants it to be seen."),
    Field("isTakenDown", \.isTakenDown, "The staff have taken it down."),
    Field("mayEdit", \.mayEdit, "Whoever looks may change it."),
    Field("page", \.page, "The public page; missing while there is none."),
    Field("gigs", \.gigs, "What the seller offers."),
    Field("begin", \.begin, "Where a new profile begins."),
    Field("hide", \.hide, "Where hiding it is sent."),
    Field("publish", \.publish, "Where showing it again is sent."))
}

/// Something that a profile lacks.
package struct ProfileGap: View {
  package let part: Completeness.Part
  package let weight: Int
  package let link: Link

  package static let about = "Something that a profile lacks."
  package static let fields = Fields<Self>(
    Field("part", \.part, "What it is."),
    Field("weight", \.weight, "How many of a hundred it makes."),
    Field("link", \.link, "Where it is written."))
}

/// A part of a profile, on its overview.
package struct ProfileSectionLine: View {
  package let place: ProfilePlace
  package let link: Link
  package let count: Int?
  package let words: String?

  package static let about = "A part of a profile, with what is in it."
  package static let fields = Fields<Self>(
    Field("place", \.place, "Which part."),
    Field("link", \.link, "Where it is written."),
    Field("count", \.count, "How many there are, where they can be counted."),
    Field("words", \.words, "What it says, in short; missing where it says nothing."))
}

extension ProfilePage {
  package init(_ facts: ProfileFacts, in edition: Edition) {
    let content = facts.profile?.content ?? ProfileContent(texts: [:])
    let completeness = Completeness(of: content, portfolio: facts.portfolio)
    let isShown = facts.profile?.isShown ?? false
    around = edition.around(.overview, at: .glance, facts.state)
    let said = edition.said(content.texts, first: facts.party.language, \.name)
    name = said ?? edition.said(facts.party.name, in: facts.party.language)
    seal = Seal(of: name.text)
    percent = completeness.percent
    gaps = completeness.missing.map {
      ProfileGap(part: $0, weight: $0.weight, link: edition.link(.section($0.section)))
    }
    sections = ProfileSection.allCases.map {
      ProfileSectionLine($0, of: content, facts.portfolio.count, in: edition)
    }
    isNew = facts.profile == nil
    isPublished = facts.profile?.isPublished ?? false
    isTakenDown = facts.profile?.isTakenDown ?? false
    mayEdit = facts.mayEdit
    page =
      isShown
      ? facts.profile.map { edition.link(.seller($0.party, $0.slugs)) } : nil
    gigs = edition.link(.studio(.gigs))
    begin = edition.link(.section(.about))
    hide = edition.form(.hide, facts.state)
    publish = edition.form(.publish, facts.state)
  }
}

extension ProfileSectionLine {
  fileprivate init(
    _ section: ProfileSection, of content: ProfileContent, _ items: Int, in edition: Edition
  ) {
    place = ProfilePlace(section)
    link = edition.link(.section(section))
    var count: Int?
    var words: String?
    switch section {
    case .about: words = edition.said(content.texts, \.headline)?.text
    case .skills: count = content.skills.count
    case .languages: count = content.languages.count
    case .background: count = content.proofs.count
    case .portfolio: count = items
    case .terms: words = edition.zoneName(content.timeZone)
    case .hours: words = edition.words(AvailabilityName(state: content.availability.word))
    }
    self.count = count
    self.words = words
  }
}
