extension Painting {
  /// 扇: a folding fan, its ribs in turn, in a gradation or in groups of three.
  mutating func fan() {
    let sheet = isReversed ? deep : tint
    ground(sheet)
    let pivot = Point(240, dice.between(288, 306))
    let outer = 252.0
    let inner = dice.between(84, 112)
    let ribs = dice.pick([14, 18, 22])
    let (start, end) = (Double.pi * 1.08, Double.pi * 1.92)
    let hot = dice.whole(2...(ribs - 3))
    let angles = (0...ribs).map { start + (end - start) * Double($0) / Double(ribs) }
    let (one, two) = (isReversed ? .paper : deep, mid)
    let style = dice.whole(0...2)
    let wood = isReversed ? Colour.paper : .ink
    func leaf(_ rib: Int) -> Colour {
      switch style {
      case _ where rib == hot: .vermilion
      case 0: rib % 2 == 1 ? one : two
      case 1: two.mixed(one, Double(rib) / Double(ribs))
      default: rib / 3 % 2 == 1 ? one : two.mixed(.paper, 0.3)
      }
    }
    for rib in 0..<ribs {
      let (left, right) = (angles[rib], angles[rib + 1])
      polygon(
        [
          pivot.toward(left, inner), pivot.toward(left, outer),
          pivot.toward((left + right) / 2, outer + 4), pivot.toward(right, outer),
          pivot.toward(right, inner),
        ], leaf(rib))
      stroke("M\(pivot)L\(pivot.toward(left, inner))", wood, 2)
    }
    stroke("M\(pivot)L\(pivot.toward(end, inner))", wood, 2)
    if style != 0 {
      for share in dice.pick([[0.25], [0.3, 0.36], [0.2, 0.8], [0.75, 0.69]]) {
        let radius = inner + (outer - inner) * share
        let (from, to) = (pivot.toward(start, radius), pivot.toward(end, radius))
        stroke("M\(from)A\(radius) \(radius) 0 0 1 \(to)", sheet, 4)
      }
    }
    circle(pivot, 10, wood)
  }
}
