import Theme

/// A page with a field of each kind. Lists have one element, so that loops in loops stay small.
struct Shop: View {
  var frame: Frame
  var title: String
  var note: String?
  var missing: String?
  var said: Said
  var told: Said
  var name: Token = "gold-2"
  var link: Link
  var sources: Sources
  var markup = Markdown.html("# A *b*", for: .people)
  var product: Facts
  var count = 12_345
  var score = Figure(49, scale: 1)
  var price = Amount(minorUnits: 120_050, currency: "CNY", scale: 2)
  var day = Day(year: 2026, month: 11, day: 20)
  var moment = Moment(
    Day(year: 2026, month: 11, day: 20), hour: 14, minute: 5, offsetMinutes: 480)
  var isOpen = true
  var owner: Owner
  var guest: Owner?
  var nobody: Owner?
  var pots: [Owner]
  var none: [Owner] = []
  var names: [String]
  var state = State.sold
  var place: Delivery

  static let about = "A shop."
  static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around."), Field("title", \.title, "A text."),
    Field("note", \.note, "A text that is there."),
    Field("missing", \.missing, "A text that is not."), Field("said", \.said, "With a language."),
    Field("told", \.told, "Without one."), Field("name", \.name, "A token."),
    Field("link", \.link, "A link."), Field("sources", \.sources, "A picture."),
    Field("markup", \.markup, "Markup."), Field("product", \.product, "Facts."),
    Field("count", \.count, "A number."), Field("score", \.score, "A figure."),
    Field("price", \.price, "Money."), Field("day", \.day, "A day."),
    Field("moment", \.moment, "A moment."), Field("isOpen", \.isOpen, "A flag."),
    Field("owner", \.owner, "A view."), Field("guest", \.guest, "One that is there."),
    Field("nobody", \.nobody, "One that is not."), Field("pots", \.pots, "A list of views."),
    Field("none", \.none, "An empty one."), Field("names", \.names, "A list of texts."),
    Field("state", \.state, "A choice."), Field("place", \.place, "One with views."))

  enum State: Int, Choice, CaseIterable { case new, sold, gone }

  enum Delivery: Choice {
    case unknown
    case sent(Owner)
    static let cases = [ChoiceCase("unknown"), ChoiceCase("sent", Owner.self)]
    var position: Int {
      switch self {
      case .unknown: 0
      case .sent: 1
      }
    }
    func withPayload(_ show: (Payload) -> Void) {
      if case .sent(let owner) = self { Payload.lend(owner, to: show) }
    }
  }
}

struct Frame: View {
  var language: Token = "en"
  var title: String

  static let about = "What every page has."
  static let fields = Fields<Self>(
    Field("language", \.language, "Its language."), Field("title", \.title, "Its title."))
}

struct Owner: View {
  var name: String
  var link: Link?
  var words: [String]

  static let about = "A person."
  static let fields = Fields<Self>(
    Field("name", \.name, "The name."), Field("link", \.link, "The page."),
    Field("words", \.words, "What is said."))
}

/// A page for one person.
struct Desk: View {
  var frame: Frame
  var title: String
  var save: FormAddress
  var draft: FormAddress?

  static let isDynamic = true
  static let about = "A desk."
  static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around."), Field("title", \.title, "A text."),
    Field("save", \.save, "A form."), Field("draft", \.draft, "A form that may be missing."))
}

extension Shop {
  /// Every word that somebody could have written is this one.
  static func saying(_ words: String) -> Self? {
    guard let link = Link("/" + words) else { return nil }
    let owner = Owner(name: words, link: link, words: [words])
    return Shop(
      frame: Frame(title: words), title: words, note: words, said: Said(words, lang: words),
      told: Said(words), link: link, sources: Sources([Sources.Source(link, width: 480)]),
      product: FactsWriter.facts("Product") { $0.text("name", words) }, owner: owner,
      guest: owner, pots: [owner], names: [words], place: .sent(owner))
  }
}

extension Desk {
  static func saying(_ words: String) -> Self? {
    guard let link = Link("/" + words) else { return nil }
    let form = FormAddress(action: link, token: words)
    return Desk(frame: Frame(title: words), title: words, save: form, draft: form)
  }
}
