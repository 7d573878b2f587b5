import Theme

struct GigTitle: Sentence {
  static let key = "title.gig"
  let title: String
  let seller: String
  static let about = "The title of a service's page."
  static let fields = Fields<Self>(
    Field("title", \.title, "What is offered."), Field("seller", \.seller, "Who offers it."))
}

struct VersionTitle: Sentence {
  static let key = "title.version"
  let title: String
  let number: Int
  static let about = "The title of one version of a service."
  static let fields = Fields<Self>(
    Field("title", \.title, "What was offered."), Field("number", \.number, "Which version."))
}
