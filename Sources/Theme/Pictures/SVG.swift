internal import Glibc

typealias Point = SIMD2<Double>

extension Point {
  /// At a distance from here, in a direction in radians; clockwise, since y grows downwards.
  func toward(_ angle: Double, _ distance: Double) -> Point {
    self + Point(cos(angle), sin(angle)) * distance
  }
}

/// A piece of SVG: markup, or the data of a path. A number in it has at most one decimal, and a
/// point is two numbers.
struct SVG: ExpressibleByStringInterpolation {
  private(set) var bytes: [UInt8]

  init(stringLiteral text: String) { bytes = Array(text.utf8) }
  init(stringInterpolation pieces: Pieces) { bytes = pieces.bytes }

  static func += (left: inout SVG, right: SVG) { left.bytes += right.bytes }

  struct Pieces: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 8 * interpolationCount)
    }

    mutating func appendLiteral(_ text: String) { bytes += text.utf8 }
    mutating func appendInterpolation(_ piece: SVG) { bytes += piece.bytes }
    mutating func appendInterpolation(_ number: Int) { bytes.append(whole: UInt64(number)) }
    mutating func appendInterpolation(_ number: Double) { bytes.append(tenths: number) }

    mutating func appendInterpolation(_ point: Point, by separator: Unicode.Scalar = " ") {
      bytes.append(point, by: separator)
    }

    mutating func appendInterpolation(_ colour: Colour) {
      bytes.append(UInt8(ascii: "#"))
      for shift in stride(from: UInt32(20), through: 0, by: -4) {
        let digit = UInt8(colour.bits >> shift & 15)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}

extension SVG {
  /// From the first point straight through the others.
  static func straight(_ points: [Point]) -> SVG {
    var path: SVG = "M"
    path.bytes.reserveCapacity(points.count * 12)
    for (index, point) in points.enumerated() {
      if index > 0 { path.bytes.append(UInt8(ascii: "L")) }
      path.bytes.append(point, by: " ")
    }
    return path
  }

  /// A soft curve through all the points (Catmull-Rom). It begins with `M`, or elsewhere with `L`.
  static func smooth(_ points: [Point], joined: Bool = false) -> SVG {
    var path: SVG = joined ? "L\(points[0])" : "M\(points[0])"
    for index in points.indices.dropLast() {
      let (here, next) = (points[index], points[index + 1])
      let before = points[max(index - 1, 0)]
      let after = points[min(index + 2, points.count - 1)]
      path += "C\(here + (next - before) / 6) \(next - (after - here) / 6) \(next)"
    }
    return path
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ point: Point, by separator: Unicode.Scalar) {
    append(tenths: point.x)
    append(UInt8(ascii: separator))
    append(tenths: point.y)
  }

  fileprivate mutating func append(whole number: UInt64) {
    if number > 9 { append(whole: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Rounded to a tenth as if it had been multiplied exactly; a half goes to the even tenth.
  fileprivate mutating func append(tenths number: Double) {
    if number.sign == .minus { append(UInt8(ascii: "-")) }
    let size = number.magnitude
    let product = size * 10
    let below = product.rounded(.down)
    var tenths = UInt64(below)
    if product - below > 0.5 {
      tenths += 1
    } else if product - below == 0.5 {
      // What the multiplication itself rounded away.
      let lost = (-product).addingProduct(size, 10)
      if lost > 0 || (lost == 0 && tenths % 2 == 1) { tenths += 1 }
    }
    append(whole: tenths / 10)
    guard tenths % 10 > 0 else { return }
    append(UInt8(ascii: "."))
    append(whole: tenths % 10)
  }
}
