package import Market
package import Theme

/// What a version of a gig says differently from the one before it.
package struct StudioChangesPage: View {
  package let frame: Frame
  package let title: Said?
  package let number: Int
  package let before: Int
  package let isDraft: Bool
  package let parts: [StudioChange]
  package let back: Link

  package static let isDynamic = true
  package static let about = "The page of what changed between two versions of a service."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("title", \.title, "What the service is called."),
    Field("number", \.number, "The number of the later version."),
    Field("before", \.before, "The number of the earlier one."),
    Field("isDraft", \.isDraft, "The later one is not published yet."),
    Field("parts", \.parts, "What is different; empty when nothing is."),
    Field("back", \.back, "All versions."))
}

/// One part of a gig that changed.
package struct StudioChange: View {
  package let part: StudioChangePart
  package let language: String
  package let lines: [StudioChangeLine]

  package static let about = "One part of a service that changed."
  package static let fields = Fields<Self>(
    Field("part", \.part, "Which part."),
    Field("language", \.language, "The name of its language; empty where it has none."),
    Field("lines", \.lines, "Both texts laid over each other, line by line."))
}

package struct StudioChangeLine: View {
  package let kind: DifferenceLine.Kind
  package let text: String

  package static let about = "A line of a part that changed."
  package static let fields = Fields<Self>(
    Field("kind", \.kind, "Whether it stayed, went or came."),
    Field("text", \.text, "What it says."))
}

extension DifferenceLine.Kind: Choice {}

package enum StudioChangePart: Int, CaseIterable, Choice {
  case title, summary, description, packages, features, extras, requirements, questions, tags
  case attributes, media
}

/// Two versions of a gig.
package struct StudioDifference: Sendable {
  package var gig: Gig
  package var before: (version: GigVersion, content: GigContent, tags: [Tag])
  package var after: (version: GigVersion, content: GigContent, tags: [Tag])

  package init(
    gig: Gig, before: (version: GigVersion, content: GigContent, tags: [Tag]),
    after: (version: GigVersion, content: GigContent, tags: [Tag])
  ) {
    self.gig = gig
    self.before = before
    self.after = after
  }
}

extension StudioChangesPage {
  package init(_ difference: StudioDifference, in edition: Edition) {
    let (gig, before, after) = (difference.gig, difference.before, difference.after)
    let old = GigPlainLines(before.content, before.tags, of: gig, in: edition)
    let new = GigPlainLines(after.content, after.tags, of: gig, in: edition)
    self.init(
      frame: edition.frame(.changes, at: .studio(.changes(gig.id, version: after.version.number))),
      title: edition.title(of: after.content), number: after.version.number,
      before: before.version.number, isDraft: after.version.publishedAt == nil,
      parts: GigPlainLines.changes(from: old, to: new, in: edition),
      back: edition.link(.studio(.history(gig.id))))
  }
}
