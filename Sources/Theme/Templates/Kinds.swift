extension Kind {
  /// As faults name it.
  package var name: String {
    switch self {
    case .text: "text"
    case .said: "said"
    case .token: "token"
    case .link: "link"
    case .sources: "sources"
    case .path: "path"
    case .html: "html"
    case .facts: "facts"
    case .number: "number"
    case .figure: "figure"
    case .money: "money"
    case .day: "day"
    case .moment: "moment"
    case .flag: "flag"
    case .form: "form"
    case .view(let view): view.name
    case .choice(let choice): String(describing: choice)
    case .optional(let kind, _): "\(kind.name)?"
    case .list(let kind, _): "list of \(kind.name)"
    }
  }

  /// The kinds that parameters can be of, besides views and choices.
  static let simple: [Kind] = [
    .text, .said, .token, .link, .sources, .path, .html, .facts, .number, .figure, .money, .day,
    .moment, .flag, .form,
  ]

  /// What it is when it is there.
  package var present: Kind {
    if case .optional(let kind, _) = self { kind } else { self }
  }

  /// Whether a value of that kind does where one of this kind is declared.
  func takes(_ other: Kind) -> Bool {
    switch (self, other) {
    case (.optional(let mine, _), _): mine.takes(other.present)
    case (.text, .text), (.text, .said), (.text, .token), (.text, .choice): true
    case (.token, .token), (.token, .choice): true
    case (.view(let mine), .view(let other)): ObjectIdentifier(mine) == ObjectIdentifier(other)
    case (.choice(let mine), .choice(let other)):
      ObjectIdentifier(mine) == ObjectIdentifier(other)
    case (.view, _), (.choice, _), (_, .view), (_, .choice), (_, .optional), (_, .list): false
    default: name == other.name
    }
  }

  /// The fields that every value of the kind has.
  var ownFields: [String] {
    switch self {
    case .said: ["lang"]
    case .number: ["compact", "plain"]
    case .figure: ["plain"]
    case .money: ["currency", "plain", "price"]
    case .day: ["iso", "month", "year"]
    case .moment: ["day", "iso"]
    case .form: ["action"]
    case .list: ["count"]
    default: []
    }
  }
}

extension Operand {
  /// A field that every value of its kind has; nil when there is none of that name.
  func ownField(_ name: String) -> Operand? {
    guard case .own = writing, let kind else { return nil }
    var field = self
    switch (kind, name) {
    case (.said, "lang"):
      return moved(MemoryLayout<Said>.offset(of: \.lang), Optional<String>.kind)
    case (.moment, "day"): return moved(MemoryLayout<Moment>.offset(of: \.day), .day)
    case (.number, "plain"), (.figure, "plain"), (.money, "plain"): field.writing = .plain
    case (.number, "compact"): field.writing = .compact
    case (.money, "price"): field.writing = .price
    case (.money, "currency"): field.writing = .currency
    case (.day, "iso"), (.moment, "iso"): field.writing = .iso
    case (.day, "month"): field.writing = .month
    case (.day, "year"): field.writing = .year
    case (.form, "action"): field.writing = .action
    case (.list, "count"):
      guard case .place(let variable, let offset, _) = origin, case .list(_, let list) = kind
      else { return nil }
      return Operand(
        origin: .count(variable: variable, offset: offset, list: list), kind: .number)
    default: return nil
    }
    return field
  }

  /// A field that lies so far into it.
  func moved(_ more: Int?, _ kind: Kind) -> Operand? {
    guard case .place(let variable, let offset, let depth) = origin, let more else { return nil }
    return Operand(
      origin: .place(variable: variable, offset: offset + more, depth: depth + 1), kind: kind)
  }
}
