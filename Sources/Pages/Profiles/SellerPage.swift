package import Market
package import Theme

/// The page of a seller.
package struct SellerPage: View {
  package let frame: Frame
  package let profile: Facts
  package let seller: SellerLine
  package let about: HTML?
  package let aboutLanguage: Token?
  package let languages: [SpokenLine]
  package let skills: [SkillLine]
  package let education: [ProofLine]
  package let experience: [ProofLine]
  package let certificates: [ProofLine]
  package let hours: HoursPanel?
  package let hourlyRate: Amount?
  package let nextLevel: Level?
  package let measures: [MeasureLine]
  package let gigs: [GigCard]
  package let moreGigs: [GigCard]
  package let gigCount: Int
  package let works: [WorkLine]
  package let reviews: [ReviewLine]
  package let moreReviews: Link?
  package let contact: Link?
  package let report: Link?

  package init(
    frame: Frame,
    seller: SellerLine,
    about: HTML? = nil,
    aboutLanguage: Token? = nil,
    languages: [SpokenLine] = [],
    skills: [SkillLine] = [],
    education: [ProofLine] = [],
    experience: [ProofLine] = [],
    certificates: [ProofLine] = [],
    hours: HoursPanel? = nil,
    hourlyRate: Amount? = nil,
    nextLevel: Level? = nil,
    measures: [MeasureLine] = [],
    gigs: [GigCard] = [],
    works: [WorkLine] = [],
    reviews: [ReviewLine] = [],
    moreReviews: Link? = nil,
    contact: Link? = nil,
    report: Link? = nil
  ) {
    self.frame = frame
    profile = Self.facts(
      of: seller, at: frame.canonical, languages: languages, education: education,
      certificates: certificates)
    self.seller = seller
    self.about = about
    self.aboutLanguage = aboutLanguage
    self.languages = languages
    self.skills = skills
    self.education = education
    self.experience = experience
    self.certificates = certificates
    self.hours = hours
    self.hourlyRate = hourlyRate
    self.nextLevel = nextLevel
    self.measures = measures
    self.gigs = Array(gigs.prefix(Self.gigsAtOnce))
    moreGigs = Array(gigs.dropFirst(Self.gigsAtOnce))
    gigCount = gigs.count
    self.works = works
    self.reviews = reviews
    self.moreReviews = moreReviews
    self.contact = contact
    self.report = report
  }

  package static let gigsAtOnce = 12

  package static let about = "The page of a seller."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("profile", \.profile, "What search engines are told of the seller."),
    Field("seller", \.seller, "Name, seal, level and figures."),
    Field("about", \.about, "What the seller says, at length."),
    Field(
      "aboutLanguage", \.aboutLanguage,
      "The tag of the language of `about`, if it is not the page's."),
    Field("languages", \.languages, "The languages that the seller speaks."),
    Field("skills", \.skills, "What the seller can do."),
    Field("education", \.education, "Where the seller learned."),
    Field("experience", \.experience, "Where the seller worked."),
    Field("certificates", \.certificates, "What the seller has on paper."),
    Field("hours", \.hours, "When the seller takes on work."),
    Field("hourlyRate", \.hourlyRate, "What an hour of the seller's work costs."),
    Field("nextLevel", \.nextLevel, "The level above the present one; missing at the top."),
    Field(
      "measures", \.measures,
      "What the next level asks for; at the top, what the present one does."),
    Field("gigs", \.gigs, "What the seller offers: as much as is shown at once."),
    Field("moreGigs", \.moreGigs, "What the seller offers besides."),
    Field("gigCount", \.gigCount, "How many services both lists have."),
    Field("works", \.works, "The portfolio: what the seller has made."),
    Field("reviews", \.reviews, "The newest reviews."),
    Field("moreReviews", \.moreReviews, "Where all the reviews are, if these are not all."),
    Field("contact", \.contact, "Where one writes to the seller."),
    Field("report", \.report, "Where anybody reports the seller to the staff."))
}
