/// One field that a route takes.
package struct FieldNote: Sendable, Hashable {
  package enum Place: String, Sendable { case path, query, body }

  package enum Kind: Sendable, Hashable {
    case text(characters: ClosedRange<Int>)
    case number(ClosedRange<Int64>)
    case oneOf([String])
    case flag
    /// Things with parts, whose notes follow.
    case list(max: Int)
    /// A text for each language, by its tag.
    case named(charactersMax: Int)
    /// One thing with parts, or one for each language; their notes follow.
    case object
  }

  package let name: String
  package let place: Place
  package let kind: Kind
  package let isRequired: Bool
  package let about: String
}
