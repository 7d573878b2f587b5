internal import Glibc

extension Painting {
  /// 七巧: the seven pieces of one square, turned and drawn apart.
  mutating func tangram() {
    let sheet = isReversed ? deep : tint
    var colours = dice.shuffle([
      isReversed ? .paper : deep, mid, .ink, isReversed ? tint : deep.mixed(mid, 0.5),
      mid.mixed(.ink, 0.35), isReversed ? deep.mixed(.ink, 0.4) : .paper,
    ])
    colours.insert(.vermilion, at: dice.pick([2, 3, 4, 6]))
    let turn = dice.pick([0, 0.25, 0.5, 0.75, 1, 1.5]) * Double.pi
    let apart = dice.pick([0.05, 0.16, 0.3])
    let isUpright = turn.truncatingRemainder(dividingBy: .pi / 2) < 0.1
    let scale = (isUpright ? 62 : 54) - apart * 20
    ground(sheet)
    for (piece, colour) in zip(Self.pieces, colours) {
      let middle = piece.reduce(Point(0, 0), +) / Double(piece.count) - 2
      let corners = piece.map {
        let corner = $0 - 2 + middle * apart
        return Point(
          240 + (corner.x * cos(turn) - corner.y * sin(turn)) * scale,
          180 + (corner.x * sin(turn) + corner.y * cos(turn)) * scale)
      }
      polygon(corners, colour)
    }
  }

  /// In a square of four by four.
  private static let pieces: [[Point]] = [
    [Point(0, 0), Point(4, 0), Point(2, 2)],
    [Point(0, 0), Point(2, 2), Point(0, 4)],
    [Point(3, 1), Point(4, 0), Point(4, 2)],
    [Point(2, 2), Point(3, 1), Point(4, 2), Point(3, 3)],
    [Point(2, 2), Point(3, 3), Point(1, 3)],
    [Point(0, 4), Point(1, 3), Point(3, 3), Point(2, 4)],
    [Point(2, 4), Point(4, 2), Point(4, 4)],
  ]
}
