// The words of a message that an element stands around.
extension Checker {
  /// They are said once, whichever way the branches go.
  mutating func checkWords(_ nodes: [CheckedNode], _ slot: Word) {
    let times = Self.timesSaid(nodes)
    if times == 1...1 { return }
    let found =
      switch (times.lowerBound, times.upperBound) {
      case (_, 0): "without the words of the message"
      case (0, 1): "with the words of the message in some branches only"
      default: "with the words of the message more than once"
      }
    source.report(
      slot.offset, found: "the slot \(slot.shown) \(found)", expected: "{% slot %} in it once")
  }

  private static func timesSaid(_ nodes: [CheckedNode]) -> ClosedRange<Int> {
    nodes.reduce(0...0) { sum, node in
      let times = timesSaid(node)
      // Twice is as wrong as any number more.
      return min(2, sum.lowerBound + times.lowerBound)...min(2, sum.upperBound + times.upperBound)
    }
  }

  private static func timesSaid(_ node: CheckedNode) -> ClosedRange<Int> {
    switch node {
    case .wrapped: return 1...1
    case .branch(_, _, let then, let otherwise): return either([then, otherwise])
    case .match(_, let cases, let otherwise):
      return either(cases.map(\.body) + (otherwise.map { [$0] } ?? []))
    case .loop(_, _, _, let body, let otherwise):
      let most = timesSaid(body).upperBound
      return 0...max(most * 2, timesSaid(otherwise).upperBound)
    default: return 0...0
    }
  }

  private static func either(_ ways: [[CheckedNode]]) -> ClosedRange<Int> {
    let times = ways.map(timesSaid)
    return (times.map(\.lowerBound).min() ?? 0)...(times.map(\.upperBound).max() ?? 0)
  }
}
