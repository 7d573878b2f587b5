extension Painting {
  /// 八角景: octagons with a small square between each four, paler from one corner to the other.
  mutating func octagons(_ line: Colour, _ pane: Colour) {
    let size = dice.pick([72.0, 72, 144])
    let (columns, rows) = (Int(432 / size), Int(288 / size))
    let hot = Point(
      Double(dice.whole(1...(columns - 1))), Double(dice.whole(1...(rows - 1))))
    let (isFromLeft, isFromTop) = (dice.falls(below: 0.5), dice.falls(below: 0.5))
    let edge: SVG =
      #" stroke="\#(line)" stroke-width="\#(3 + size / 36)" stroke-linejoin="round""#
    ground(pane)
    rect(24, 36, 432, 288, isReversed ? tint : deep)
    for place in 0..<(columns * rows) {
      let (column, row) = (place % columns, place / columns)
      let across = Double(isFromLeft ? column : columns - 1 - column) / Double(columns - 1)
      let down = Double(isFromTop ? row : rows - 1 - row) / Double(rows - 1)
      let share = min(max(across * 0.6 + down * 0.4 + dice.between(-0.12, 0.12), 0), 1)
      let shade = isReversed ? deep.mixed(mid, share * 0.8) : pane.mixed(mid, share)
      let origin = Point(24 + Double(column) * size, 36 + Double(row) * size)
      polygon(Self.octagon(origin, size), shade, edge: edge)
    }
    let (middle, half) = (Point(24, 36) + hot * size, size * 0.29)
    let corners = [Point(half, 0), Point(0, half), Point(-half, 0), Point(0, -half)]
    polygon(corners.map { middle + $0 }, .vermilion, edge: edge)
    add(#"<rect x="24" y="36" width="432" height="288" fill="none" stroke="\#(line)""#)
    add(#" stroke-width="9"/>"#)
  }

  private static func octagon(_ origin: Point, _ size: Double) -> [Point] {
    let (near, far) = (size * 0.29, size * 0.71)
    return [
      Point(near, 0), Point(far, 0), Point(size, near), Point(size, far), Point(far, size),
      Point(near, size), Point(0, far), Point(0, near),
    ].map { origin + $0 }
  }
}
