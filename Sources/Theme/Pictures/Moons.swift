internal import Glibc

extension Painting {
  /// 月: the moon over a river, behind a plum branch, or with all its phases over the hills.
  mutating func moons() {
    switch dice.whole(0...2) {
    case 0: overRiver()
    case 1: behindBranch()
    default: phases()
    }
  }

  private var sky: Colour { isReversed ? mid.mixed(deep, 0.3) : deep.mixed(.ink, 0.35) }
  private var moonlight: Colour { isReversed ? .paper : tint.mixed(.paper, 0.5) }

  private mutating func moon(_ middle: Point, _ radius: Double) {
    ground(sky)
    circle(middle, radius + 34, sky.mixed(isReversed ? tint : mid, 0.24))
    circle(middle, radius, moonlight)
  }

  /// Thin clouds before it, its broken image in the water, and a boat with a lantern.
  private mutating func overRiver() {
    let radius = dice.between(92, 116)
    let middle = Point(dice.between(150, 330), dice.between(128, 150))
    moon(middle, radius)
    for cloud in 0..<dice.whole(2...3) {
      let y = middle.y - radius * 0.4 + Double(cloud) * 44 + dice.between(-8, 8)
      let x = middle.x + dice.between(-radius - 60, -10)
      rect(x, y, dice.between(120, 200), 11, sky, rounded: 5.5)
      rect(x + dice.between(30, 70), y + 11, dice.between(60, 110), 11, sky, rounded: 5.5)
    }
    let shore = 252.0
    let peaks = dice.between(1.6, 2.6)
    land(ridge(base: shore - 16, height: 18, peaks: peaks), sky.mixed(deep.mixed(.ink, 0.8), 0.5))
    rect(0, shore, Self.width, Self.height - shore, deep.mixed(.ink, isReversed ? 0.1 : 0.72))
    for line in 0..<8 {
      let number = Double(line)
      let reach = radius * (1 - number * 0.085) * dice.between(0.55, 1)
      let x = middle.x - reach + dice.between(-12, 12)
      rect(x, shore + 9 + number * 12, reach * 2, 5, moonlight, rounded: 2.5)
    }
    let side = middle.x > 240 ? -1.0 : 1
    boat(middle.x + side * dice.between(150, 176), bow: side)
  }

  private mutating func boat(_ x: Double, bow side: Double) {
    fill("M\(x - 38) 300q38 18 76 0l-14 17h-48z", .paper)
    let mast = Point(x + side * 14, 306)
    stroke("M\(mast)V262H\(mast.x - side * 20)", .paper, 2.5)
    rect(mast.x - side * 20 - 11, 264, 22, 24, .vermilion, rounded: 9)
  }

  private mutating func behindBranch() {
    let radius = dice.between(112, 128)
    moon(Point(dice.between(190, 290), dice.between(160, 190)), radius)
    let side = dice.falls(below: 0.5) ? 1.0 : -1
    var branch = PlumBranch(root: Point(240 - side * 268, dice.between(290, 340)), side: side)
    branch.grow(&dice)
    let wood = isReversed ? Colour.ink : .ink.mixed(deep, 0.18)
    for (limb, width) in branch.limbs {
      stroke(.smooth(limb), wood, width, ends: #" stroke-linecap="round""#)
    }
    add(#"<defs><g id="b">"#)
    for petal in 0..<5 {
      let place = Point(0, 0).toward(Double(petal) * 1.2566 - 1.5708, 8.5)
      add(#"<circle cx="\#(place.x)" cy="\#(place.y)" r="7.5"/>"#)
    }
    add("</g></defs>")
    let hot = dice.whole(0...(branch.buds.count - 1))
    for (index, bud) in branch.buds.enumerated() {
      let colour = index == hot ? .vermilion : isReversed ? deep : mid
      add(##"<use href="#b" x="\##(bud.x)" y="\##(bud.y)" fill="\##(colour)"/>"##)
      circle(bud, 3, index == hot ? .paper : wood)
    }
  }

  /// Waxing on the left, waning on the right, along one arc.
  private mutating func phases() {
    ground(sky)
    let count = dice.pick([5, 7])
    let hot = dice.pick(Array(1..<(count - 1)))
    let dark = sky.mixed(isReversed ? deep : mid, isReversed ? 0.3 : 0.16)
    let centre = Point(240, dice.between(318, 336))
    let radius = dice.between(206, 218)
    stroke(
      "M\(centre + Point(-radius, 0))A\(radius) \(radius) 0 0 1 \(centre + Point(radius, 0))",
      sky.mixed(isReversed ? tint : mid, 0.35), 1.4)
    for index in 0..<count {
      let share = Double(index) / Double(count - 1)
      let size = (count == 5 ? 26 : 16) + (count == 5 ? 29 : 22) * sin(.pi * share)
      let place = centre.toward(.pi * (1.12 + 0.76 * share), radius)
      circle(place, size, dark)
      phase(place, size, 0.12 + 0.76 * share, index == hot ? .vermilion : moonlight)
    }
    for hill in 0..<2 {
      let number = Double(hill)
      let peaks = dice.between(1.4, 2.4)
      let outline = ridge(base: 292 + number * 34, height: 22 - number * 6, peaks: peaks)
      land(outline, sky.mixed(isReversed ? deep : .ink, 0.45 + number * 0.4))
    }
  }

  /// `age` is 0 for a new moon, 0.5 for a full one.
  private mutating func phase(_ middle: Point, _ radius: Double, _ age: Double, _ light: Colour) {
    let (top, bottom) = (middle - Point(0, radius), middle + Point(0, radius))
    let limb = age <= 0.5 ? 1 : 0
    let edge = cos(2 * .pi * age)
    let back = edge > 0 ? 1 - limb : limb
    let across = edge.magnitude * radius
    fill(
      "M\(top)A\(radius) \(radius) 0 0 \(limb) \(bottom)A\(across) \(radius) 0 0 \(back) \(top)Z",
      light)
  }
}
