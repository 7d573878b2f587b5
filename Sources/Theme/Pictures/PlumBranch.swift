internal import Glibc

/// A branch of a plum tree in winter: where its limbs run, and where it flowers.
struct PlumBranch {
  private(set) var limbs: [(line: [Point], width: Double)] = []
  private(set) var buds: [Point] = []
  private let root: Point
  /// 1 when it grows to the right, -1 to the left.
  private let side: Double

  init(root: Point, side: Double) {
    self.root = root
    self.side = side
  }

  mutating func grow(_ dice: inout Dice) {
    var line = [root]
    var slope = dice.between(0.3, 0.55)
    for joint in 0..<6 {
      let next = step(from: line[line.count - 1], slope, dice.between(58, 76))
      line.append(next)
      // It turns at each joint, and a twig goes the other way.
      let turn = joint % 2 == 0 ? -0.34 : 0.38
      slope += turn * dice.between(0.6, 1.2)
      if joint > 0, joint < 5 {
        twig(from: next, slope - turn * dice.between(2.2, 3.2), dice.between(56, 104), &dice)
      }
    }
    limbs.append((Array(line[...3]), 11))
    limbs.append((Array(line[2...]), 6.5))
    buds.append(line[line.count - 1])
    buds.removeAll { !(20...460).contains($0.x) || !(20...340).contains($0.y) }
  }

  private mutating func twig(
    from root: Point, _ slope: Double, _ length: Double, _ dice: inout Dice
  ) {
    let middle = step(from: root, slope, length * 0.5)
    let tip = step(from: middle, slope + dice.between(-0.3, 0.3), length * 0.5)
    limbs.append(([root, middle, tip], 3.5))
    buds.append(tip)
    if dice.falls(below: 0.7) { buds.append(middle + Point(dice.between(-9, 9), -10)) }
  }

  private func step(from place: Point, _ slope: Double, _ length: Double) -> Point {
    place + Point(side * cos(slope), -sin(slope)) * length
  }
}
