import Proving
import Theme

/// What a layout needs of one page: the values that it comes to, each as it is shown.
struct HugoData: OutlineListener {
  let page = HugoThing()
  /// What all pages of the language have alike.
  let shared = HugoThing()
  /// By their scopes.
  private var open: [Int: HugoThing]
  private let known: (String) -> String
  /// The whole things of parts that are open.
  private var whole: [HugoThing] = []
  private var clashes: [String] = []

  /// Throws when two values have one name. `known` gives each part, by its data, the name by which all
  /// pages refer to it.
  init<Page: View>(
    of page: borrowing Page, for outline: Outline, known: @escaping (String) -> String
  ) throws {
    self.known = known
    open = [0: self.page]
    outline.read(page, for: &self)
    guard clashes.isEmpty else {
      throw ProvingError.failed("not one value each: \(clashes.joined(separator: ", "))")
    }
  }

  mutating func shown(_ spot: Spot, _ form: Form, as text: String) {
    let text = form.isMarkup ? text : text.unescaped
    if thing(of: spot)?.show(text, as: spot.key(form)) != true { clashes.append(spot.name) }
  }

  mutating func agreed(_ spot: Spot, _ question: Outline.Question, then: [Outline.Step]) {
    thing(of: spot)?.flag(spot.key(question, then: then))
  }

  mutating func chosen(_ branch: Outline.Branch, of spot: Spot) {
    if let name = spot.key(branch) { thing(of: spot)?.flag(name) }
  }

  mutating func opened(_ list: Spot, _ index: Int, scope: Int) {
    open[scope] = thing(of: list)?.element(index, of: list.name)
  }

  mutating func closed(scope: Int) { open[scope] = nil }

  mutating func began(part thing: Int) {
    guard let element = open.updateValue(HugoThing(), forKey: thing) else { return }
    whole.append(element)
  }

  mutating func ended(part thing: Int) {
    guard let part = open.updateValue(whole.removeLast(), forKey: thing) else { return }
    if open[thing]?.show(known(part.json), as: HugoLayout.part) != true { clashes.append("part") }
  }

  private func thing(of spot: Spot) -> HugoThing? { spot.isShared ? shared : open[spot.thing] }
}

extension Form {
  fileprivate var isMarkup: Bool {
    switch self {
    case .html, .facts: true
    default: false
    }
  }
}

extension String {
  /// The signs that stand in the place of their references: Hugo escapes for itself.
  fileprivate var unescaped: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    return replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
