/// All the names: first those that may have been meant by `word`, the nearest at the front, then the
/// others in the order of the alphabet.
package func nearestFirst(_ names: some Sequence<String>, to word: String) -> [String] {
  let all = Set(names).sorted()
  let near = near(all, to: word)
  let chosen = Set(near)
  return near + all.filter { !chosen.contains($0) }
}

/// Only the names that may have been meant by `word`, the nearest first.
package func near(
  _ names: some Sequence<String>, to word: String, atMost limit: Int = .max
) -> [String] {
  var distance = EditDistance(to: word)
  let measured = names.compactMap { name in distance.from(name).map { (far: $0, name: name) } }
  return measured.sorted { ($0.far, $0.name) < ($1.far, $1.name) }.prefix(limit).map(\.name)
}

/// How many bytes were added, left out, changed, or swapped with their neighbour. What is farther
/// than a third of the word is not counted to its end, and nothing is read beyond `bytesMax`, so a
/// comparison costs little whatever was written.
private struct EditDistance {
  static let bytesMax = 64
  static let farMax = 4

  private let word: [UInt8]
  private let far: Int
  /// Three rows of the table: the last one is the one that grows.
  private var rows: (before: [Int], last: [Int], new: [Int])

  init(to word: String) {
    self.word = Array(word.utf8.prefix(Self.bytesMax))
    far = max(1, min(self.word.count / 3, Self.farMax))
    let row = [Int](repeating: 0, count: self.word.count + 1)
    rows = (row, row, row)
  }

  /// Nil when it is far.
  mutating func from(_ name: String) -> Int? {
    let name = Array(name.utf8.prefix(Self.bytesMax))
    guard abs(name.count - word.count) <= far else { return nil }
    guard !word.isEmpty else { return name.count }
    for index in 0...word.count { rows.new[index] = index }
    for index in name.indices {
      (rows.before, rows.last, rows.new) = (rows.last, rows.new, rows.before)
      guard fillRow(index, of: name) <= far else { return nil }
    }
    let distance = rows.new[word.count]
    return distance <= far ? distance : nil
  }

  /// The least number in the new row: no later one can be less. Only what is not far from the
  /// diagonal is counted; beside it stands a number that is too large.
  private mutating func fillRow(_ index: Int, of name: [UInt8]) -> Int {
    let start = max(0, index - far)
    let end = min(word.count, index + far + 1)
    guard start < end else { return far + 1 }
    rows.new[start] = start == 0 ? index + 1 : far + 1
    if end < word.count { rows.new[end + 1] = far + 1 }
    var least = rows.new[start]
    for other in start..<end {
      let isSame = name[index] == word[other]
      var best = min(
        rows.last[other] + (isSame ? 0 : 1), rows.last[other + 1] + 1, rows.new[other] + 1)
      if index > 0, other > 0, name[index] == word[other - 1], name[index - 1] == word[other] {
        best = min(best, rows.before[other - 1] + 1)
      }
      rows.new[other + 1] = best
      least = min(least, best)
    }
    return least
  }
}
