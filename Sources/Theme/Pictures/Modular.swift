extension Painting {
  /// 印: a mark for a house, built on a grid of quarter circles, or a field of such cells.
  mutating func modular() {
    switch dice.pick(["field", "mark", "mark", "mirror"]) {
    case "field": field()
    case "mark": mark(isMirrored: false)
    default: mark(isMirrored: true)
    }
  }

  private mutating func field() {
    let columns = dice.pick([4, 6])
    let size = Self.width / Double(columns)
    let rows = Int((Self.height / size).rounded(.up))
    let hot = dice.whole(0...(columns * rows - 1))
    ground(.paper)
    let pairs: [(Colour, Colour)] = [
      (deep, tint), (mid, .paper), (.ink, tint), (tint, deep), (.paper, mid), (deep, mid),
    ]
    for index in 0..<(columns * rows) {
      let origin = Point(Double(index % columns) * size, Double(index / columns) * size)
      var (figure, sheet) = dice.pick(pairs)
      if index == hot { (figure, sheet) = (.vermilion, tint) }
      rect(origin.x, origin.y, size, size, sheet)
      let shape = dice.pick([.quarter, .quarter, .quarter] + Cell.Shape.rest)
      cell(Cell(shape: shape, turn: dice.whole(0...3), colour: figure), origin, size, sheet)
    }
  }

  private mutating func mark(isMirrored: Bool) {
    let sheet = isReversed ? deep : dice.pick([.paper, tint, deep])
    let figure = sheet == deep ? Colour.paper : .ink
    let second = sheet == .paper ? deep : mid
    ground(sheet)
    let count = dice.pick([2, 2, 3])
    let size = (count == 2 ? 196.0 : 216) / Double(count)
    let half = Double(count) * size / 2
    let origin = Point(240 - half, 180 - half)
    if dice.falls(below: 0.7) { construction(origin, size, count, sheet.mixed(figure, 0.16)) }
    let shapes = dice.pick(Cell.Shape.sets)
    var cells: [(column: Int, row: Int, cell: Cell)] = []
    for row in 0..<count {
      for column in 0..<(isMirrored ? (count + 1) / 2 : count) {
        let shape = dice.pick(shapes)
        let turn = dice.whole(0...3)
        let cell = Cell(shape: shape, turn: turn, colour: dice.pick([figure, figure, second]))
        cells.append((column, row, cell))
      }
    }
    if isMirrored { Self.mirror(&cells, count) }
    let hot = dice.pick(Array(cells.indices))
    cells[hot].cell.colour = .vermilion
    // Nothing but squares would be no mark at all.
    if cells.allSatisfy({ $0.cell.shape == .square }) { cells[hot].cell.shape = .disc }
    for (column, row, each) in cells {
      cell(each, origin + Point(Double(column), Double(row)) * size, size, sheet)
    }
  }

  private static func mirror(_ cells: inout [(column: Int, row: Int, cell: Cell)], _ count: Int) {
    for (index, (column, row, cell)) in cells.enumerated() {
      if count - 1 - column != column {
        cells.append((count - 1 - column, row, cell.mirrored))
      } else if [.quarter, .triangle, .arch].contains(cell.shape) {
        // Alone in the middle, it must be its own mirror image.
        cells[index].cell.shape = .disc
      }
    }
  }

  private mutating func construction(
    _ origin: Point, _ size: Double, _ count: Int, _ line: Colour
  ) {
    var grid: SVG = ""
    for index in 0...count {
      let offset = Double(index) * size
      grid += "M\(origin.x + offset) 0V\(Self.height)M0 \(origin.y + offset)H\(Self.width)"
    }
    stroke(grid, line, 1)
    ring(Point(240, 180), Double(count) * size / 2 * 1.414, line, 1)
  }
}
