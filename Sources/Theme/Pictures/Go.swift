extension Painting {
  /// 弈: a corner of a game in which two groups grow; the last stone is the red one.
  mutating func go() {
    let unit = 40
    let line = deep.mixed(.ink, 0.4)
    ground(isReversed ? tint : mid.mixed(tint, 0.35))
    let start = dice.falls(below: 0.5) ? 20 : 40
    // Lines run off the sheet where the board does.
    let edge = start == 20 ? 0 : start
    var board: SVG = ""
    for x in stride(from: start, to: Int(Self.width), by: unit) {
      board += "M\(x) \(edge)V\(Self.height)"
    }
    for y in stride(from: start, to: Int(Self.height), by: unit) {
      board += "M\(edge) \(y)H\(Self.width)"
    }
    stroke(board, line, 1.4)
    func place(_ crossing: Crossing) -> Point {
      Point(Double(start + crossing.x * unit), Double(start + crossing.y * unit))
    }
    for x in [2, 8] { for y in [2, 6] { circle(place(Crossing(x: x, y: y)), 4, line) } }
    let stones = game()
    for stone in stones {
      if stone.isBlack {
        circle(place(stone.at), 18, .ink)
      } else {
        ring(place(stone.at), 18, line, 1.4, fill: .paper)
      }
    }
    // On the edge of the sheet there is only half a stone.
    let whole = stones.last { place($0.at).x < Self.width && place($0.at).y < Self.height }
    if let last = whole ?? stones.last { circle(place(last.at), 18, .vermilion) }
  }

  private struct Crossing: Hashable {
    var x: Int
    var y: Int
  }

  private mutating func game() -> [(at: Crossing, isBlack: Bool)] {
    var stones: [(at: Crossing, isBlack: Bool)] = []
    var taken: Set<Crossing> = []
    let first = Crossing(x: dice.whole(2...5), y: dice.whole(2...5))
    var groups = [first, Crossing(x: dice.whole(6...9), y: dice.whole(2...6))]
    for move in 0..<dice.whole(16...24) {
      let side = move % 2
      let from = groups[side]
      for _ in 0..<14 {
        let next = Crossing(x: from.x + dice.whole(-2...2), y: from.y + dice.whole(-1...1))
        guard (0...11).contains(next.x), (0...8).contains(next.y), !taken.contains(next) else {
          continue
        }
        taken.insert(next)
        stones.append((next, side == 0))
        groups[side] = next
        break
      }
      if dice.falls(below: 0.22) {
        groups[side] = Crossing(x: dice.whole(1...10), y: dice.whole(1...7))
      }
    }
    return stones
  }
}
