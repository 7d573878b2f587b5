package import Theme

/// What pages say as values: in titles, descriptions and linked data.
struct Words: Sendable {
  private let theme: LoadedTheme
  private let tag: String

  init(_ theme: LoadedTheme, _ tag: String) {
    self.theme = theme
    self.tag = tag
  }

  func callAsFunction<Said: Sentence>(_ sentence: Said) -> String {
    guard let template = theme.sentence(Said.self, in: tag) else {
      preconditionFailure("the theme was not loaded with the sentence \(Said.key)")
    }
    return template.text(sentence)
  }
}

/// All of them; a theme is checked for each.
package let pageSentences: [any Sentence.Type] = [
  SiteName.self, PageTitle.self, PageSummary.self, ListTitle.self, ListSummary.self,
  NumberedTitle.self, NumberedSummary.self, GigTitle.self, VersionTitle.self, SellerTitle.self,
  SellerSummary.self, MovedTitle.self, HelpKindName.self, ChooserTitle.self,
]

struct SiteName: Sentence {
  static let key = "site.name"
  static let about = "The name of the site."
  static let fields = Fields<Self>()
}

/// The language chooser speaks every language at once.
struct ChooserTitle: Sentence {
  static let key = "title.chooser"
  static let about = "The title of the page on which visitors choose their language."
  static let fields = Fields<Self>()
}

struct MovedTitle: Sentence {
  static let key = "title.moved"
  let title: String
  static let about = "The title of a page that leads to another."
  static let fields = Fields<Self>(Field("title", \.title, "The title of that page."))
}

/// Pages of which there is one.
package enum FixedPage: String, CaseIterable, Choice {
  case home, missing, catalogue, newest, topics, help, blog

  package static var cases: [ChoiceCase] { allCases.map { ChoiceCase($0.rawValue) } }
  package var position: Int {
    switch self {
    case .home: 0
    case .missing: 1
    case .catalogue: 2
    case .newest: 3
    case .topics: 4
    case .help: 5
    case .blog: 6
    }
  }
}

struct PageTitle: Sentence {
  static let key = "title.page"
  let page: FixedPage
  static let about = "The title of a page of which there is one."
  static let fields = Fields<Self>(Field("page", \.page, "Which one."))
}

struct PageSummary: Sentence {
  static let key = "summary.page"
  let page: FixedPage
  static let about = "What search engines are told of a page of which there is one."
  static let fields = Fields<Self>(Field("page", \.page, "Which one."))
}

/// What a listing is of.
package enum ListKind: String, CaseIterable, Choice {
  case category, tag, skill

  package static var cases: [ChoiceCase] { allCases.map { ChoiceCase($0.rawValue) } }
  package var position: Int {
    switch self {
    case .category: 0
    case .tag: 1
    case .skill: 2
    }
  }
}

struct ListTitle: Sentence {
  static let key = "title.list"
  let list: ListKind
  let name: String
  static let about = "The title of a listing."
  static let fields = Fields<Self>(
    Field("list", \.list, "What it is of."), Field("name", \.name, "What that is called."))
}

struct ListSummary: Sentence {
  static let key = "summary.list"
  let list: ListKind
  let name: String
  let count: Int
  static let about = "What search engines are told of a listing."
  static let fields = Fields<Self>(
    Field("list", \.list, "What it is of."), Field("name", \.name, "What that is called."),
    Field("count", \.count, "How many there are."))
}

struct NumberedTitle: Sentence {
  static let key = "title.numbered"
  let title: String
  let number: Int
  static let about = "The title of a numbered page."
  static let fields = Fields<Self>(
    Field("title", \.title, "The title of the first page."),
    Field("number", \.number, "Its number."))
}

struct NumberedSummary: Sentence {
  static let key = "summary.numbered"
  let title: String
  let number: Int
  static let about = "What search engines are told of a numbered page."
  static let fields = Fields<Self>(
    Field("title", \.title, "The title of the first page."),
    Field("number", \.number, "Its number."))
}
