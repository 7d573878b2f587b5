import Market

extension Reading where Self: ~Copyable {
  /// Shows the rows of many things, by one statement for some of them at a time.
  ///
  /// The statement takes `more` as `$1`, `$2`, …, and the numbers of the things where it says
  /// `(ids)`.
  func each<Thing>(
    _ sql: SQL, among ids: [ID<Thing>], _ more: any Stored...,
    see: (borrowing Row) throws -> Void
  ) throws {
    let single = more.map(\.value)
    var rest = ids.sorted().withoutRepetitions[...]
    while let last = rest.last {
      let count = Several.sizes.first { $0 >= rest.count } ?? Several.countMax
      var values = single
      values.reserveCapacity(single.count + count)
      for id in rest.prefix(count) { values.append(.int(id.number)) }
      // The statement is one for so many, so the last of few stands there again.
      while values.count < single.count + count { values.append(.int(last.number)) }
      _ = try run(sql.among(count, after: single.count), values, see)
      rest = rest.dropFirst(count)
    }
  }
}

/// How many things a statement asks for: few sizes, since each is a statement of its own to keep.
enum Several {
  static let sizes = [1, 8, 64]
  static let countMax = 64
}

extension Array where Element: Equatable {
  /// Of what is in order.
  fileprivate var withoutRepetitions: [Element] {
    var found: [Element] = []
    found.reserveCapacity(count)
    for element in self where found.last != element { found.append(element) }
    return found
  }
}
