extension Painting {
  /// 窗: the lattice of a window, as cracked ice, as octagons, or as frames around a view.
  mutating func lattice() {
    let line = isReversed ? .paper : deep
    switch dice.whole(0...2) {
    case 0: crackedIce(line)
    case 1: octagons(line, pane)
    default: frames(line)
    }
  }

  private var pane: Colour { isReversed ? deep : .paper }

  private mutating func crackedIce(_ line: Colour) {
    var pieces: [(area: Double, corners: [Point])] = []
    var cracked = [[Point(24, 24), Point(456, 24), Point(456, 336), Point(24, 336)]]
    while pieces.count + cracked.count < 30 {
      for piece in cracked {
        let area = Self.area(piece)
        let place = pieces.firstIndex { $0.area > area } ?? pieces.endIndex
        pieces.insert((area, piece), at: place)
      }
      cracked = crack(pieces.removeLast().corners)
    }
    let all = pieces.map(\.corners) + cracked
    let hot = dice.whole(8...22)
    ground(pane)
    let light = [mid, tint, deep.mixed(mid, 0.35), pane, pane]
    let dark = [deep.mixed(mid, 0.4), deep, deep, deep.mixed(.ink, 0.3)]
    let edge: SVG = #" stroke="\#(line)" stroke-width="5" stroke-linejoin="round""#
    for (index, piece) in all.enumerated() {
      let colour = index == hot ? .vermilion : dice.pick(isReversed ? dark : light)
      polygon(piece, colour, edge: edge)
    }
    add(#"<rect x="24" y="24" width="432" height="312" fill="none" stroke="\#(line)""#)
    add(#" stroke-width="9"/>"#)
  }

  private static func area(_ corners: [Point]) -> Double {
    var twice = 0.0
    for (index, corner) in corners.enumerated() {
      let before = corners[index == 0 ? corners.count - 1 : index - 1]
      twice += corner.x * before.y - before.x * corner.y
    }
    return twice.magnitude / 2
  }

  /// In two, from one of the two longest edges to the other.
  private mutating func crack(_ corners: [Point]) -> [[Point]] {
    func end(_ edge: Int) -> Point { corners[(edge + 1) % corners.count] }
    func length(_ edge: Int) -> Double {
      let along = end(edge) - corners[edge]
      return (along.x * along.x + along.y * along.y).squareRoot()
    }
    let lengths = corners.indices.map(length)
    // Of equal edges the first, as a sort that is not stable would not promise.
    let byLength = corners.indices.sorted { (-lengths[$0], $0) < (-lengths[$1], $1) }
    let (first, second) = (min(byLength[0], byLength[1]), max(byLength[0], byLength[1]))
    let here = dice.between(0.36, 0.64)
    let there = dice.between(0.36, 0.64)
    let from = corners[first] + (end(first) - corners[first]) * here
    let to = corners[second] + (end(second) - corners[second]) * there
    return [
      [from] + corners[(first + 1)...second] + [to],
      [to] + corners[(second + 1)...] + corners[...first] + [from],
    ]
  }

  /// 步步锦: struts hold each frame in the next.
  private mutating func frames(_ line: Colour) {
    let unit = 24.0
    ground(pane)
    let levels = dice.whole(3...4)
    let step = dice.pick([1.5, 1.75])
    let across = (0..<levels).map { _ in dice.between(0.18, 0.42) }
    let down = (0..<levels).map { _ in dice.between(0.2, 0.45) }
    func corner(_ level: Int) -> Point {
      Point(1 + Double(level) * step, 1 + Double(level) * step * 0.8)
    }
    var lattice: SVG = ""
    func strut(_ from: Point, _ to: Point) { lattice += "M\(from * unit)L\(to * unit)" }
    for level in 0..<levels {
      let (origin, size) = (corner(level), Point(20, 15) - 2 * corner(level))
      lattice += "M\(origin * unit)h\(size.x * unit)v\(size.y * unit)h\(-size.x * unit)z"
    }
    for level in 0..<(levels - 1) {
      let (outer, inner) = (corner(level), corner(level) + Point(step, step * 0.8))
      let (left, top) = (across[level], down[level])
      for share in level % 2 == 1 ? [left, 1 - left] : [left, 0.5, 1 - left] {
        let x = inner.x + (20 - 2 * inner.x) * share
        strut(Point(x, outer.y), Point(x, inner.y))
        strut(Point(x, 15 - outer.y), Point(x, 15 - inner.y))
      }
      for share in [top, 1 - top] {
        let y = inner.y + (15 - 2 * inner.y) * share
        strut(Point(outer.x, y), Point(inner.x, y))
        strut(Point(20 - outer.x, y), Point(20 - inner.x, y))
      }
    }
    let (last, size) = (corner(levels - 1), Point(20, 15) - 2 * corner(levels - 1))
    view(last * unit, size * unit)
    stroke(lattice, line, 6)
  }

  /// What the window shows: the sun alone, rising, or beside a hill.
  private mutating func view(_ origin: Point, _ size: Point) {
    let sky = isReversed ? deep.mixed(mid, 0.45) : mid
    let far = origin + size
    rect(origin.x, origin.y, size.x, size.y, sky)
    switch dice.whole(0...2) {
    case 0: circle(origin + size / 2, size.y * 0.3, .vermilion)
    case 1:
      let radius = size.y * dice.between(0.42, 0.6)
      let x = origin.x + size.x * dice.between(0.4, 0.6)
      fill("M\(x - radius) \(far.y)A\(radius) \(radius) 0 0 1 \(x + radius) \(far.y)Z", .vermilion)
    default:
      let side = dice.pick([0.28, 0.72])
      let sun = origin + size * Point(side, dice.between(0.32, 0.42))
      circle(sun, size.y * 0.2, .vermilion)
      let top = origin + size * Point(1 - side, dice.between(0.3, 0.42))
      let hill = size * Point(0.5, 0)
      let slopes: SVG = "M\(origin.x) \(far.y)V\(far.y - size.y * 0.2)"
      fill(
        "\(slopes)Q\(top - hill / 2 + Point(0, size.y * 0.4)) \(top)T\(far - size * Point(0, 0.2))V\(far.y)Z",
        isReversed ? deep.mixed(.ink, 0.25) : deep.mixed(mid, 0.3))
    }
  }
}
