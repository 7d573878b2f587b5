import Theme

/// A small world of views, with every kind of field.
struct Shelf: View {
  var title = "Teapots & cups"
  var count = 1234
  var isOpen = true
  var owner = Owner(name: "Lin", note: "“<kind>”")
  var guest: Owner?
  var pots: [Pot] = [Pot(name: "Blue"), Pot(name: "Red", words: ["round", "small"])]
  var names = ["a<b", "c"]
  var state = State.sold
  var place = Delivery.unknown
  var link = Link("/en/g/tea-1?x=1&y=2")
  var token: Token = "tall"
  var score = Figure(49, scale: 1)
  var price = Amount(minorUnits: 120_000, currency: "CNY", scale: 2)
  var day = Day(year: 2026, month: 11, day: 20)

  static let about = "A shelf with pots."
  static let fields = Fields<Self>(
    Field("title", \.title, "What it is called."),
    Field("count", \.count, "How many there were."),
    Field("isOpen", \.isOpen, "Whether it is open."),
    Field("owner", \.owner, "Whose it is."),
    Field("guest", \.guest, "Who visits."),
    Field("pots", \.pots, "What stands on it."),
    Field("names", \.names, "Other names."),
    Field("state", \.state, "How it is."),
    Field("place", \.place, "Where it went."),
    Field("link", \.link, "Its page."),
    Field("token", \.token, "Its size."),
    Field("score", \.score, "Its rating."),
    Field("price", \.price, "What it costs."),
    Field("day", \.day, "Since when."))

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

struct Owner: View {
  var name: String
  var note: String?

  static let about = "A person."
  static let fields = Fields<Self>(
    Field("name", \.name, "The name."), Field("note", \.note, "What is said of them."))
}

struct Pot: View {
  var name: String
  var words: [String] = []

  static let about = "A pot."
  static let fields = Fields<Self>(
    Field("name", \.name, "The name."), Field("words", \.words, "What it is like."))
}
