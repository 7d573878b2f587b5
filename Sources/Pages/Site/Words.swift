package import Theme

/// What pages say as values: in titles, descriptions and linked data.
struct Words: Sendable {
  private let sentences: SpokenSentences

  init(_ theme: LoadedTheme, _ tag: String) { sentences = theme.sentences.spoken(in: tag) }

  func callAsFunction<Text: Sentence>(_ sentence: Text) -> String {
    guard let text = sentences.text(sentence) else {
      preconditionFailure("the theme was not loaded with the sentence \(Text.key)")
    }
    return text
  }
}

/// All of them; a theme is checked for each.
package let pageSentences: [any Sentence.Type] = [
  SiteName.self, PageTitle.self, PageSummary.self, ListTitle.self, ListSummary.self,
  NumberedTitle.self, NumberedSummary.self, JoinedSummary.self, WholeTitle.self, GigTitle.self,
  VersionTitle.self, SellerTitle.self,
  SellerSummary.self, HelpKindName.self, ChooserTitle.self, FaultSentence.self,
  ReportLabel.self, ReportHint.self, ReportReasonName.self, ReportArrived.self,
  FormStale.self,
  TroubleTitle.self, TroubleSummary.self,
  SearchTitle.self, SearchLabel.self, SearchEverywhere.self, SearchInside.self,
  GateTitle.self, GateSummary.self, GateLabel.self, GateHint.self, GateNotice.self, GateWait.self,
  GateCheck.self,
  SettingsTitle.self, SettingsSummary.self, SettingsLabel.self, SettingsHint.self,
  SettingsDoneText.self, SettingsRefusalText.self, CurrencyName.self, ZoneName.self,
  DeviceBrowserName.self, DeviceSystemName.self, DeviceUnknown.self, CodesMade.self,
  ProfileTitle.self, ProfileLabel.self, ProfileHint.self, ProfileKept.self, ProfileRow.self,
  WeekdayName.self, AvailabilityName.self, FluencyName.self, GradeName.self,
  MemberRoleName.self, MemberRoleChoice.self,
  LetterGreeting.self, NamedGreeting.self, LetterSender.self, LetterMoment.self,
  CodeSubject.self, CodeOpening.self, CodeEnds.self, CodeUnless.self, CodeText.self,
  NoticeText.self,
  KnownSubject.self, KnownOpening.self, KnownUnless.self,
  AlertSubject.self, AlertOpening.self, AlertUnless.self, AlertLabel.self,
  InvitationSubject.self, InvitationOpening.self, InvitationLink.self, InvitationEnds.self,
  InvitationUnless.self,
  StudioLabel.self, StudioHintText.self, StudioPartTitle.self, StudioPartLead.self,
  StudioRowLegend.self, StudioTitle.self, StudioSummary.self, GigHintText.self, PriceRange.self,
  UnlimitedRevisions.self, NoChoice.self, LabelIn.self, CategoryIn.self, FaultPlace.self,
  FaultTold.self,
  StudioDoneText.self, StudioRefusalText.self, UploadLead.self, MediaFaultSentence.self,
  CardPrice.self,
  ModerationDoneText.self, ModerationReason.self,
  ModerationHint.self,
]

struct SiteName: Sentence {
  static let key = "site.name"
  static let about = "The name of the site."
  static let fields = Fields<Self>()
}

/// As every page has it in its head.
struct WholeTitle: Sentence {
  static let key = "site.title"
  let title: String
  let site: String
  static let about = "A title with the name of the site."
  static let fields = Fields<Self>(
    Field("title", \.title, "The title of the page."),
    Field("site", \.site, "The name of the site."))
}

/// The language chooser speaks every language at once.
struct ChooserTitle: Sentence {
  static let key = "title.chooser"
  static let about = "The title of the page on which visitors choose their language."
  static let fields = Fields<Self>()
}

/// Pages of which there is one.
package enum FixedPage: Int, CaseIterable, Choice {
  case home, missing, catalogue, newest, topics, help, blog, report

  package var address: PageAddress {
    switch self {
    case .home: .home
    case .missing: .missing
    case .catalogue: .catalogue
    case .newest: .newest
    case .topics: .topics
    case .help: .help
    case .blog: .blog
    case .report: .report
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
package enum ListKind: Int, CaseIterable, Choice {
  case category, tag, skill
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

struct JoinedSummary: Sentence {
  static let key = "summary.joined"
  let first: String
  let then: String
  static let about = "What staff say of a category, and what we say after it."
  static let fields = Fields<Self>(
    Field("first", \.first, "A text without the sign that ends it."),
    Field("then", \.then, "A whole sentence."))
}
