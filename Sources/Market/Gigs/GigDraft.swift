/// What a seller works on: what a gig says now to him, whether visitors see it yet or not.
package struct GigDraft: Hashable, Sendable {
  package let gig: Gig
  package let content: GigContent

  package init(gig: Gig, content: GigContent) {
    self.gig = gig
    self.content = content
  }

  /// Whether visitors see something else, or nothing.
  package var isUnpublished: Bool { gig.draft != nil || gig.version == nil }
}

/// A gig as one of those that its seller has.
package struct GigDraftRecord: Hashable, Sendable {
  package let gig: Gig
  /// Of the draft, if there is one.
  package let titles: Localized
  package let origin: Locale
  package let lowestPrice: Money?
  package let figures: GigFigures
  /// Its first picture, once there is one.
  package let cover: ShownFile?

  package init(
    gig: Gig, titles: Localized, origin: Locale, lowestPrice: Money?, figures: GigFigures,
    cover: ShownFile?
  ) {
    self.gig = gig
    self.titles = titles
    self.origin = origin
    self.lowestPrice = lowestPrice
    self.figures = figures
    self.cover = cover
  }
}

extension GigContent {
  /// Nothing said yet.
  package static func blank(in origin: Locale) -> GigContent {
    GigContent(origin: origin, texts: [:], packages: [])
  }
}

extension GigContent {
  /// Without what is promised.
  package var ownAttributes: [String: String] {
    attributes.filter { Vertical.Promise.name(ofKey: $0.key) == nil }
  }
}
