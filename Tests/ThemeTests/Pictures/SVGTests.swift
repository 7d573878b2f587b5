import Foundation
import Testing

@testable import Theme

@Suite struct SVGTests {
  @Test(arguments: [
    (0.25, "0.2"), (0.75, "0.8"), (-0.25, "-0.2"), (0.35, "0.3"), (0.15, "0.1"), (2.45, "2.5"),
    (9.95, "9.9"), (99.96, "100"), (480, "480"), (-0.04, "-0"), (12.34, "12.3"),
  ])
  func `a number is rounded as what it is, and a half to the even tenth`(
    number: Double, text: String
  ) {
    #expect(written("\(number)") == text)
  }

  @Test func `numbers are written as C writes them`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let eighths = Double(Int.random(in: -8000...8000, using: &random)) / 8
      for number in [eighths, eighths / 2.5, Double.random(in: -600...600, using: &random)] {
        let expected = String(format: "%.1f", number)
        let short = expected.hasSuffix(".0") ? String(expected.dropLast(2)) : expected
        #expect(written("\(number)") == short, "\(number.bitPattern)")
      }
    }
  }

  @Test func `a point is two numbers, and a colour six digits`() {
    #expect(written("M\(Point(1, 2.5))L\(Point(0, -3), by: ",")") == "M1 2.5L0,-3")
    #expect(written("\(Colour.vermilion)\(Colour(0x00000A))") == "#c5341f#00000a")
    #expect(Colour.ink.mixed(.paper, 0) == .ink && Colour.ink.mixed(.paper, 1) == .paper)
  }

  private func written(_ svg: SVG) -> String { String(decoding: svg.bytes, as: UTF8.self) }
}
