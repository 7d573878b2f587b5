package import Theme

/// The mark of a person or a studio: one or two characters of the name, cut in a shape and pressed
/// in an ink. Both follow from the characters, so it is the same wherever it stands.
package struct Seal: View {
  package let letters: String
  package let ink: Token
  package let shape: Token
  package let isDouble: Bool

  package init(of name: String, isStudio: Bool) {
    letters = Self.letters(of: name, isStudio: isStudio)
    let hash = Self.fnv1a("seal|\(letters)")
    ink = Self.inks[Int(hash % UInt32(Self.inks.count))]
    shape = Self.shapes[Int(hash / 7 % UInt32(Self.shapes.count))]
    isDouble = letters.count > 1
  }

  private static let inks: [Token] = ["k1", "k2", "k3", "k4", "k5", "k6"]
  private static let shapes: [Token] = [
    "square", "square", "bare", "square", "round", "bare", "square",
  ]
  /// Family names of two characters, which people do not cut in half.
  private static let longNames: Set<String> = [
    "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "夏侯", "皇甫", "尉迟", "公孙", "令狐", "慕容", "端木", "独孤",
    "南宫", "百里", "澹台", "宇文", "长孙", "轩辕",
  ]

  /// The family name of a person, two characters of a studio, the initial of a Latin name.
  private static func letters(of name: String, isStudio: Bool) -> String {
    let start = String(name.prefix { !$0.isWhitespace }.prefix(2))
    guard let first = start.first else { return "·" }
    guard start.unicodeScalars.allSatisfy(\.properties.isIdeographic) else {
      return String(first).uppercased()
    }
    return isStudio || longNames.contains(start) ? start : String(first)
  }

  private static func fnv1a(_ text: String) -> UInt32 {
    text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }

  package static let about = "The mark of a person or a studio."
  package static let fields = Fields<Self>(
    Field("letters", \.letters, "One or two characters of the name."),
    Field("ink", \.ink, "The class of its ink: k1 to k6."),
    Field("shape", \.shape, "The class of its shape: square, bare or round."),
    Field("isDouble", \.isDouble, "It has two characters, one under the other."))
}
