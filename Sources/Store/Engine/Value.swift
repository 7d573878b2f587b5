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
  init(stored cell: Cell) throws(Mismatch)
}

/// A column holds what its reader did not expect.
public struct Mismatch: Error {}

/// What one column of a row holds, for as long as the engine stands on the row.
public struct Cell {
  private let cursor: any Cursor
  private let column: Int

  init(_ cursor: any Cursor, _ column: Int) {
    self.cursor = cursor
    self.column = column
  }

  var isNull: Bool { cursor.isNull(at: column) }

  func int() throws(Mismatch) -> Int64 {
    guard let number = cursor.int(at: column) else { throw Mismatch() }
    return number
  }

  func text() throws(Mismatch) -> String {
    guard let text = cursor.text(at: column) else { throw Mismatch() }
    return text
  }

  func bytes() throws(Mismatch) -> [UInt8] {
    guard let bytes = cursor.bytes(at: column) else { throw Mismatch() }
    return bytes
  }
}

extension Int64: Stored {
  public static let kind = Value.Kind.int
  public var value: Value { .int(self) }
  public init(stored cell: Cell) throws(Mismatch) {
    self = try cell.int()
  }
}

extension Int: Stored {
  public static let kind = Value.Kind.int
  public var value: Value { .int(Int64(self)) }
  public init(stored cell: Cell) throws(Mismatch) {
    self.init(try cell.int())
  }
}

extension Bool: Stored {
  public static let kind = Value.Kind.int
  public var value: Value { .int(self ? 1 : 0) }
  public init(stored cell: Cell) throws(Mismatch) {
    switch try cell.int() {
    case 0: self = false
    case 1: self = true
    default: throw Mismatch()
    }
  }
}

extension String: Stored {
  public static let kind = Value.Kind.text
  public var value: Value { .text(self) }
  public init(stored cell: Cell) throws(Mismatch) {
    self = try cell.text()
  }
}

extension [UInt8]: Stored {
  public static let kind = Value.Kind.bytes
  public var value: Value { .bytes(self) }
  public init(stored cell: Cell) throws(Mismatch) {
    self = try cell.bytes()
  }
}

extension Optional: Stored where Wrapped: Stored {
  public static var kind: Value.Kind { Wrapped.kind }
  public var value: Value { self?.value ?? .null(Wrapped.kind) }
  public init(stored cell: Cell) throws(Mismatch) {
    self = cell.isNull ? .none : try Wrapped(stored: cell)
  }
}

extension ID: Stored {
  package static var kind: Value.Kind { .int }
  package var value: Value { .int(number) }
  package init(stored cell: Cell) throws(Mismatch) {
    self.init(try cell.int())
  }
}

extension PublicID: Stored {
  package static var kind: Value.Kind { .text }
  package var value: Value { .text(text) }
  package init(stored cell: Cell) throws(Mismatch) {
    guard let id = Self(try cell.text()) else { throw Mismatch() }
    self = id
  }
}

extension Instant: Stored {
  /// A hundred million days around 1970: sums of what lies within fit with room to spare.
  private static let range: ClosedRange<Int64> =
    -8_640_000_000_000_000...8_640_000_000_000_000

  package static let kind = Value.Kind.int
  package var value: Value { .int(milliseconds) }
  package init(stored cell: Cell) throws(Mismatch) {
    let number = try cell.int()
    guard Self.range.contains(number) else { throw Mismatch() }
    self.init(milliseconds: number)
  }
}

extension Position: Stored {
  package static let kind = Value.Kind.int
  package var value: Value { .int(number) }
  package init(stored cell: Cell) throws(Mismatch) {
    self.init(try cell.int())
  }
}

extension Locale: Stored {
  package static let kind = Value.Kind.text
  package var value: Value { .text(tag) }
  package init(stored cell: Cell) throws(Mismatch) {
    guard let locale = Self(try cell.text()) else { throw Mismatch() }
    self = locale
  }
}

/// An enum whose cases have names in the database: the names are promises, like columns.
package protocol StoredName: Stored, RawRepresentable<String> {}

extension StoredName {
  package static var kind: Value.Kind { .text }
  package var value: Value { .text(rawValue) }
  package init(stored cell: Cell) throws(Mismatch) {
    guard let found = Self(rawValue: try cell.text()) else { throw Mismatch() }
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
extension Review.Side: StoredName {}
