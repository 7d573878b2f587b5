extension Painting {
  /// 简: bamboo slips, seen close, unrolled from a book, or hung up one by one.
  mutating func slips() {
    switch dice.whole(0...2) {
    case 0: bound()
    case 1: unrolled()
    default: hung()
    }
  }

  private static let soft: SVG = #" stroke-linecap="round""#

  private var sheet: Colour { isReversed ? deep : tint }
  private var cord: Colour { isReversed ? deep.mixed(.ink, 0.3) : deep }
  private var brush: Colour { .ink.mixed(deep, 0.2) }
  private var woods: [Colour] {
    isReversed
      ? [tint, tint.mixed(.paper, 0.6), tint.mixed(mid, 0.3)]
      : [mid, mid.mixed(tint, 0.3), mid.mixed(tint, 0.55)]
  }

  /// So close that they run off the sheet.
  private mutating func bound() {
    ground(isReversed ? deep.mixed(.ink, 0.35) : deep)
    let count = dice.whole(5...6)
    let width = Self.width / Double(count)
    let hot = dice.whole(1...(count - 2))
    for slip in 0..<count {
      let x = Double(slip) * width
      let wood = slip == hot ? .vermilion : dice.pick(woods)
      rect(x + 3, -10, width - 6, 380, wood, rounded: 6)
      let end = slip == hot ? dice.between(150, 240) : 366
      column(x + width / 2, 22, to: end, width * 0.42, slip == hot ? .paper : brush)
    }
    bind([84, 276], from: -10, to: 490, gaps: (1..<count).map { Double($0) * width })
  }

  /// Flat on one side, still rolled up on the other; read from the right.
  private mutating func unrolled() {
    ground(sheet)
    let rollsLeft = dice.falls(below: 0.5)
    let (top, height) = (dice.between(50, 60), 250.0)
    let count = dice.whole(6...7)
    let width = 328 / Double(count)
    let written = dice.whole(4...(count - 1))
    func left(_ start: Double, _ width: Double) -> Double {
      rollsLeft ? start : Self.width - start - width
    }
    for slip in 0..<count {
      let x = left(120 + Double(slip) * width, width)
      let y = top + dice.between(-6, 6)
      let place = rollsLeft ? count - 1 - slip : slip
      let isHot = place == written - 1
      rect(x + 1.5, y, width - 3, height, isHot ? .vermilion : dice.pick(woods), rounded: 3)
      guard place < written else { continue }
      let end = isHot ? y + dice.between(110, 170) : y + height - 12
      column(x + width / 2, y + 16, to: end, width * 0.46, isHot ? .paper : brush)
    }
    var start = 24.0
    for (part, shade) in [(9.0, 0.75), (16, 0.45), (22, 0.2), (22, 0), (16, 0.2), (9, 0.5)] {
      let wood = woods[0].mixed(isReversed ? mid : deep, shade)
      rect(left(start, part), top - 12, part - 1, height + 24, wood, rounded: 2)
      start += part
    }
    let gaps = (1..<count).map { left(120 + Double($0) * width, 0) }
    bind([top + 60, top + height - 60], from: left(24, 0), to: left(448, 0), gaps: gaps)
  }

  /// A double cord across all slips, knotted between them.
  private mutating func bind(_ heights: [Double], from: Double, to: Double, gaps: [Double]) {
    for y in heights {
      stroke("M\(from) \(y - 3)H\(to)M\(from) \(y + 3)H\(to)", cord, 3)
      var knots: SVG = ""
      for x in gaps { knots += "M\(x - 4) \(y - 5)l8 10M\(x - 4) \(y + 5)l8 -10" }
      stroke(knots, cord, 4, ends: Self.soft)
    }
  }

  /// Under a rod, on threads of different lengths.
  private mutating func hung() {
    ground(sheet)
    let count = dice.whole(5...7)
    let gap = 408 / Double(count)
    let hot = dice.whole(1...(count - 2))
    let line = isReversed ? Colour.paper : deep.mixed(.ink, 0.3)
    let pale = isReversed ? tint : .paper
    let dark = isReversed ? deep.mixed(mid, 0.35) : deep
    for tally in 0..<count {
      let x = 36 + gap * (Double(tally) + 0.5)
      let y = 40 + dice.between(30, 80)
      let (half, height) = (gap * 0.37, dice.between(132, 196))
      let wood = tally == hot ? .vermilion : dice.pick([pale, pale, mid, dark])
      stroke("M\(x) 40V\(y + 14)", line, 2)
      fill("M\(x - half) \(y + 14)l14 -14h\(half * 2 - 28)l14 14v\(height)h\(-half * 2)z", wood)
      circle(Point(x, y + 14), 4.5, sheet)
      let isDark = wood == dark || wood == .vermilion
      column(x, y + 36, to: y + height, half * 0.9, isDark ? .paper : brush)
    }
    rect(20, 32, 440, 10, line, rounded: 5)
  }

  /// Counting rods, one under the other: figures, and no script that anybody could misread.
  private mutating func column(
    _ x: Double, _ top: Double, to bottom: Double, _ size: Double, _ colour: Colour
  ) {
    var rods: SVG = ""
    var y = top
    while y + size <= bottom {
      let isUpright = dice.falls(below: 0.5)
      let count = dice.whole(1...3)
      for rod in 0..<count {
        let offset = (Double(rod) - Double(count - 1) / 2) * size * 0.36
        if isUpright {
          rods += "M\(x + offset) \(y)v\(size)"
        } else {
          rods += "M\(x - size / 2) \(y + size / 2 + offset)h\(size)"
        }
      }
      y += size * 1.55
    }
    guard !rods.bytes.isEmpty else { return }
    stroke(rods, colour, max(3, size * 0.16), ends: Self.soft)
  }
}
