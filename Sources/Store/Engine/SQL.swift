/// One statement that runs on both engines, with its values as `$1`, `$2`, ….
///
/// Public, like `Row`, `Value` and `Reading`, only because the compiler specializes what is public
/// across modules, which halves the cost of a small read.
///
/// It comes from a literal, and interpolation does not compile, so no value can be spliced in.
public struct SQL: ExpressibleByStringLiteral, Sendable {
  private enum Source {
    case literal(StaticString)
    case among(StaticString, count: Int, after: Int)
    case within(StaticString, after: Int)
    case generated(String)
  }

  private static let list = "in (ids)"

  private let source: Source

  public init(stringLiteral literal: StaticString) { source = .literal(literal) }

  private init(_ source: Source) { self.source = source }

  /// For statements about tables that are only known at run time, as when copying a database.
  init(generated text: String) { source = .generated(text) }

  public var text: String {
    switch source {
    case .literal(let literal): literal.description
    case .among(let literal, let count, let before):
      literal.description.replacing(
        Self.list,
        with: "in (" + (1...count).map { "$\(before + $0)" }.joined(separator: ", ") + ")")
    case .within(let literal, let before):
      literal.description.replacing(
        Self.list, with: "between $\(before + 1) and $\(before + 2)")
    case .generated(let text): text
    }
  }

  /// Where a prepared statement is found again: a literal stays at one address for ever, which
  /// spares hashing its text on each call.
  enum Key: Hashable {
    case literal(UInt)
    case among(UInt, count: Int)
    case within(UInt)
    case generated(String)
  }

  var key: Key {
    switch source {
    case .literal(let literal): .literal(UInt(bitPattern: literal.utf8Start))
    case .among(let literal, let count, _):
      .among(UInt(bitPattern: literal.utf8Start), count: count)
    case .within(let literal, _): .within(UInt(bitPattern: literal.utf8Start))
    case .generated(let text): .generated(text)
    }
  }
}

/// Of a literal that says `in (ids)`; the numbers are the last of its values.
extension SQL {
  /// The same statement for so many things.
  func among(_ count: Int, after before: Int) -> SQL {
    SQL(.among(literalWithList, count: count, after: before))
  }

  /// The same statement for all things between two numbers.
  func within(after before: Int) -> SQL { SQL(.within(literalWithList, after: before)) }

  /// How many numbers are the last of its values.
  var listed: Int {
    switch source {
    case .literal, .generated: 0
    case .among(_, let count, _): count
    case .within: 2
    }
  }

  private var literalWithList: StaticString {
    guard case .literal(let literal) = source else {
      preconditionFailure("only a literal has a place for a list")
    }
    return literal
  }
}
