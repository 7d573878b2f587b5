/// A value that may be missing. A template must ask with `if` before it shows one.
package protocol Absentable: SendableMetatype {
  /// Whether there is a value at this place. If there is, it lies at this very place: Swift puts
  /// the payload of an optional at its beginning (a test sees to it).
  static func isPresent(at place: UnsafeRawPointer) -> Bool
}

extension Optional: Absentable {
  package static func isPresent(at place: UnsafeRawPointer) -> Bool {
    isSome(place.assumingMemoryBound(to: Self.self))
  }
}

/// Written for values that cannot be copied, so it copies none: that would count references.
private func isSome<Wrapped: ~Copyable>(_ place: UnsafePointer<Wrapped?>) -> Bool {
  switch place.pointee {
  case .some: true
  case .none: false
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
    bytes(ofAny: place)
  }
}

/// Every array is one address, and every one whose elements are aligned to no more than 16 bytes
/// has its count and its first element at the same distance from there (a test sees to it). So it
/// can be asked as one of bytes, whose type is known here: then no references are counted.
private func bytes(ofAny place: UnsafeRawPointer) -> (first: UnsafeRawPointer?, count: Int) {
  place.assumingMemoryBound(to: [UInt8].self).pointee.withUnsafeBufferPointer {
    (UnsafeRawPointer($0.baseAddress), $0.count)
  }
}

extension Array: FieldValue where Element: FieldValue {
  package static var kind: Kind { .list(Element.kind, Self.self) }
}

/// One of several cases, for `match` and for `select` in a message.
///
/// An enum without payloads conforms by `Int` and `CaseIterable`. One whose cases carry views lists
/// them itself, and lends the payload of the case that it is:
///
///     package func withPayload(_ show: (Payload) -> Void) {
///       if case .delivered(let delivery) = self { Payload.lend(delivery, to: show) }
///     }
package protocol Choice: FieldValue {
  static var cases: [ChoiceCase] { get }
  /// Which of the cases it is.
  var position: Int { get }
  func withPayload(_ show: (Payload) -> Void)
}

package struct ChoiceCase: Sendable {
  package let name: String
  package let payload: (any View.Type)?

  package init(_ name: String, _ payload: (any View.Type)? = nil) {
    self.name = name
    self.payload = payload
  }
}

/// The view that a case carries, for as long as it is lent.
package struct Payload {
  package let place: UnsafeRawPointer
  let view: ObjectIdentifier

  package static func lend<Lent: View>(_ view: borrowing Lent, to show: (Payload) -> Void) {
    withUnsafePointer(to: view) {
      show(Payload(place: UnsafeRawPointer($0), view: ObjectIdentifier(Lent.self)))
    }
  }
}

extension Choice {
  package static var kind: Kind { .choice(Self.self) }
  package func withPayload(_ show: (Payload) -> Void) {}

  package static func position(at place: UnsafeRawPointer) -> Int {
    place.assumingMemoryBound(to: Self.self).pointee.position
  }

  package static func withPayload(at place: UnsafeRawPointer, _ show: (Payload) -> Void) {
    place.assumingMemoryBound(to: Self.self).pointee.withPayload(show)
  }
}

extension Choice where Self: CaseIterable & RawRepresentable<Int> {
  package static var cases: [ChoiceCase] {
    allCases.enumerated().map { index, each in
      precondition(each.rawValue == index, "\(Self.self) counts its cases otherwise than from 0")
      return ChoiceCase("\(each)")
    }
  }

  package var position: Int { rawValue }
}
