import Synchronization

/// A view that stands on many pages and says the same on each. When it carries a stamp, a part that
/// shows nothing else is rendered once, and its bytes are used again.
package protocol Recurring: View {
  static var stampPlace: StampPlace<Self> { get }
}

extension Recurring {
  static var stampOffset: Int { stampPlace.offset }
}

/// Where in a view its stamp lies.
package struct StampPlace<Root>: Sendable {
  fileprivate let offset: Int

  package init(_ path: KeyPath<Root, Stamp>) {
    guard let offset = MemoryLayout<Root>.offset(of: path) else {
      preconditionFailure("the stamp of \(Root.self) is computed; it must be stored")
    }
    self.offset = offset
  }
}

/// What tells one value from all others of this process: views with the same stamp are the same in
/// every field.
package struct Stamp: Hashable, Sendable, BitwiseCopyable {
  /// Of what is not used again.
  package static let none = Stamp(number: 0)

  let number: UInt64

  /// One that nothing else has.
  package static func new() -> Stamp {
    Stamp(number: stampsGiven.add(1, ordering: .relaxed).newValue)
  }
}

private let stampsGiven = Atomic<UInt64>(0)
