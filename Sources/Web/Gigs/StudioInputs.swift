import Market
import Pages
import Store

/// A part of a gig as it was sent.
protocol GigPart: Input {
  static var step: StudioStep { get }
  var asked: StepAsked { get }
  func write(to content: inout GigContent)
}

/// What each step sends besides its own fields: the revision that its writer saw, and whether he goes on
/// to the next one.
struct StepAsked: Input {
  let gig: ID<Gig>
  let revision: Int
  let goesOn: Bool

  init(_ fields: inout Fields) {
    gig = StudioGigAsked(&fields).gig
    revision = Int(fields.number("revision", "What the form was made of.", 0...Int64(Int32.max)))
    goesOn = fields.choice("go", "Where to afterwards.", of: Going.self, isRequired: false) == .on
  }

  private enum Going: String, CaseIterable {
    case on, stay
  }
}

/// Which gig of the studio.
struct StudioGigAsked: Input {
  let gig: ID<Gig>

  init(_ fields: inout Fields) {
    fields.locale()
    gig = fields.id("gig", "Its number.")
  }
}

struct WordsAsked: GigPart {
  static let step = StudioStep.words
  let asked: StepAsked
  let origin: Locale?
  let texts: ByLocale<GigText>

  init(_ fields: inout Fields) { self.init(StepAsked(&fields), &fields) }

  init(_ asked: StepAsked, _ fields: inout Fields) {
    self.asked = asked
    origin = fields.language("origin", "The language in which it was thought first.")
    texts = fields.gigTexts()
  }

  func write(to content: inout GigContent) {
    if let origin { content.origin = origin }
    content.replace(texts: texts)
  }
}

extension GigContent {
  /// With texts as they are now; what a text was translated from stays known while it is not changed.
  mutating func replace(texts new: ByLocale<GigText>) {
    let old = texts
    texts = ByLocale(
      new.map { locale, text in
        guard let before = old[locale] else { return (locale, text) }
        var kept = text
        kept.source = before.source
        return (locale, kept == before ? before : text)
      })
  }
}

struct PackagesAsked: GigPart {
  static let step = StudioStep.packages
  let asked: StepAsked
  let asset: Asset?
  let packages: [GigPackage]
  let features: [GigFeature]
  let extras: [GigExtra]

  init(_ fields: inout Fields) { self.init(StepAsked(&fields), &fields) }

  init(_ asked: StepAsked, _ fields: inout Fields) {
    self.asked = asked
    asset = fields.currency("currency", "The currency of all its prices.")
    packages = fields.gigPackages(in: asset ?? .cny)
    features = fields.gigFeatures()
    extras = fields.gigExtras(in: asset ?? .cny)
  }

  func write(to content: inout GigContent) {
    if let asset { content.asset = asset }
    content.packages = packages
    let all = PackageSet.from(0, of: packages.count)
    content.features = features.map {
      GigFeature(label: $0.label, packages: $0.packages.intersection(all))
    }
    content.extras = extras
  }
}

struct AsksAsked: GigPart {
  static let step = StudioStep.asks
  let asked: StepAsked
  let requirements: [GigRequirement]
  let questions: [GigQuestion]

  init(_ fields: inout Fields) { self.init(StepAsked(&fields), &fields) }

  init(_ asked: StepAsked, _ fields: inout Fields) {
    self.asked = asked
    requirements = fields.gigRequirements()
    questions = fields.gigQuestions()
  }

  func write(to content: inout GigContent) {
    content.requirements = requirements
    content.questions = questions
  }
}

/// Where it stands, and by which words it is found.
struct DetailsAsked: Input {
  let asked: StepAsked
  let category: ID<Category>
  let tags: [String]
  let attributes: [String: String]
  let promises: Set<String>
  /// Blank where the title decides.
  let slugs: Localized

  init(_ fields: inout Fields) {
    asked = StepAsked(&fields)
    category = fields.id("category", "The number of its category.")
    tags = fields.tags()
    attributes = fields.gigAttributes()
    promises = fields.promises()
    slugs = fields.localized(
      "slug", "What stands in its address, in place of the title.", charactersMax: Slug.bytesMax)
    for (locale, slug) in slugs.inOrder where !Slug.isFit(slug) {
      fields.refuse("slug-\(locale)", .unfit)
    }
  }
}

extension [ID<Tag>] {
  /// The first of each.
  var withoutDoubles: [ID<Tag>] {
    var seen: Set<ID<Tag>> = []
    return filter { seen.insert($0).inserted }
  }
}
