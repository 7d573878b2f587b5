/// What stands for a person or a house that has no portrait: one or two characters, as if cut in
/// stone. It only adorns; the name always stands beside it.
package struct Seal: View, Hashable {
  package let text: String
  package let ink: Token
  /// Nil for a square one.
  package let shape: Token?
  /// Two characters, one above the other.
  package let isTall: Bool

  package static let about = "The characters that stand for somebody without a portrait."
  package static let fields = Fields<Self>(
    Field("text", \.text, "One character, or two that stand one above the other."),
    Field("ink", \.ink, "Its colour: k1 to k6."),
    Field("shape", \.shape, "Its form: bare (ink on paper) or round; a square one has none."),
    Field("isTall", \.isTall, "Whether two characters stand in it."))

  package init(of name: String) {
    let text = SealText.of(name)
    let hash = fnv1a("seal|\(text)")
    let shapes: [Token?] = [nil, nil, "bare", nil, "round", "bare", nil]
    self.text = text
    isTall = text.count > 1
    ink = Self.inks[Int(hash % 6)]
    shape = shapes[Int(hash / 7 % 7)]
  }

  private static let inks: [Token] = ["k1", "k2", "k3", "k4", "k5", "k6"]
}
