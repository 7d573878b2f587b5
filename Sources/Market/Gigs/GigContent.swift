/// All that a gig says: what one version of it holds, in every language it is written in.
package struct GigContent: Hashable, Sendable {
  /// The language in which it was thought first.
  package var origin: Locale
  package var texts: ByLocale<GigText>
  package var asset: Asset
  package var packages: [GigPackage]
  package var features: [GigFeature]
  package var extras: [GigExtra]
  package var requirements: [GigRequirement]
  package var questions: [GigQuestion]
  package var tags: [ID<Tag>]
  /// The category's own fields, each with one of its choices.
  package var attributes: [String: String]
  package var media: [GigMedia]

  package init(
    origin: Locale, texts: ByLocale<GigText>, asset: Asset = .cny, packages: [GigPackage],
    features: [GigFeature] = [], extras: [GigExtra] = [], requirements: [GigRequirement] = [],
    questions: [GigQuestion] = [], tags: [ID<Tag>] = [], attributes: [String: String] = [:],
    media: [GigMedia] = []
  ) {
    self.origin = origin
    self.texts = texts
    self.asset = asset
    self.packages = packages
    self.features = features
    self.extras = extras
    self.requirements = requirements
    self.questions = questions
    self.tags = tags
    self.attributes = attributes
    self.media = media
  }

  package var locales: [Locale] { texts.keys.sorted() }

  package var lowestPrice: Int64? { packages.map(\.price).min() }
  package var shortestDelivery: Int? { packages.map(\.deliveryDays).min() }
}

/// What is said once in each language.
package struct GigText: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    case written
    /// From an earlier version of the text it was translated from, by a person or a machine.
    case translated(from: ID<GigVersion>?, byMachine: Bool)
  }

  package var title: String
  package var summary: String
  /// Markdown.
  package var description: String
  package var source: Source

  package init(title: String, summary: String, description: String, source: Source = .written) {
    self.title = title
    self.summary = summary
    self.description = description
    self.source = source
  }
}

package struct GigPackage: Hashable, Sendable {
  package var name: Localized
  package var summary: Localized
  /// In minor units of the content's asset.
  package var price: Int64
  package var deliveryDays: Int
  /// Nil for as many as it takes.
  package var revisions: Int?

  package init(
    name: Localized, summary: Localized, price: Int64, deliveryDays: Int, revisions: Int?
  ) {
    self.name = name
    self.summary = summary
    self.price = price
    self.deliveryDays = deliveryDays
    self.revisions = revisions
  }
}

/// One line of the table that compares the packages.
package struct GigFeature: Hashable, Sendable {
  package var label: Localized
  package var packages: PackageSet

  package init(label: Localized, packages: PackageSet) {
    self.label = label
    self.packages = packages
  }
}

/// Which of a gig's packages are meant: one bit each, the first lowest.
package struct PackageSet: OptionSet, Hashable, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// The package at this place and all after it.
  package static func from(_ place: Int, of count: Int) -> PackageSet {
    PackageSet(rawValue: (place..<max(place, count)).reduce(0) { $0 | 1 << $1 })
  }

  package func holds(_ place: Int) -> Bool { rawValue & 1 << place != 0 }
}

package struct GigExtra: Hashable, Sendable {
  package var title: Localized
  package var price: Int64
  /// What it adds to the delivery; 0 for nothing.
  package var deliveryDays: Int

  package init(title: Localized, price: Int64, deliveryDays: Int) {
    self.title = title
    self.price = price
    self.deliveryDays = deliveryDays
  }
}

/// What the seller must know from the buyer before the work begins.
package struct GigRequirement: Hashable, Sendable {
  package var question: Localized
  package var isNeeded: Bool

  package init(question: Localized, isNeeded: Bool) {
    self.question = question
    self.isNeeded = isNeeded
  }
}

package struct GigQuestion: Hashable, Sendable {
  package var question: Localized
  package var answer: Localized

  package init(question: Localized, answer: Localized) {
    self.question = question
    self.answer = answer
  }
}

package struct GigMedia: Hashable, Sendable {
  /// The stored file, which is made elsewhere.
  package var file: String
  package var caption: Localized

  package init(file: String, caption: Localized) {
    self.file = file
    self.caption = caption
  }
}
