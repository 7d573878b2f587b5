import CUnicode

/// Which words a number takes in a language, as CLDR has it: in English one is apart from all others.
package struct PluralRules: Sendable {
  /// Numbers below are answered from a table; ICU is asked for the others.
  package static let tableCount = 1_000

  /// Those that the language has for any number, decimals too.
  package let categories: Set<PluralCategory>
  private let table: [PluralCategory]
  private let rules: OpenRules

  /// By the tag of a language; one that ICU does not know has only `other`.
  package init(tag: String) {
    let rules = OpenRules(tag)
    self.rules = rules
    table = (0..<Self.tableCount).map { rules.category(of: Double($0)) }
    categories = rules.categories.union(table).union([.other])
  }

  /// Allocates nothing: it is asked for each number that is shown.
  package func category(of number: Int) -> PluralCategory {
    let size = number.magnitude
    return size < UInt(table.count) ? table[Int(size)] : rules.category(of: Double(size))
  }

  /// Those that whole numbers need, apart from the exact numbers that have words of their own.
  package func needed(without exact: Set<Int>) -> Set<PluralCategory> {
    var needed: Set<PluralCategory> = [.other]
    for (number, category) in table.enumerated() where !exact.contains(number) {
      needed.insert(category)
    }
    for number in Self.large where !exact.contains(number) {
      needed.insert(category(of: number))
    }
    return needed
  }

  /// Some languages have a category of their own for millions, or for what follows them.
  private static let large: [Int] = {
    var numbers: [Int] = []
    for size in [1_000, 10_000, 100_000, 1_000_000, 1_000_000_000] {
      for times in 1...9 { numbers += [size * times, size * times + 1, size * times + 2] }
    }
    return numbers
  }()
}

// ICU's plural rules do not change once they are open, and its documentation lets threads share what
// does not change; nobody else has the pointer, and it is closed when the last owner is gone.
private final class OpenRules: @unchecked Sendable {
  private let rules: UnsafeMutableRawPointer?

  init(_ tag: String) { rules = jishi_plurals_open(tag) }

  deinit {
    if let rules { jishi_plurals_close(rules) }
  }

  func category(of number: Double) -> PluralCategory {
    guard let rules else { return .other }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16) { name in
      let count = jishi_plurals_select(rules, number, name.baseAddress, Int32(name.count))
      guard count >= 2 else { return .other }
      return Self.category(UInt8(bitPattern: name[0]), UInt8(bitPattern: name[1]))
    }
  }

  /// Two letters tell them apart.
  private static func category(_ first: UInt8, _ second: UInt8) -> PluralCategory {
    switch (first, second) {
    case (UInt8(ascii: "z"), _): .zero
    case (UInt8(ascii: "o"), UInt8(ascii: "n")): .one
    case (UInt8(ascii: "t"), _): .two
    case (UInt8(ascii: "f"), _): .few
    case (UInt8(ascii: "m"), _): .many
    default: .other
    }
  }

  var categories: Set<PluralCategory> {
    guard let rules, let names = jishi_plurals_names_open(rules) else { return [] }
    defer { jishi_plurals_names_close(names) }
    var categories: Set<PluralCategory> = []
    while let name = jishi_plurals_names_next(names) {
      if let category = PluralCategory(rawValue: String(cString: name)) {
        categories.insert(category)
      }
    }
    return categories
  }
}
