/// A file of messages in one language, with all that is wrong with it alone.
package struct MessageFile: Sendable {
  package static let bytesMax = 1 << 20
  package static let messageBytesMax = 8 << 10
  package static let ending = ".txt"

  package let path: String
  /// The first word of its keys.
  package let name: String
  package let faults: [Fault]
  let read: [ReadMessage]

  package init(_ file: SourceFile) {
    let reading = MessageReading(file)
    path = file.path
    name = reading.name
    faults = reading.faults.told
    read = reading.messages
  }

  /// In the order of the file. One with a fault has what could be read of it.
  package var messages: [Message] { read.map(\.message) }

  /// What the file is called, without its folders and its ending.
  static func name(of path: String) -> String {
    let last = path.split(separator: "/").last ?? ""
    return String(last.hasSuffix(ending) ? last.dropLast(ending.count) : last)
  }
}

/// A message with what is needed to hold it against others.
struct ReadMessage: Sendable {
  let message: Message
  /// Where each of its arguments stands first.
  let places: [String: Place]
  let plurals: [ReadPlural]
  /// Nothing is wrong with it, so what it lacks it really lacks.
  let isWhole: Bool
}

struct ReadPlural: Sendable {
  let name: String
  let place: Place
  let exact: Set<Int>
  let categories: [PluralCategory: Place]
  let hasWords: Bool
}
