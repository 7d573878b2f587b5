import Market
import Pages
import Store

// From the end of the log to the keys that are printed anew.
extension Touched {
  /// More changes than this are not looked at one by one.
  private static let changesMax = 5_000

  /// Adds what all changes touch that the rows show. Returns these; nil when they are too many.
  mutating func add(
    after position: Position, _ rows: borrowing Snapshot
  ) throws -> [LoggedChange]? {
    let changes = try rows.changes(after: position, atMost: Self.changesMax)
    guard changes.count < Self.changesMax else { return nil }
    for change in changes { try add(change.change, rows) }
    return changes
  }
}

extension Snapshot {
  /// What the log says at a place, so that another log is known from this one.
  func mark(of position: Position) throws -> String {
    guard position > .start else { return "-" }
    let found = try changes(after: Position(position.number - 1), atMost: 1).first
    guard let found, found.position == position else { return "-" }
    return "\(found.at.milliseconds)-\(found.change.noun.rawValue)-\(found.change.subject)"
  }
}
