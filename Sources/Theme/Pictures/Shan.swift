internal import Glibc

extension Painting {
  /// 山: ridges one behind the other, mist between them, and a boat on the last water.
  mutating func shan() {
    ground(isReversed ? tint : .paper)
    let sunX = dice.between(90, 390)
    let sunSize = dice.between(30, 54)
    let sunY = dice.between(78, 128)
    let layers = dice.whole(4...5)
    for layer in 0..<layers {
      let nearness = Double(layer) / Double(layers - 1)
      let base = 150 + nearness * 150 + dice.between(-8, 8)
      let far = tint.mixed(mid, 0.55)
      let near = deep.mixed(.ink, 0.25)
      let peaks = dice.between(1.4, 2.8) + (1 - nearness)
      let outline = ridge(base: base, height: 40 - nearness * 12, peaks: peaks)
      if layer == 0 {
        // High enough that half of it is above the farthest ridge.
        circle(Point(sunX, min(sunY, top(of: outline, at: sunX))), sunSize, .vermilion)
      }
      land(outline, far.mixed(near, pow(nearness, 1.1)))
      if layer < layers - 1, dice.falls(below: 0.75) { mist(base + 34) }
    }
    if dice.falls(below: 0.6) { birds() }
    let boat = dice.between(70, 360)
    fill("M\(boat) 334q28 15 58 0l-8 9h-42z", .paper)
    fill("M\(boat + 16) 336q12 -17 26 0z", .paper)
  }

  private func top(of outline: [Point], at x: Double) -> Double {
    guard let right = outline.firstIndex(where: { $0.x > x }), right > 0 else { return 0 }
    let (from, to) = (outline[right - 1], outline[right])
    return from.y + (to.y - from.y) * (x - from.x) / (to.x - from.x)
  }

  private mutating func mist(_ y: Double) {
    for line in 0..<dice.whole(1...3) {
      let x = dice.between(-30, 330)
      rect(x, y + Double(line) * 9, dice.between(70, 210), 3, .paper, rounded: 1.5)
    }
  }

  private mutating func birds() {
    let first = Point(dice.between(60, 380), dice.between(50, 90))
    for bird in 0..<dice.whole(2...4) {
      let place = first + Point(Double(bird) * 22, Double(bird % 2) * 11)
      stroke("M\(place)q5 -7 9 0q4 -7 9 0", .ink, 1.8)
    }
  }
}
