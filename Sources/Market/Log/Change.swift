/// What a committed action did to one thing, as the readers of the log need to know it.
///
/// It says where the thing could be found before and where it can be found now, so that a reader
/// visits both places without asking how the thing looked in the past. It never says who or what
/// was written: personal text stays in the rows, where it can be erased.
package struct Change: Hashable, Sendable {
  package let noun: Noun
  package let subject: Int64
  /// Nil when the thing is new.
  package let before: Route?
  /// Nil when the thing is gone.
  package let after: Route?

  package init(of noun: Noun, _ subject: Int64, from before: Route?, to after: Route?) {
    self.noun = noun
    self.subject = subject
    self.before = before
    self.after = after
  }
}

extension Change: Entity {
  package static let noun = Noun.change
}

/// A change with its place in the log.
package struct LoggedChange: Hashable, Sendable {
  package let id: ID<Change>
  package let at: Instant
  package let change: Change

  package init(id: ID<Change>, at: Instant, change: Change) {
    self.id = id
    self.at = at
    self.change = change
  }

  /// How far a reader has come that has seen this change.
  package var position: Position { Position(id.number) }
}

/// How much of the log is meant: everything up to and including the change of this number.
public struct Position: Hashable, Comparable, Sendable {
  public let number: Int64

  public static let start = Position(0)
  /// Of a write that is not in the log: no replica can be known to have it.
  public static let unlogged = Position(.max)

  public init(_ number: Int64) { self.number = number }

  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
