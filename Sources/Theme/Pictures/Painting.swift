internal import Glibc

/// A picture while it is drawn: flat shapes on a sheet of 480 by 360. What each motif draws is in a
/// file of its own; all of it comes from the dice and the pigment.
struct Painting {
  static let width = 480.0
  static let height = 360.0

  var dice: Dice
  let pigment: Pigment
  /// Ground and figure have changed places.
  let isReversed: Bool
  private(set) var bytes: [UInt8] = []

  var deep: Colour { pigment.deep }
  var mid: Colour { pigment.mid }
  var tint: Colour { pigment.tint }

  init(dice: Dice, pigment: Pigment, isReversed: Bool) {
    (self.dice, self.pigment, self.isReversed) = (dice, pigment, isReversed)
    bytes.reserveCapacity(12 << 10)
    add(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(Self.height)" \
      width="\(Self.width)" height="\(Self.height)">
      """)
  }

  consuming func finish() -> String {
    add("</svg>")
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func add(_ markup: SVG) { bytes += markup.bytes }

  mutating func ground(_ colour: Colour) { rect(0, 0, Self.width, Self.height, colour) }

  mutating func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ fill: Colour,
    rounded: Double = 0
  ) {
    add(#"<rect x="\#(x)" y="\#(y)" width="\#(width)" height="\#(height)" fill="\#(fill)""#)
    add(rounded > 0 ? #" rx="\#(rounded)"/>"# : "/>")
  }

  mutating func circle(_ centre: Point, _ radius: Double, _ fill: Colour) {
    add(#"<circle cx="\#(centre.x)" cy="\#(centre.y)" r="\#(radius)" fill="\#(fill)"/>"#)
  }

  /// A circle that is drawn, and filled or not.
  mutating func ring(
    _ centre: Point, _ radius: Double, _ line: Colour, _ width: Double, fill: Colour? = nil,
    dashes: SVG? = nil
  ) {
    add(#"<circle cx="\#(centre.x)" cy="\#(centre.y)" r="\#(radius)" fill=""#)
    add(fill.map { "\($0)" } ?? "none")
    add(#"" stroke="\#(line)" stroke-width="\#(width)""#)
    if let dashes { add(#" stroke-dasharray="\#(dashes)""#) }
    add("/>")
  }

  mutating func polygon(_ points: [Point], _ fill: Colour, edge: SVG = "") {
    var corners: SVG = ""
    for (index, point) in points.enumerated() {
      corners += index == 0 ? "\(point, by: ",")" : " \(point, by: ",")"
    }
    add(#"<polygon points="\#(corners)" fill="\#(fill)"\#(edge)/>"#)
  }

  mutating func fill(_ path: SVG, _ colour: Colour) {
    add(#"<path d="\#(path)" fill="\#(colour)"/>"#)
  }

  mutating func stroke(_ path: SVG, _ colour: Colour, _ width: Double, ends: SVG = "") {
    add(#"<path d="\#(path)" fill="none" stroke="\#(colour)" stroke-width="\#(width)"\#(ends)/>"#)
  }

  /// The outline of hills far away: five octaves of a sine.
  mutating func ridge(base: Double, height: Double, peaks: Double) -> [Point] {
    let waves = (1...5).map { octave in
      let number = Double(octave)
      let phase = dice.between(0, 6.28)
      return (
        phase: phase, pace: dice.between(0.7, 1.3) * number, share: 1 / pow(number, 1.15)
      )
    }
    return stride(from: -24.0, to: Self.width + 48, by: 24).map { x in
      let swing = waves.reduce(0) {
        $0 + sin(x / Self.width * peaks * 2.1 * $1.pace + $1.phase) * $1.share
      }
      return Point(x, base - height * swing)
    }
  }

  /// All below an outline.
  mutating func land(_ outline: [Point], _ colour: Colour) {
    fill("\(SVG.smooth(outline))V\(Self.height)H\(outline[0].x)Z", colour)
  }
}
