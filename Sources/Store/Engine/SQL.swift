/// One statement that runs on both engines, with its values as `$1`, `$2`, ….
///
/// Public, like `Row`, `Value` and `Reading`, only because the compiler specializes what is public
/// across modules, which halves the cost of a small read.
///
/// It comes from a literal, and interpolation does not compile, so no value can be spliced in.
public struct SQL: ExpressibleByStringLiteral, Sendable {
  private enum Source {
    case literal(StaticString)
    case generated(String)
  }

  private let source: Source

  public init(stringLiteral literal: StaticString) { source = .literal(literal) }

  /// For statements about tables that are only known at run time, as when copying a database.
  init(generated text: String) { source = .generated(text) }

  public var text: String {
    switch source {
    case .literal(let literal): literal.description
    case .generated(let text): text
    }
  }

  /// Where a prepared statement is found again: a literal stays at one address for ever, which
  /// spares hashing its text on each call.
  enum Key: Hashable {
    case literal(UInt)
    case generated(String)
  }

  var key: Key {
    switch source {
    case .literal(let literal): .literal(UInt(bitPattern: literal.utf8Start))
    case .generated(let text): .generated(text)
    }
  }
}
