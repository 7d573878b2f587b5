/// What a message needs, as its parts are read: one name is one thing throughout.
struct MessageArguments {
  private(set) var kinds: [String: Message.Argument] = [:]
  /// Where each name stands first in the text.
  private(set) var offsets: [String: Int] = [:]

  /// What the name was before, if it cannot be both.
  mutating func note(_ name: String, _ kind: Message.Argument, at offset: Int) -> Message.Argument?
  {
    guard let before = kinds[name] else {
      kinds[name] = kind
      offsets[name] = offset
      return nil
    }
    guard let both = before.joined(with: kind) else { return before }
    kinds[name] = both
    return nil
  }
}

extension Message.Style {
  /// What has to be brought to be written so.
  var argument: Message.Argument {
    switch self {
    case .text: .text
    case .number, .compact: .number
    case .figure: .figure
    case .money, .price: .money
    case .day, .month: .day
    case .moment: .moment
    case .list: .list
    }
  }
}

extension Message.Argument {
  /// Two selects by one name have their cases together, unless one of them leaves some out and says
  /// nothing for the others.
  fileprivate func joined(with other: Self) -> Self? {
    guard case .select(let left, let isLeftOpen) = self,
      case .select(let right, let isRightOpen) = other
    else { return self == other ? self : nil }
    let cases = left.union(right)
    guard isLeftOpen || cases == left, isRightOpen || cases == right else { return nil }
    return .select(cases: cases, isOpen: isLeftOpen && isRightOpen)
  }

  /// In a fault.
  var told: String {
    switch self {
    case .text: "text"
    case .number: "a number"
    case .figure: "a figure"
    case .money: "money"
    case .day: "a day"
    case .moment: "a moment"
    case .list: "a list"
    case .wrapper: "words in an element"
    case .select(let cases, let isOpen):
      "one of " + (cases.sorted() + (isOpen ? ["other"] : [])).joined(separator: ", ")
    }
  }
}
