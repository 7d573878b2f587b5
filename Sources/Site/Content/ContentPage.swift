import Market
import Pages
import Theme

/// The values of one page's head, and its body with the figures in place. Whatever is wrong is told
/// at the end, all of it.
struct ContentPage {
  private let matter: FrontMatter
  private var faults: [Fault] = []

  init(_ matter: FrontMatter) { self.matter = matter }

  func finish() throws(Faults) {
    guard faults.isEmpty else { throw Faults(faults) }
  }

  func text(_ key: String) -> String { matter[key]?.value ?? "" }

  func textIfAny(_ key: String) -> String? { matter[key]?.value }

  mutating func number(_ key: String) -> Int {
    value(key, else: 0, expected: "a whole number") { Int($0) }
  }

  mutating func flag(_ key: String) -> Bool {
    value(key, else: false, expected: "yes or no") { ["yes": true, "no": false][$0] }
  }

  mutating func day(_ key: String) -> Day {
    value(key, else: Day(year: 1, month: 1, day: 1), expected: "a day such as 2026-11-20") {
      CivilDay($0).map { day in
        Day(year: day.parts.year, month: day.parts.month, day: day.parts.day)
      }
    }
  }

  mutating func kind(_ key: String) -> HelpKind {
    let names = HelpKind.cases.map(\.name)
    return value(key, else: .market, expected: "one of \(names.joined(separator: ", "))") { name in
      HelpKind.allCases.first { names[$0.position] == name }
    }
  }

  private mutating func value<Value>(
    _ key: String, else usual: Value, expected: String, read: (String) -> Value?
  ) -> Value {
    guard let field = matter[key] else { return usual }
    if let value = read(field.value) { return value }
    faults.append(Fault(field.place, found: "“\(field.value)”", expected: expected))
    return usual
  }

  private static let nameCharactersMax = 100

  /// `{order.late-cancel-hours}` becomes the figure of that name. A brace that no name follows is
  /// what it is.
  mutating func body(_ path: String, _ figures: Figures, _ formats: Formats) -> String {
    var result = ""
    // To Swift, the two signs at the end of a line of Windows are one.
    let lines = matter.body.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (number, line) in lines.enumerated() {
      if number > 0 { result += "\n" }
      var rest = line
      while let open = rest.firstIndex(of: "{") {
        result += rest[..<open]
        let inside = rest[rest.index(after: open)...]
        guard let close = inside.prefix(Self.nameCharactersMax).firstIndex(of: "}"),
          inside[..<close].contains(".")
        else {
          result += "{"
          rest = inside
          continue
        }
        let name = String(inside[..<close])
        if let text = figures.text(name, in: formats) {
          result += text
        } else {
          let column = line.distance(from: line.startIndex, to: open) + 1
          faults.append(
            Fault(
              Place(file: path, line: matter.bodyLine + number, column: column),
              found: "the figure “\(name)”", expected: "one that the rules have",
              available: nearestFirst(figures.names, to: name)))
        }
        rest = inside[inside.index(after: close)...]
      }
      result += rest
    }
    let count = result.utf8.count
    if count > Markdown.bytesMax {
      faults.append(
        Fault(
          Place(file: path, line: matter.bodyLine), found: "a text of \(count) bytes",
          expected: "at most \(Markdown.bytesMax)"))
    }
    return result
  }
}
