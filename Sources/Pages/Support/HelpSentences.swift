import Theme

struct HelpKindName: Sentence {
  static let key = "help.kind"
  let kind: HelpKind
  static let about = "Whom a group of help pages is for."
  static let fields = Fields<Self>(Field("kind", \.kind, "Which group."))
}
