import Market
import Store

/// What somebody who was away has missed of a topic.
struct Missed: Sendable {
  let position: Position
  var changes: [TopicChange] = []
  /// False when it is too much to be told, or nobody can know.
  var isWhole = true
}

extension Reading where Self: ~Copyable {
  func missed(_ topic: Topic, after: Position?, atMost limit: Int) throws -> Missed {
    var missed = Missed(position: try position())
    guard let after, after != missed.position else { return missed }
    // A place behind the end is one of another log, such as before a backup was restored.
    guard after < missed.position, missed.position.number - after.number <= limit else {
      missed.isWhole = false
      return missed
    }
    let (noun, subject) = topic.source
    missed.changes = try changes(after: after, of: noun, subject, atMost: limit)
      .compactMap { TopicChange($0) }
      // What was done to it while it was hidden is nobody's business now that it is shown.
      .filter { !$0.isLast }
    return missed
  }
}
