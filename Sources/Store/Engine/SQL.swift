/// One statement that runs on both engines, with its values as `$1`, `$2`, ….
///
/// Public, like `Row`, `Value` and `Reading`, only because the compiler specializes what is public
/// across modules, which halves the cost of a small read.
///
/// It comes from a literal, and interpolation does not compile, so no value can be spliced in.
public struct SQL: ExpressibleByStringLiteral, Sendable {
  private enum Source {
    case literal(StaticString)
    case several(StaticString, Places)
    case generated(String)
  }

  /// Where the values of a list stand.
  private struct Places {
    let before: Int
    let count: Int

    var text: String {
      "(" + (1...count).map { "$\(before + $0)" }.joined(separator: ", ") + ")"
    }
  }

  private let source: Source

  public init(stringLiteral literal: StaticString) { source = .literal(literal) }

  private init(_ source: Source) { self.source = source }

  /// For statements about tables that are only known at run time, as when copying a database.
  init(generated text: String) { source = .generated(text) }

  public var text: String {
    switch source {
    case .literal(let literal): literal.description
    case .several(let literal, let places):
      literal.description.replacing("(ids)", with: places.text)
    case .generated(let text): text
    }
  }

  /// Where a prepared statement is found again: a literal stays at one address for ever, which
  /// spares hashing its text on each call.
  enum Key: Hashable {
    case literal(UInt)
    case several(UInt, Int)
    case generated(String)
  }

  var key: Key {
    switch source {
    case .literal(let literal): .literal(UInt(bitPattern: literal.utf8Start))
    case .several(let literal, let places):
      .several(UInt(bitPattern: literal.utf8Start), places.count)
    case .generated(let text): .generated(text)
    }
  }
}

extension SQL {
  /// The same statement for so many things: where it says `(ids)`, it takes their numbers, as the
  /// last of its values.
  func among(_ count: Int, after before: Int) -> SQL {
    guard case .literal(let literal) = source else {
      preconditionFailure("only a literal has a place for a list")
    }
    return SQL(.several(literal, Places(before: before, count: count)))
  }

  /// How many numbers of a list are the last of its values.
  var listed: Int {
    if case .several(_, let places) = source { places.count } else { 0 }
  }
}
