/// Makes a file of one language from that of another, by changing only the words: keys, comments,
/// placeholders and line breaks stay, byte for byte. Plurals keep their categories; `fitting` gives
/// them those of a language that counts otherwise.
package enum Translation {
  /// `words` is given what stands between placeholders on one line, with its signs as they are meant,
  /// not doubled; what it gives is doubled again. `before` and `after` stand around each message.
  package static func of(
    _ file: SourceFile, at path: String, before: String = "", after: String = "",
    words: (String) -> String
  ) throws(Faults) -> SourceFile {
    let reading = MessageReading(file)
    try complain(reading.faults)
    var faults = MessageFaults(file)
    var changes: [Change] = []
    for extent in reading.extents {
      changes.append(Change(extent.lowerBound..<extent.lowerBound, before))
      changes.append(Change(extent.upperBound..<extent.upperBound, after))
    }
    for each in reading.words {
      let text = words(meant(reading.bytes[each.range], each))
      if each.isInBranch, text.utf8.contains(MessageSign.close) {
        faults.add(
          at: each.range.lowerBound, found: "} in \(quoted(text))",
          expected: "none in words of a plural or a select")
      }
      changes.append(Change(each.range, written(text, each)))
    }
    try complain(faults)
    let made = SourceFile(path: path, bytes: apply(changes, to: file.bytes))
    try complain(MessageReading(made).faults)
    return made
  }

  /// All the words that `of` would ask for, in the order in which it does.
  package static func words(of file: SourceFile) throws(Faults) -> [String] {
    var words: [String] = []
    _ = try of(file, at: file.path) {
      words.append($0)
      return $0
    }
    return words
  }

  static func complain(_ faults: MessageFaults) throws(Faults) {
    if faults.count > 0 { throw Faults(faults.told) }
  }

  struct Change {
    let range: Range<Int>
    let text: String

    init(_ range: Range<Int>, _ text: String) {
      self.range = range
      self.text = text
    }
  }

  static func apply(_ changes: [Change], to bytes: [UInt8]) -> [UInt8] {
    // What stands before a message was noted before its words, what stands after it is sorted behind
    // them by its place.
    let ordered = changes.enumerated().sorted {
      let (left, right) = ($0.element.range, $1.element.range)
      return (left.lowerBound, left.upperBound, $0.offset)
        < (right.lowerBound, right.upperBound, $1.offset)
    }
    var made: [UInt8] = []
    var done = 0
    for (_, change) in ordered {
      made += bytes[done..<change.range.lowerBound]
      made += change.text.utf8
      done = change.range.upperBound
    }
    return made + bytes[done...]
  }

  private static func meant(_ bytes: ArraySlice<UInt8>, _ words: MessageReading.Words) -> String {
    var letters: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      letters.append(bytes[index])
      index += isDoubled(bytes[index], words) ? 2 : 1
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func written(_ text: String, _ words: MessageReading.Words) -> String {
    var letters: [UInt8] = []
    for byte in text.utf8 {
      // A message has the line breaks that it had.
      letters.append(byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") ? 0x20 : byte)
      if isDoubled(byte, words) { letters.append(byte) }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func isDoubled(_ byte: UInt8, _ words: MessageReading.Words) -> Bool {
    switch byte {
    case MessageSign.open, MessageSign.less: true
    case MessageSign.close: !words.isInBranch
    case MessageSign.number: words.isInPlural
    default: false
    }
  }
}
