import Glibc
package import Market

/// What a column can hold, the same on every engine.
public enum Value: Hashable, Sendable {
  case int(Int64)
  case text(String)
  case bytes([UInt8])
  /// Absent, in a column of this kind: PostgreSQL wants to know what is not there.
  case null(Kind)

  public enum Kind: Int, Sendable {
    case int
    case text
    case bytes
  }

  public var kind: Kind {
    switch self {
    case .int: .int
    case .text: .text
    case .bytes: .bytes
    case .null(let kind): kind
    }
  }
}

/// PostgreSQL cannot keep a NUL in text, so neither engine does.
func refuseNUL(in values: [Value]) throws {
  for case .text(var text) in values {
    let found = text.withUTF8 { bytes in bytes.baseAddress.flatMap { memchr($0, 0, bytes.count) } }
    guard found == nil else { throw StoreError.unfit("the text contains a NUL") }
  }
}

/// A Swift type that a column can hold. The type decides the parameter's type in the database.
public protocol Stored: Sendable {
  static var kind: Value.Kind { get }
  var value: Value { get }
  /// Throws when the column holds something else.
  init(stored row: borrowing Row, at column: Int) throws(Mismatch)
}

/// A column holds what its reader did not expect.
public struct Mismatch: Error {}

extension Int64: Stored {
  public static let kind = Value.Kind.int
  public var value: Value { .int(self) }
  public init(stored row: borrowing Row, at column: Int) throws(Mismatch) {
    self = try row.int(at: column)
  }
}

extension Int: Stored {
  public static let kind = Value.Kind.int
  public var value: Value { .int(Int64(self)) }
  public init(stored row: borrowing Row, at column: Int) throws(Mismatch) {
    self.init(try row.int(at: column))
  }
}

extension Bool: Stored {
  public static let kind = Value.Kind.int
  public var value: Value { .int(self ? 1 : 0) }
  public init(stored row: borrowing Row, at column: Int) throws(Mismatch) {
    switch try row.int(at: column) {
    case 0: self = false
    case 1: self = true
    default: throw Mismatch()
    }
  }
}

extension String: Stored {
  public static let kind = Value.Kind.text
  public var value: Value { .text(self) }
  public init(stored row: borrowing Row, at column: Int) throws(Mismatch) {
    self = try row.text(at: column)
  }
}

extension [UInt8]: Stored {
  public static let kind = Value.Kind.bytes
  public var value: Value { .bytes(self) }
  public init(stored row: borrowing Row, at column: Int) throws(Mismatch) {
    self = try row.bytes(at: column)
  }
}

extension Optional: Stored where Wrapped: Stored {
  public static var kind: Value.Kind { Wrapped.kind }
  public var value: Value { self?.value ?? .null(Wrapped.kind) }
  public init(stored row: borrowing Row, at column: Int) throws(Mismatch) {
    self = row.isNull(at: column) ? .none : try Wrapped(stored: row, at: column)
  }
}

extension ID: Stored {
  package static var kind: Value.Kind { .int }
  package var value: Value { .int(number) }
  package init(stored row: borrowing Row, at column: Int) throws(Mismatch) {
    self.init(try row.int(at: column))
  }
}

extension PublicID: Stored {
  package static var kind: Value.Kind { .text }
  package var value: Value { .text(text) }
  package init(stored row: borrowing Row, at column: Int) throws(Mismatch) {
    guard let id = Self(try row.text(at: column)) else { throw Mismatch() }
    self = id
  }
}

extension Instant: Stored {
  /// A hundred million days around 1970: sums of what lies within fit with room to spare.
  private static let range: ClosedRange<Int64> =
    -8_640_000_000_000_000...8_640_000_000_000_000

  package static let kind = Value.Kind.int
  package var value: Value { .int(milliseconds) }
  package init(stored row: borrowing Row, at column: Int) throws(Mismatch) {
    let number = try row.int(at: column)
    guard Self.range.contains(number) else { throw Mismatch() }
    self.init(milliseconds: number)
  }
}

extension Position: Stored {
  package static let kind = Value.Kind.int
  package var value: Value { .int(number) }
  package init(stored row: borrowing Row, at column: Int) throws(Mismatch) {
    self.init(try row.int(at: column))
  }
}

extension Locale: Stored {
  package static let kind = Value.Kind.text
  package var value: Value { .text(tag) }
  package init(stored row: borrowing Row, at column: Int) throws(Mismatch) {
    guard let locale = Self(utf8: try row.utf8(at: column)) else { throw Mismatch() }
    self = locale
  }
}

/// An enum whose cases have names in the database: the names are promises, like columns.
package protocol StoredName: Stored, RawRepresentable<String> {}

extension StoredName {
  package static var kind: Value.Kind { .text }
  package var value: Value { .text(rawValue) }
  package init(stored row: borrowing Row, at column: Int) throws(Mismatch) {
    guard let found = Self(rawValue: try row.text(at: column)) else { throw Mismatch() }
    self = found
  }
}

extension Noun: StoredName {}
extension Party.Kind: StoredName {}
extension StaffRole: StoredName {}
extension MemberRole: StoredName {}
extension Level: StoredName {}
extension SpokenLanguage.Fluency: StoredName {}
extension SkillLevel.Grade: StoredName {}
extension Qualification.Kind: StoredName {}
extension Weekday: StoredName {}
extension Review.Side: StoredName {}
extension ReportReason: StoredName {}
extension ReportOutcome: StoredName {}
extension Challenge.Purpose: StoredName {}
extension Session.Kind: StoredName {}
extension SecurityEvent.Kind: StoredName {}
extension ConsentKind: StoredName {}
extension MediaFormat: StoredName {}
