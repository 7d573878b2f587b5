internal import Glibc

extension Painting {
  /// 瓦: a roof of scales, whose colours run in two slow waves.
  mutating func tiles() {
    let radius = dice.pick([40.0, 48, 60])
    ground(deep)
    let rings = dice.pick([2, 3, 3])
    let rows = Int(Self.height / (radius * 0.5)) + 3
    let columns = Int(Self.width / (2 * radius))
    let shade = deep.mixed(.ink, 0.3)
    let palette =
      isReversed
      ? [deep, mid, shade, mid.mixed(tint, 0.5), deep.mixed(mid, 0.5)]
      : [mid, tint, mid.mixed(tint, 0.5), deep, .paper]
    let inside = (2...(rows - 6)).flatMap { row in
      (1...(columns - 1)).map { (row: row, column: $0) }
    }
    let hot = dice.pick(inside)
    let phase = dice.between(0, 6)
    let pace = dice.between(0.4, 1.1)
    var kinds: [Colour] = []
    var roof: SVG = ""
    for row in 0..<rows {
      for column in -1...(columns + 1) {
        let wave =
          sin(Double(column) * pace + phase) + cos(Double(row) * 0.55 + phase * 2)
          + dice.between(-0.7, 0.7)
        let scale = palette[min(4, max(0, Int((wave + 2.2) / 4.4 * 5)))]
        let colour = (row, column) == hot ? .vermilion : scale
        let kind = kinds.firstIndex(of: colour) ?? kinds.endIndex
        if kind == kinds.endIndex { kinds.append(colour) }
        let x = Double(column) * 2 * radius + (row % 2 == 1 ? radius : 0)
        roof += ##"<use href="#t\##(kind)" x="\##(x)" y="\##(Double(row) * radius * 0.5)"/>"##
      }
    }
    add("<defs>")
    for (kind, colour) in kinds.enumerated() {
      let isDark = colour == deep || colour == .vermilion || colour == shade
      add(#"<g id="t\#(kind)">"#)
      tile(colour, isDark ? .paper : deep, radius, rings)
      add("</g>")
    }
    add("</defs>\(roof)")
  }

  private mutating func tile(_ colour: Colour, _ line: Colour, _ radius: Double, _ rings: Int) {
    let middle = Point(0, 0)
    ring(middle, radius, .paper, 3, fill: colour)
    for inner in 1..<rings {
      ring(middle, radius * (1 - Double(inner) / Double(rings)), line, 2)
    }
  }
}
