/// Columns that stand under each other on a terminal, also where Chinese takes two cells a sign.
struct Table {
  static let gap = 2

  let lines: [String]

  init(_ rows: [[String]]) {
    let rows = rows.map { $0.map(\.oneLine) }
    let count = rows.map(\.count).max() ?? 0
    // The last column needs no room after it.
    let widths = (0..<max(0, count - 1)).map { column in
      rows.map { column < $0.count - 1 ? $0[column].cells : 0 }.max() ?? 0
    }
    lines = rows.map { row in
      row.enumerated().map { column, cell in
        let isLast = column == row.count - 1
        let room = isLast ? 0 : max(0, widths[column] - cell.cells) + Self.gap
        return cell + String(repeating: " ", count: room)
      }.joined().withoutTrailingSpace
    }
  }
}

extension String {
  /// How many cells of a terminal it takes.
  var cells: Int { reduce(0) { $0 + $1.cells } }

  /// What people have written can hold signs that a terminal obeys: they are not let through.
  var oneLine: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x09, 0x0A, 0x0D: " "
          case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
          default: scalar
          }
        }))
  }

  fileprivate var withoutTrailingSpace: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}

extension Character {
  /// As terminals count: two for what Unicode calls wide, and for pictures.
  fileprivate var cells: Int {
    guard let first = unicodeScalars.first else { return 0 }
    let isPicture = unicodeScalars.contains { $0.value == 0xFE0F }
    if isPicture || first.isWide { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return 1
    }
  }
}

extension Unicode.Scalar {
  /// The ranges of UAX #11 whose signs are W or F, joined where nothing assigned lies between.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18AFF, 0x1B000...0x1B2FF,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: properties.isEmojiPresentation
    }
  }
}
