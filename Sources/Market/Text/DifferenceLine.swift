/// A line of two texts laid over each other.
package struct DifferenceLine: Hashable, Sendable {
  package enum Kind: Int, CaseIterable, Hashable, Sendable {
    case kept, removed, added
  }

  package let kind: Kind
  package let text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// The shortest way from some lines to others; what goes stands before what comes.
  package static func between(_ old: [String], _ new: [String]) -> [DifferenceLine] {
    // The longest run of lines that both have, from each place to the end.
    var kept = [[Int]](
      repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
    for from in old.indices.reversed() {
      for to in new.indices.reversed() {
        kept[from][to] =
          old[from] == new[to]
          ? kept[from + 1][to + 1] + 1 : max(kept[from + 1][to], kept[from][to + 1])
      }
    }
    var lines: [DifferenceLine] = []
    var (from, to) = (0, 0)
    while from < old.count || to < new.count {
      if from < old.count, to < new.count, old[from] == new[to] {
        lines.append(DifferenceLine(.kept, old[from]))
        (from, to) = (from + 1, to + 1)
      } else if to == new.count || from < old.count && kept[from + 1][to] >= kept[from][to + 1] {
        lines.append(DifferenceLine(.removed, old[from]))
        from += 1
      } else {
        lines.append(DifferenceLine(.added, new[to]))
        to += 1
      }
    }
    return lines
  }
}
