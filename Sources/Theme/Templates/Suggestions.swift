/// Names to choose from, when one was written that there is not.
enum Suggestions {
  /// Sorted, but the nearest to what was written stands first.
  static func names(_ names: some Sequence<String>, near written: String) -> [String] {
    var sorted = Set(names).sorted()
    guard let nearest = nearest(sorted, to: written) else { return sorted }
    sorted.removeAll { $0 == nearest }
    return [nearest] + sorted
  }

  /// The name that was most likely meant; nil when none is near.
  static func nearest(_ names: [String], to written: String) -> String? {
    let far = max(1, min(written.utf8.count / 2, 4))
    let distances = names.map { (name: $0, distance: distance($0, written)) }
    guard let best = distances.min(by: { $0.distance < $1.distance }), best.distance <= far
    else { return nil }
    return best.name
  }

  /// How many letters were added, left out, changed, or swapped with their neighbour.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.utf8.prefix(64))
    let right = Array(right.utf8.prefix(64))
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in 0..<left.count {
      var row = [i + 1]
      for j in 0..<right.count {
        var best = min(last[j] + (left[i] == right[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }
}
