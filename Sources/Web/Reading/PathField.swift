import Market
import Pages

extension Fields {
  /// The path of a page of this site; as a browser shows it, its whole address.
  mutating func path(_ name: String, _ about: String, isRequired: Bool = true) -> String {
    let given = text(name, about, characters: (isRequired ? 1 : 0)...Self.pathCharactersMax)
    let rest = origins.lazy.filter { given.hasPrefix($0) }.first.map { given.dropFirst($0.count) }
    let path = String((rest ?? given[...]).prefix { !"?#".contains($0) })
    guard path.isEmpty || path.utf8.first == UInt8(ascii: "/") else {
      return wrong(name, .unfit, "")
    }
    return path
  }

  private static let pathCharactersMax = 1_000
}
