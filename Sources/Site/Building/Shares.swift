/// Who takes which of some pieces. Each worker has a stretch of its own, since what it kept of one piece
/// serves it for the next; who is done takes over half of what is left to another.
struct Shares {
  private var left: [Range<Int>]

  init(of count: Int, by workers: Int) {
    left = (0..<workers).map { count * $0 / workers..<count * ($0 + 1) / workers }
  }

  /// Nil when all are taken.
  mutating func next(for worker: Int) -> Int? {
    if left[worker].isEmpty, let other = left.indices.max(by: { left[$0].count < left[$1].count }) {
      let middle = left[other].lowerBound + left[other].count / 2
      left[worker] = middle..<left[other].upperBound
      left[other] = left[other].lowerBound..<middle
    }
    return left[worker].popFirst()
  }

  /// Nobody takes any more.
  mutating func drop() {
    for worker in left.indices { left[worker] = 0..<0 }
  }
}
