/// What a piece of JSON looks like, for those who write programs that read it. A test holds what is
/// answered against it.
package indirect enum Shape: Sendable {
  case text
  case integer
  case flag
  /// A text that is one of these.
  case oneOf([String])
  case list(Shape)
  case object([Member])
  /// By a name that is not known beforehand, such as that of a language.
  case named(Shape)
  case optional(Shape)

  package struct Member: Sendable {
    package let name: String
    package let shape: Shape
    package let about: String

    package init(_ name: String, _ shape: Shape, _ about: String) {
      (self.name, self.shape, self.about) = (name, shape, about)
    }
  }
}

extension Shape {
  /// Nil when it is of this shape; else where it is not.
  package func flaw(in json: JSON, at place: String = "") -> String? {
    switch (self, json) {
    case (.text, .text), (.integer, .integer), (.flag, .flag): nil
    case (.oneOf(let all), .text(let text)): all.contains(text) ? nil : "\(place): \(text)"
    case (.list(let shape), .list(let items)):
      items.enumerated().lazy.compactMap { shape.flaw(in: $1, at: "\(place)[\($0)]") }.first
    case (.named(let shape), .object(let members)):
      members.lazy.compactMap { shape.flaw(in: $0.value, at: "\(place).\($0.name)") }.first
    case (.optional(let shape), _): json == .null ? nil : shape.flaw(in: json, at: place)
    case (.object(let wanted), .object(let members)):
      Self.flaw(of: members, wanted, at: place)
    default: "\(place): \(json)"
    }
  }

  private static func flaw(
    of members: [JSON.Member], _ wanted: [Member], at place: String
  ) -> String? {
    guard members.map(\.name) == wanted.map(\.name) else {
      return "\(place): \(members.map(\.name))"
    }
    return zip(wanted, members).lazy
      .compactMap { $0.shape.flaw(in: $1.value, at: "\(place).\($1.name)") }.first
  }
}
