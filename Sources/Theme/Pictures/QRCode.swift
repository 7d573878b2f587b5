import CQR

/// A text that a telephone reads from the screen: the path of its dark squares, each one wide, on a
/// field of `size` by `size`.
package struct QRCode: Hashable, Sendable {
  /// With the rim that a reader needs.
  package let size: Int
  /// The data of a path of SVG.
  package let path: String

  private static let rim = 4

  /// Nil for a text that is empty, has a NUL or is too long for any.
  package init?(_ text: String) {
    guard !text.isEmpty, !text.utf8.contains(0),
      let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
    else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    let squares = UnsafeBufferPointer(start: code.pointee.data, count: width * width)
    size = width + 2 * Self.rim
    path = (0..<width).map { row in
      Self.runs(squares[row * width..<(row + 1) * width]).map { run in
        "M\(run.lowerBound + Self.rim) \(row + Self.rim)h\(run.count)v1h-\(run.count)z"
      }.joined()
    }.joined()
  }

  /// Where the dark squares of a row are, counted from its start.
  private static func runs(_ row: Slice<UnsafeBufferPointer<UInt8>>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    // The lowest bit alone is the colour.
    for (column, square) in row.enumerated() where square & 1 == 1 {
      if let last = runs.last, last.upperBound == column {
        runs[runs.count - 1] = last.lowerBound..<column + 1
      } else {
        runs.append(column..<column + 1)
      }
    }
    return runs
  }
}
