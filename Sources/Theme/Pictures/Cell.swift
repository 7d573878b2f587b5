/// One square of a grid, with a simple shape in it.
struct Cell {
  var shape: Shape
  /// In quarters, clockwise.
  var turn: Int
  var colour: Colour

  enum Shape {
    case quarter, triangle, disc, half, stripes, arch, square

    /// What a field of cells has besides quarters.
    static let rest: [Shape] = [.triangle, .disc, .half, .stripes, .arch, .arch]

    /// Shapes that go well together in one mark.
    static let sets: [[Shape]] = [
      [.quarter, .quarter, .arch], [.quarter, .triangle], [.quarter, .half, .disc],
      [.arch, .arch, .stripes], [.quarter, .square, .disc],
      [.triangle, .triangle, .square, .quarter],
    ]
  }

  /// As it looks in a mirror that stands beside it.
  var mirrored: Cell {
    let turns = shape == .half ? [0, 3, 2, 1] : [1, 0, 3, 2]
    return Cell(shape: shape, turn: turns[turn], colour: colour)
  }
}

extension Painting {
  /// `sheet` shows where the shape has a hole.
  mutating func cell(_ cell: Cell, _ origin: Point, _ size: Double, _ sheet: Colour) {
    let corners = [Point(0, 0), Point(1, 0), Point(1, 1), Point(0, 1)].map { origin + $0 * size }
    let (first, next) = (corners[cell.turn], corners[(cell.turn + 1) % 4])
    let last = corners[(cell.turn + 3) % 4]
    switch cell.shape {
    case .quarter: quarter(first, next, last, size, cell.colour)
    case .triangle: polygon([first, next, last], cell.colour)
    case .disc: circle(origin + size / 2, size / 2, cell.colour)
    case .half: fill("M\(first)L\(next)A\(size / 2) \(size / 2) 0 0 1 \(first)Z", cell.colour)
    case .stripes: stripes(origin, size, areLevel: cell.turn % 2 == 1, cell.colour)
    case .arch:
      quarter(first, next, last, size, cell.colour)
      let (near, far) = (first + (next - first) * 0.5, first + (last - first) * 0.5)
      quarter(first, near, far, size / 2, sheet)
    case .square: rect(origin.x, origin.y, size, size, cell.colour)
    }
  }

  private mutating func quarter(
    _ centre: Point, _ from: Point, _ to: Point, _ radius: Double, _ colour: Colour
  ) {
    fill("M\(centre)L\(from)A\(radius) \(radius) 0 0 1 \(to)Z", colour)
  }

  private mutating func stripes(
    _ origin: Point, _ size: Double, areLevel: Bool, _ colour: Colour
  ) {
    let width = size / 7
    for stripe in 0..<4 {
      let offset = Double(stripe) * 2 * width
      if areLevel {
        rect(origin.x, origin.y + offset, size, width, colour)
      } else {
        rect(origin.x + offset, origin.y, width, size, colour)
      }
    }
  }
}
