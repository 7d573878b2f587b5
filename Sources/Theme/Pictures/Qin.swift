internal import Glibc

extension Painting {
  /// 琴: seven strings, of which each sounds somewhere, and above them the thirteen marks.
  mutating func qin() {
    let line = isReversed ? tint : deep
    ground(isReversed ? deep : tint)
    let hot = dice.whole(1...5)
    let middle = dice.between(0.25, 0.75)
    for string in 0..<7 {
      let sound = string == hot ? Colour.vermilion : line
      let width = string == hot ? 5.5 : 5.5 - Double(string) * 0.55
      stroke(
        wave(60 + Double(string) * 40, around: middle), sound, width,
        ends: #" stroke-linejoin="round""#)
    }
    for (index, place) in Self.marks.enumerated() {
      circle(Point(24 + place * 470, 26), index == 7 ? 6 : 4, line)
    }
  }

  /// Where a touch makes a harmonic, as shares of the string.
  private static let marks = [
    0, 0.125, 0.167, 0.2, 0.25, 0.333, 0.4, 0.5, 0.6, 0.667, 0.75, 0.8, 0.833,
  ]

  private mutating func wave(_ y: Double, around middle: Double) -> SVG {
    let height = dice.between(3, 17)
    let turns = Double(dice.whole(7...17))
    let centre = middle + dice.between(-0.18, 0.18)
    let spread = dice.between(0.12, 0.26)
    let steps = 96
    return .straight(
      (0...steps).map { step in
        let along = Double(step) / Double(steps)
        let envelope = exp(-pow((along - centre) / spread, 2))
        return Point(
          along * Self.width, y + sin(along * turns * 6.283) * height * envelope)
      })
  }
}
