/// A value of JSON. Two are the same when they have the same signs: what Unicode holds to be equal
/// is not, and the members of an object are in their order.
package enum JSON: Hashable, Sendable {
  case null
  case flag(Bool)
  case integer(Int64)
  /// Any other number, as it is written.
  case number(String)
  case text(String)
  case list([JSON])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSON

    package init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }

    package static func == (left: Self, right: Self) -> Bool {
      left.name.hasSameBytes(as: right.name) && left.value == right.value
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(bytesOf: name)
      hasher.combine(value)
    }
  }

  /// The value of that name, if this is an object and has it.
  package subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name.hasSameBytes(as: name) }?.value
  }

  package static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.flag(let left), .flag(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.number(let left), .number(let right)): left.hasSameBytes(as: right)
    case (.text(let left), .text(let right)): left.hasSameBytes(as: right)
    case (.list(let left), .list(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .flag(let flag): hasher.combine(flag)
    case .integer(let number): hasher.combine(number)
    case .number(let text), .text(let text): hasher.combine(bytesOf: text)
    case .list(let values): hasher.combine(values)
    case .object(let members): hasher.combine(members)
    }
  }
}

// What the value is, for those who can use nothing else.
extension JSON {
  package var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
  package var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
  package var text: String? { if case .text(let text) = self { text } else { nil } }
  package var list: [JSON]? { if case .list(let values) = self { values } else { nil } }
  package var members: [Member]? { if case .object(let members) = self { members } else { nil } }
}

extension JSON: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self = .text(text) }
}

extension JSON: ExpressibleByIntegerLiteral {
  package init(integerLiteral number: Int64) { self = .integer(number) }
}

extension JSON: ExpressibleByBooleanLiteral {
  package init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

extension JSON: ExpressibleByArrayLiteral {
  package init(arrayLiteral values: JSON...) { self = .list(values) }
}

extension JSON: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(members.map { Member($0, $1) })
  }
}

extension String {
  /// Without regard to what Unicode holds to be equal.
  func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension Hasher {
  fileprivate mutating func combine(bytesOf text: String) {
    combine(text.utf8.count)
    for byte in text.utf8 { combine(byte) }
  }
}
