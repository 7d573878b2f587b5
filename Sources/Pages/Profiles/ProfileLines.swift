package import Market
package import Theme

extension SpokenLanguage.Fluency: Choice {
  package static var cases: [ChoiceCase] { allCases.map { ChoiceCase($0.rawValue) } }

  package var position: Int {
    switch self {
    case .basic: 0
    case .conversational: 1
    case .fluent: 2
    case .native: 3
    }
  }
}

extension SkillLevel.Grade: Choice {
  package static var cases: [ChoiceCase] { allCases.map { ChoiceCase($0.rawValue) } }

  package var position: Int {
    switch self {
    case .learning: 0
    case .working: 1
    case .expert: 2
    }
  }
}

/// A language that a seller speaks.
package struct SpokenLine: View {
  package let name: String
  package let fluency: SpokenLanguage.Fluency

  package init(
    name: String,
    fluency: SpokenLanguage.Fluency
  ) {
    self.name = name
    self.fluency = fluency
  }

  package static let about = "A language and how well it is spoken."
  package static let fields = Fields<Self>(
    Field("name", \.name, "The language, in the language of the page."),
    Field("fluency", \.fluency, "How well: basic, conversational, fluent or native."))
}

/// Something that a seller can do.
package struct SkillLine: View {
  package let name: Said
  package let link: Link
  package let grade: SkillLevel.Grade

  package init(
    name: Said,
    link: Link,
    grade: SkillLevel.Grade
  ) {
    self.name = name
    self.link = link
    self.grade = grade
  }

  package static let about = "A skill and how well it is known."
  package static let fields = Fields<Self>(
    Field("name", \.name, "What it is."),
    Field("link", \.link, "Where those who have this skill are listed."),
    Field("grade", \.grade, "How well: learning, working or expert."))
}

/// Something that a seller has made.
package struct WorkLine: View {
  package let title: Said
  package let summary: Said?
  package let year: Int?
  package let link: Link?
  package let picture: Picture
  package let others: [Picture]
  package let attachments: [AttachmentLine]

  package init(
    title: Said,
    summary: Said? = nil,
    year: Int? = nil,
    link: Link? = nil,
    picture: Picture,
    others: [Picture] = [],
    attachments: [AttachmentLine] = []
  ) {
    self.title = title
    self.summary = summary
    self.year = year
    self.link = link
    self.picture = picture
    self.others = others
    self.attachments = attachments
  }

  package static let about = "A work of the seller's portfolio."
  package static let fields = Fields<Self>(
    Field("title", \.title, "What it is called."),
    Field("summary", \.summary, "What it was for, in a sentence."),
    Field("year", \.year, "The year when it was made."),
    Field("link", \.link, "Where it can be seen, elsewhere."),
    Field("picture", \.picture, "How it looks, or its cover."),
    Field("others", \.others, "More pictures of it."),
    Field("attachments", \.attachments, "Its documents and videos."))
}

/// Where a seller learned or worked, or what he has on paper, as he tells of it.
package struct ProofLine: View {
  package let title: Said
  package let issuer: Said?
  package let years: YearSpan
  package let link: Link?

  package init(
    title: Said,
    issuer: Said? = nil,
    from: Int? = nil,
    year: Int? = nil,
    link: Link? = nil
  ) {
    self.title = title
    self.issuer = issuer
    years = YearSpan(from: from, to: year)
    self.link = link
  }

  package static let about = "A degree, a post or a certificate."
  package static let fields = Fields<Self>(
    Field("title", \.title, "What it is."),
    Field("issuer", \.issuer, "The school, the employer, or who gave it."),
    Field("years", \.years, "In which years it was."),
    Field("link", \.link, "Where it can be looked up, elsewhere."))
}
