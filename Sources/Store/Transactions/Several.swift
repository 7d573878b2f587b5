import Market

/// How many things a statement asks for.
enum Several {
  static let countMax = 64
  /// Few lengths of lists, since each is a statement of its own to keep.
  static let lengths = [1, 8, countMax]
}

extension Reading where Self: ~Copyable {
  /// Shows the rows of many things, by one statement for some of them at a time.
  ///
  /// The statement takes `more` as `$1`, `$2`, …, and the numbers of the things where it says
  /// `in (ids)`. The number of the thing is in the first column, or in the one that `column` says.
  func each<Thing>(
    _ sql: SQL, among ids: [ID<Thing>], _ more: any Stored..., column: Int = 0,
    see: (borrowing Row) throws -> Void
  ) throws {
    let single = more.map(\.value)
    var rest = ids.sorted().withoutRepetitions[...]
    while let first = rest.first {
      let some = rest.prefix(Several.countMax)
      rest = rest.dropFirst(some.count)
      let last = some[some.endIndex - 1]
      let span = last.number - first.number
      // A walk comes by numbers that lie side by side, and so do their rows.
      if span > 0, span < 2 * some.count {
        let ends = [Value.int(first.number), .int(last.number)]
        var known = first
        var isAsked = true
        _ = try run(sql.within(after: single.count), single + ends) { row in
          let id: ID<Thing> = try row[column]
          if id != known {
            known = id
            isAsked = span < some.count || some.contains(id)
          }
          if isAsked { try see(row) }
        }
      } else {
        let length = Several.lengths.first { $0 >= some.count } ?? Several.countMax
        // The statement is one for so many, so the last of few stands there again.
        let padding = repeatElement(last, count: length - some.count)
        let list = (some + padding).map(\.value)
        _ = try run(sql.among(length, after: single.count), single + list, see)
      }
    }
  }
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
