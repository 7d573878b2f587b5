/// Where something stands in a file that a person wrote. Lines and columns count from 1, columns in
/// characters as an editor shows them.
package struct Place: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let column: Int

  package init(file: String, line: Int = 1, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }

  package var description: String { "\(file):\(line):\(column)" }
}

/// Something in a theme or a catalogue that cannot be meant, told to the person who can mend it:
/// what stands there, what could stand there, and which names there are.
package struct Fault: Hashable, Sendable, CustomStringConvertible {
  package let place: Place
  package let found: String
  package let expected: String
  /// The names to choose from, in the order in which they are shown.
  package let available: [String]

  package init(_ place: Place, found: String, expected: String, available: [String] = []) {
    self.place = place
    self.found = found
    self.expected = expected
    self.available = available
  }

  /// In place of those that are left out: nobody mends hundreds of faults by reading them.
  package static func more(_ count: Int, after last: Place) -> Fault {
    Fault(
      last, found: count == 1 ? "1 more fault" : "\(count) more faults",
      expected: "those above to be mended first")
  }

  package var description: String {
    "\(place): found \(found), expected \(expected)\(shownNames)"
  }

  /// More names than these are not read; the near ones are at the front.
  private static let shownNamesMax = 13

  private var shownNames: String {
    if available.isEmpty { return "" }
    let names = available.prefix(Self.shownNamesMax).joined(separator: ", ")
    let rest = available.count - Self.shownNamesMax
    return "; available: \(names)\(rest > 0 ? " and \(rest) more" : "")"
  }
}

/// Everything that is wrong with what was loaded, not only the first of it.
package struct Faults: Error, Sendable, CustomStringConvertible {
  package let all: [Fault]

  package init(_ all: [Fault]) { self.all = all.sorted { $0.place < $1.place } }

  package var description: String { all.map(\.description).joined(separator: "\n") }
}
