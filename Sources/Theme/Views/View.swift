/// What a template can show. A view is a struct, and its fields say by name where in the struct
/// each value lies; so a theme is checked against the struct when it loads, and showing a field
/// later is reading memory: nothing is called, boxed or allocated.
///
///     package struct ReviewLine: View {
///       package var author: String
///       package var stars: Int
///
///       package static let about = "A review under a gig."
///       package static let fields = Fields<Self>(
///         Field("author", \.author, "The name of the buyer."),
///         Field("stars", \.stars, "How many of five."))
///     }
package protocol View: FieldValue {
  /// One sentence for people who write themes.
  static var about: String { get }
  static var fields: Fields<Self> { get }
  /// A page that the endpoint makes for one person. Only there may a form change something.
  static var isDynamic: Bool { get }
}

extension View {
  package static var isDynamic: Bool { false }
  package static var kind: Kind { .view(Self.self) }
  package static var name: String { String(describing: Self.self) }
  /// Its fields, for who does not know the type.
  package static var declared: [DeclaredField] { fields.all }
}

/// The fields of one view, in the order in which `jishi theme fields` lists them.
package struct Fields<Root>: Sendable {
  package let all: [DeclaredField]

  package init(_ fields: Field<Root>...) { all = fields.map(\.declared) }
}

/// A stored property of a view, by the name that templates know it by.
package struct Field<Root>: Sendable {
  package let declared: DeclaredField

  package init<Value: FieldValue>(
    _ name: String, _ path: KeyPath<Root, Value>, _ about: String
  ) {
    guard let offset = MemoryLayout<Root>.offset(of: path) else {
      preconditionFailure("\(Root.self).\(name) is computed; a field must be stored")
    }
    declared = DeclaredField(name: name, kind: Value.kind, offset: offset, about: about)
  }
}

package struct DeclaredField: Sendable {
  package let name: String
  package let kind: Kind
  /// Where it lies in its view, in bytes from the beginning.
  package let offset: Int
  package let about: String
}

/// What kind of thing a value is, which decides where a template may put it.
package indirect enum Kind: Sendable {
  /// Words; escaped wherever they go.
  case text
  /// Words of a person, who may have written in another language than the page's.
  case said
  /// A name from a fixed set, made of ASCII letters, digits and hyphens: for classes, ids, anchors.
  case token
  /// An address that is safe to follow; alone may begin an `href`, `src` or `action`.
  case link
  /// Addresses of one picture in several widths, for `srcset`.
  case sources
  /// The outline of a drawing, for `d` of a path.
  case path
  /// Markup that our own Markdown made.
  case html
  /// Linked data for search engines; only for `jsonld`.
  case facts
  /// A whole number, written as the reader writes it.
  case number
  /// A number with decimals: a rating, a coordinate.
  case figure
  case money
  case day
  case moment
  /// Whether something is so; only for `if`.
  case flag
  /// Where a form is sent, with the hidden token that says who sent it. Only on dynamic pages.
  case form
  case view(any View.Type)
  case choice(any Choice.Type)
  case optional(Kind, any Absentable.Type)
  case list(Kind, any Listed.Type)
}

/// A type that a field can have.
package protocol FieldValue: Sendable {
  static var kind: Kind { get }
}
