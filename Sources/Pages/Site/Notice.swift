package import Theme

/// What has just come of something that a person did.
package struct Notice: View {
  package enum Kind: Int, CaseIterable, Choice {
    case done, failed
  }

  package let kind: Kind
  package let text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  package static let about = "A message about what was just done, read aloud to who cannot see it."
  package static let fields = Fields<Self>(
    Field("kind", \.kind, "Whether it is done or has failed."),
    Field("text", \.text, "What there is to say, in a sentence."))
}

struct FormStale: Sentence {
  static let key = "form.stale"
  static let about = "That a form was too old to be taken, and is here once more."
  static let fields = Fields<Self>()
}
