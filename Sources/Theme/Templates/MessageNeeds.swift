extension Message {
  /// Whether a value does for the argument of that name.
  func takes(_ operand: Operand, _ kind: Kind, as name: String) -> Bool {
    guard let argument = arguments[name] else { return false }
    // A number that is only written can have decimals; one that is counted by cannot.
    if case (.number, .figure) = (argument, kind) { return Self.isOnlyWritten(name, in: parts) }
    return argument.takes(operand, kind)
  }

  private static func isOnlyWritten(_ name: String, in parts: [Part]) -> Bool {
    parts.allSatisfy { part in
      switch part {
      case .words: true
      case .value(let other, let style): other != name || style == .number
      case .plural(let other, let exact, let categories):
        other != name && exact.values.allSatisfy { isOnlyWritten(name, in: $0) }
          && categories.values.allSatisfy { isOnlyWritten(name, in: $0) }
      case .select(_, let cases): cases.values.allSatisfy { isOnlyWritten(name, in: $0) }
      case .wrapped(_, let parts): isOnlyWritten(name, in: parts)
      }
    }
  }
}

extension Message.Argument {
  fileprivate func takes(_ operand: Operand, _ kind: Kind) -> Bool {
    switch (self, kind) {
    case (.text, .text), (.text, .said), (.text, .token), (.number, .number): true
    case (.figure, .figure), (.figure, .number), (.money, .money), (.day, .day): true
    case (.moment, .moment), (.list, .list(.text, _)): true
    case (.select(let cases, let isOpen), .choice(let choice)):
      cases.isSubset(of: choice.cases.map(\.name))
        && (isOpen || cases.isSuperset(of: choice.cases.map(\.name)))
    case (.select(let cases, let isOpen), .flag):
      cases.isSubset(of: ["true", "false"]) && (isOpen || cases.count == 2)
    case (.select(_, let isOpen), .token): isOpen
    case (.select(let cases, let isOpen), .text):
      if case .words(let word) = operand.origin { isOpen || cases.contains(word) } else { false }
    default: false
    }
  }

  var described: String {
    switch self {
    case .text: "text, said or token"
    case .number: "number"
    case .figure: "figure or number"
    case .money: "money"
    case .day: "day"
    case .moment: "moment"
    case .list: "list of text"
    case .wrapper: "a slot"
    case .select(let cases, let isOpen):
      "a choice with the cases \(cases.sorted().joined(separator: ", "))\(isOpen ? " or others" : "")"
    }
  }
}
