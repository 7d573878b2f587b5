import Market
import Theme

extension SearchPage {
  package init(_ form: SearchForm, in edition: Edition) {
    let composer = Composer(edition, .little)
    let state = FormState(token: "", faults: form.faults)
    let fields = FormFields<SearchField>(state, in: edition)
    let category = fields.choice(.category, among: edition.options(of: form), isList: true)
    let least = fields.text(.least, form.least, isRequired: false, kind: .number)
    let most = fields.text(.most, form.most, isRequired: false, kind: .number)
    let record = form.found
    let pager = record.map { SearchPager(form, $0, in: edition) }
    let hasNothing = record.map { $0.gigs.isEmpty && $0.sellers.isEmpty } ?? false
    self.init(
      frame: edition.frame(of: form), query: form.text, isSellers: form.isOfSellers,
      search: edition.link(.topics), gigsLink: edition.link(to: form.plain(.gigs)),
      sellersLink: edition.link(to: form.plain(.sellers)),
      faults: fields.list(of: [category, least, most]), category: category, least: least,
      most: most, currency: form.currency.isEmpty ? Asset.cny.code : form.currency,
      isNarrowed: form.isNarrowed, isDone: record != nil,
      isWordless: record?.query.tokens.isEmpty ?? false,
      count: record.flatMap { $0.count > 0 ? $0.count : nil },
      hasMore: record?.hasMore ?? false, ranking: edition.guide(.help, "ranking"),
      gigs: composer.cards(record?.gigs ?? []),
      sellers: (record?.sellers ?? []).map { composer.card($0) },
      first: pager?.first, previous: pager?.previous, next: pager?.next,
      pages: pager?.lines ?? [],
      groups: hasNothing ? edition.catalogue.groups.map { edition.namedLink($0.category) } : [])
  }
}

/// The way between the pages of what was found, the best first.
private struct SearchPager {
  private static let reach = 2

  private(set) var first: Link?
  private(set) var previous: Link?
  private(set) var next: Link?
  private(set) var lines: [PagerLine] = []

  init(_ form: SearchForm, _ record: SearchRecord, in edition: Edition) {
    let (page, pages) = (record.query.page, record.pages)
    guard page <= pages else {
      if page > 1, pages > 0 { first = edition.link(to: form) }
      return
    }
    guard pages > 1 else { return }
    if page > 1 { previous = edition.link(to: form, page: page - 1) }
    if page < pages { next = edition.link(to: form, page: page + 1) }
    lines = (max(1, page - Self.reach)...min(pages, page + Self.reach)).map { each in
      PagerLine(number: each, link: edition.link(to: form, page: each), isHere: each == page)
    }
  }
}

extension Edition {
  /// What was typed may be too long for an address that is handed on.
  fileprivate func link(to form: SearchForm, page: Int = 1) -> Link {
    Link(PageAddress.topics.path(in: locale) + form.query(page: page)) ?? link(.topics)
  }

  fileprivate func frame(of form: SearchForm) -> Frame {
    var head = Head(
      page: translations(of: .topics), title: words(SearchTitle(query: form.text)),
      summary: words(PageSummary(page: .topics)), isIndexed: false)
    head.query = form.query()
    head.sought = form.text
    return frame(head)
  }

  /// All, then each group with what is in it.
  fileprivate func options(of form: SearchForm) -> [ChoiceOption] {
    let all = ChoiceOption(
      value: "", label: words(SearchEverywhere()), isChosen: form.category.isEmpty)
    return [all]
      + catalogue.lists.map { entry in
        let name = name(of: entry.category).text
        return ChoiceOption(
          value: entry.category.slug,
          label: entry.category.group == nil ? name : words(SearchInside(name: name)),
          isChosen: entry.category.slug == form.category)
      }
  }
}

enum SearchField: Int, CaseIterable, Choice, FieldName {
  case text, kind, category, least, most, currency, page

  var name: Token {
    switch self {
    case .text: "q"
    case .kind: "kind"
    case .category: "category"
    case .least: "price-from"
    case .most: "price-to"
    case .currency: "currency"
    case .page: "page"
    }
  }

  func label(in edition: Edition) -> String { edition.words(SearchLabel(field: self)) }

  func hint(in edition: Edition) -> String { "" }
}

struct SearchTitle: Sentence {
  static let key = "search.title"
  let query: String
  static let about = "The title of the page that shows what was found."
  static let fields = Fields<Self>(Field("query", \.query, "What was looked for."))
}

struct SearchLabel: Sentence {
  static let key = "search.label"
  let field: SearchField
  static let about = "What a field of the search is called."
  static let fields = Fields<Self>(Field("field", \.field, "Which field."))
}

struct SearchEverywhere: Sentence {
  static let key = "search.everywhere"
  static let about = "The choice of all categories."
  static let fields = Fields<Self>()
}

struct SearchInside: Sentence {
  static let key = "search.inside"
  let name: String
  static let about = "A category in the list of choices, under its group."
  static let fields = Fields<Self>(Field("name", \.name, "What the category is called."))
}
