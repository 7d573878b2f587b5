/// A value that may be missing. A template must ask with `if` before it shows one.
package protocol Absentable: SendableMetatype {
  /// Whether there is a value at this place. If there is, it lies at this very place: Swift puts
  /// the payload of an optional at its beginning (a test sees to it).
  static func isPresent(at place: UnsafeRawPointer) -> Bool
}

extension Optional: Absentable {
  package static func isPresent(at place: UnsafeRawPointer) -> Bool {
    switch place.assumingMemoryBound(to: Self.self).pointee {
    case .some: true
    case .none: false
    }
  }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  package static var kind: Kind { .optional(Wrapped.kind, Self.self) }
}

/// Values one after the other.
package protocol Listed: SendableMetatype {
  /// From one element to the next, in bytes.
  static var stride: Int { get }
  /// The elements of the array at this place; they stay where they are as long as nobody changes it.
  static func elements(at place: UnsafeRawPointer) -> (first: UnsafeRawPointer?, count: Int)
}

extension Array: Listed {
  package static var stride: Int { MemoryLayout<Element>.stride }

  package static func elements(at place: UnsafeRawPointer) -> (
    first: UnsafeRawPointer?, count: Int
  ) {
    place.assumingMemoryBound(to: Self.self).pointee.withUnsafeBufferPointer {
      (UnsafeRawPointer($0.baseAddress), $0.count)
    }
  }
}

extension Array: FieldValue where Element: FieldValue {
  package static var kind: Kind { .list(Element.kind, Self.self) }
}

/// One of several cases, for `match` and for `select` in a message.
///
/// An enum without payloads conforms by `CaseIterable` and a raw string. One whose cases carry a
/// view lists them itself and shows the payload of the case it is.
package protocol Choice: FieldValue {
  static var cases: [ChoiceCase] { get }
  /// Which of the cases it is.
  var position: Int { get }
  func showPayload(to reader: inout some PayloadReader)
}

package struct ChoiceCase: Sendable {
  package let name: String
  package let payload: (any View.Type)?

  package init(_ name: String, _ payload: (any View.Type)? = nil) {
    self.name = name
    self.payload = payload
  }
}

package protocol PayloadReader {
  mutating func read(_ payload: some View)
}

extension Choice {
  package static var kind: Kind { .choice(Self.self) }
  package func showPayload(to reader: inout some PayloadReader) {}

  package static func position(at place: UnsafeRawPointer) -> Int {
    place.assumingMemoryBound(to: Self.self).pointee.position
  }

  package static func showPayload(at place: UnsafeRawPointer, to reader: inout some PayloadReader) {
    place.assumingMemoryBound(to: Self.self).pointee.showPayload(to: &reader)
  }
}

extension Choice where Self: CaseIterable & RawRepresentable<String> & Equatable {
  package static var cases: [ChoiceCase] { allCases.map { ChoiceCase($0.rawValue) } }
  package var position: Int {
    for (index, each) in Self.allCases.enumerated() where each == self { return index }
    preconditionFailure("allCases lacks \(self)")
  }
}
