internal import Glibc

extension Painting {
  /// 月门: hills and bamboo through a round gate in a garden wall.
  mutating func gate() {
    let wall = isReversed ? mid : .paper
    ground(wall)
    let x = dice.between(180, 300)
    let radius = dice.between(122, 138)
    let middle = Point(x, 172)
    add(#"<clipPath id="g"><circle cx="\#(x)" cy="\#(middle.y)" r="\#(radius)"/></clipPath>"#)
    circle(middle, radius + 11, isReversed ? deep : mid.mixed(deep, 0.35))
    add(#"<g clip-path="url(#g)">"#)
    garden(middle, radius)
    add("</g>")
    rect(0, 322, Self.width, 38, wall.mixed(isReversed ? deep : mid, 0.5))
    for stone in 0..<7 { rect(Double(stone * 80 - 20 + stone % 2 * 6), 322, 2, 38, wall) }
    rect(0, 0, Self.width, 13, deep)
    for tile in stride(from: 0, to: Int(Self.width), by: 24) {
      fill("M\(tile) 13a12 12 0 0 0 24 0z", deep)
    }
  }

  private mutating func garden(_ middle: Point, _ radius: Double) {
    ground(isReversed ? tint.mixed(.paper, 0.5) : tint)
    let sun = middle + Point(dice.between(-62, 62), -dice.between(26, 62))
    circle(sun, dice.between(22, 34), .vermilion)
    for hill in 0..<3 {
      let number = Double(hill)
      let peaks = dice.between(2, 3.2)
      let outline = ridge(base: middle.y + 22 + number * 34, height: 20 - number * 4, peaks: peaks)
      land(outline, mid.mixed(deep, number / 2.2))
    }
    let isRight = dice.falls(below: 0.5)
    for cane in 0..<dice.whole(2...3) {
      let number = Double(cane)
      let x = middle.x + (radius * 0.62 - number * 25) * (isRight ? 1 : -1)
      bamboo(
        from: Point(x, middle.y + radius + 20), to: middle.y - radius,
        deep.mixed(.ink, 0.35 + 0.2 * number), 7 - number, isRight)
    }
  }

  private mutating func bamboo(
    from foot: Point, to top: Double, _ colour: Colour, _ width: Double, _ leansRight: Bool
  ) {
    var leansRight = leansRight
    var node = foot
    let slope = dice.between(-0.05, 0.05)
    while node.y > top {
      let length = dice.between(46, 66)
      stroke(
        "M\(node)L\(Point(node.x + slope * length, node.y - length + 3))", colour, width)
      node += Point(slope * length, -length)
      if dice.falls(below: 0.62), node.y < foot.y - 60 {
        for _ in 0..<dice.whole(2...4) { leaf(node, leansRight ? 1 : -1, colour) }
      }
      leansRight.toggle()
    }
  }

  private mutating func leaf(_ root: Point, _ side: Double, _ colour: Colour) {
    let angle = dice.between(-0.5, 1.1)
    let length = dice.between(30, 52)
    let tip = root + Point(side * length * cos(angle), length * sin(angle))
    let middle = (root + tip) / 2
    let belly = Point(-sin(angle) * 5, -(side * cos(angle) * 5).magnitude)
    fill("M\(root)Q\(middle + belly) \(tip)Q\(middle - belly) \(root)", colour)
  }
}
