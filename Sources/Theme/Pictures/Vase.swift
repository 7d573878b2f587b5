extension Painting {
  /// 瓶: porcelain on a shelf, each turned from one of five outlines.
  mutating func vase() {
    ground(isReversed ? deep : tint)
    let shelf = 302.0
    let wood = isReversed ? deep.mixed(.ink, 0.35) : tint.mixed(mid, 0.5)
    rect(0, shelf, Self.width, Self.height - shelf, wood)
    let count = dice.whole(3...4)
    let hot = dice.whole(0...(count - 1))
    let gap = count == 4 ? 104.0 : 132.0
    let glazes = dice.shuffle([
      isReversed ? tint : deep, mid, isReversed ? .paper : .ink, isReversed ? mid : .paper,
      deep.mixed(mid, 0.4),
    ])
    for index in 0..<count {
      let x = 240 - Double(count - 1) * gap / 2 + Double(index) * gap
      let glaze = index == hot ? .vermilion : glazes[index]
      vessel(Point(x, shelf), isNarrow: count == 4, glaze, name: "v\(index)")
    }
  }

  private mutating func vessel(_ foot: Point, isNarrow: Bool, _ glaze: Colour, name: SVG) {
    var height = dice.between(136, 246)
    let width = isNarrow ? dice.between(40, 50) : dice.between(46, 62)
    let kind = dice.whole(0...4)
    if kind == Self.jar { height *= 0.78 }
    let profile = Self.profiles[kind]
    let left = profile.map { Point(foot.x - width * $0.x, foot.y - height * $0.y) }
    let right = profile.reversed().map { Point(foot.x + width * $0.x, foot.y - height * $0.y) }
    let outline: SVG = "\(.smooth(left))\(.smooth(right, joined: true))Z"
    fill(outline, glaze)
    add(#"<clipPath id="\#(name)"><path d="\#(outline)"/></clipPath>"#)
    add(#"<g clip-path="url(#\#(name))">"#)
    band(Point(foot.x, foot.y - height * profile[4].y), glaze == .paper ? deep : .paper)
    add("</g>")
    let shadow = isReversed ? .ink : mid.mixed(.ink, 0.35)
    rect(foot.x - width * 0.7, foot.y, width * 1.4, 5, shadow, rounded: 2.5)
  }

  private mutating func band(_ middle: Point, _ colour: Colour) {
    let (left, y) = (middle.x - 60, middle.y)
    switch dice.whole(0...3) {
    case 0:
      rect(left, y - 9, 120, 4, colour)
      rect(left, y + 6, 120, 4, colour)
    case 1:
      for line in 0..<4 { rect(left, y - 16 + Double(line) * 11, 120, 3, colour) }
    case 2:
      for dot in -3...3 { circle(Point(middle.x + Double(dot) * 17, y), 5, colour) }
    default:
      let wave = (0..<13).map { Point(left + Double($0) * 10, y + ($0 % 2 == 1 ? 8 : -8)) }
      stroke(.smooth(wave), colour, 3.5)
    }
  }

  private static let jar = 2

  /// From the lip to the foot: how far from the middle, and how high. The fifth point is where a
  /// band goes round.
  private static let profiles: [[Point]] = [
    [
      Point(0.3, 1), Point(0.24, 0.93), Point(0.22, 0.78), Point(0.6, 0.62), Point(1, 0.4),
      Point(0.86, 0.16), Point(0.5, 0),
    ],
    [
      Point(0.36, 1), Point(0.2, 0.92), Point(0.17, 0.6), Point(0.3, 0.46), Point(0.95, 0.26),
      Point(0.9, 0.1), Point(0.5, 0),
    ],
    [
      Point(0.55, 1), Point(0.42, 0.95), Point(0.5, 0.86), Point(1, 0.66), Point(0.92, 0.36),
      Point(0.6, 0.1), Point(0.62, 0),
    ],
    [
      Point(0.5, 1), Point(0.34, 0.9), Point(0.34, 0.74), Point(0.88, 0.6), Point(0.98, 0.34),
      Point(0.7, 0.1), Point(0.56, 0),
    ],
    [
      Point(0.2, 1), Point(0.15, 0.9), Point(0.15, 0.64), Point(0.52, 0.5), Point(0.74, 0.3),
      Point(0.95, 0.1), Point(0.8, 0),
    ],
  ]
}
