/// Goes through a file of messages once.
struct MessageReading {
  /// Words of a message in the file, for who changes only them.
  struct Words {
    let range: Range<Int>
    let isInBranch: Bool
    let isInPlural: Bool
  }

  let name: String
  let bytes: [UInt8]
  private(set) var messages: [ReadMessage] = []
  /// From the beginning to the end of each message.
  private(set) var extents: [Range<Int>] = []
  private(set) var words: [Words] = []
  private(set) var faults: MessageFaults
  private var lines: [String: Int] = [:]

  init(_ file: SourceFile) {
    name = MessageFile.name(of: file.path)
    faults = MessageFaults(file)
    bytes = MessageBytes.readable(file, faults: &faults)
    for entry in MessageLines(bytes, faults: &faults).entries { read(entry) }
  }

  private mutating func read(_ entry: MessageLines.Entry) {
    let before = faults.count
    let key = String(decoding: bytes[entry.key], as: UTF8.self)
    let place = faults.place(at: entry.key.lowerBound)
    let isKept = isKey(key, at: entry.key.lowerBound)
    let size = entry.lines.reduce(0) { $0 + $1.count + 1 }
    guard size <= MessageFile.messageBytesMax else {
      return faults.add(
        at: entry.start, found: "a message of \(size) bytes",
        expected: "at most \(MessageFile.messageBytesMax)")
    }
    guard let first = entry.lines.first, let last = entry.lines.last else {
      return faults.add(at: entry.start, found: "no words", expected: "a message after =")
    }
    extents.append(first.lowerBound..<last.upperBound)
    let text = MessageText(entry.lines, of: bytes)
    var parser = MessageParser(text)
    let parts = parser.message()
    for flaw in parser.flaws {
      faults.add(
        at: text.offset(of: flaw.at), found: flaw.found, expected: flaw.expected,
        available: flaw.available)
    }
    keepWords(parser.words, of: text)
    guard isKept else { return }
    let message = Message(
      key: key, place: place, parts: parts, arguments: parser.arguments.kinds)
    messages.append(
      ReadMessage(
        message: message, places: places(of: parser.arguments, in: text),
        plurals: plurals(parser.plurals, in: text), isWhole: faults.count == before))
  }

  /// Whether it can be asked for by this key: it is one, of this file, and the first of its name.
  private mutating func isKey(_ key: String, at offset: Int) -> Bool {
    guard Self.isWellFormed(key) else {
      faults.add(
        at: offset, found: "the key \(quoted(key))",
        expected: "words joined by points, such as \(name).unread")
      return false
    }
    guard key.hasPrefix(name + ".") else {
      faults.add(
        at: offset, found: "the key \(quoted(key))",
        expected: "one that begins with the name of the file: \(name).…")
      return false
    }
    let line = faults.place(at: offset).line
    if let first = lines[key] {
      faults.add(
        at: offset, found: "the key \(quoted(key)) again", expected: "it only in line \(first)")
      return false
    }
    lines[key] = line
    return true
  }

  private static func isWellFormed(_ key: String) -> Bool {
    let words = key.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return words.count >= 2
      && words.allSatisfy { word in
        word.first.map(MessageSign.isSmall) == true && word.allSatisfy(MessageSign.isLetterOrDigit)
          && word.count <= MessageParser.nameBytesMax
      }
  }

  private mutating func places(
    of arguments: MessageArguments, in text: MessageText
  ) -> [String: Place] {
    var places: [String: Place] = [:]
    for (name, offset) in arguments.offsets.sorted(by: { $0.value < $1.value }) {
      places[name] = faults.place(at: text.offset(of: offset))
    }
    return places
  }

  private mutating func plurals(
    _ plurals: [MessageParser.Plural], in text: MessageText
  ) -> [ReadPlural] {
    var read: [ReadPlural] = []
    for plural in plurals {
      var places: [PluralCategory: Place] = [:]
      for (category, offset) in plural.categories {
        places[category] = faults.place(at: text.offset(of: offset))
      }
      read.append(
        ReadPlural(
          name: plural.name, place: faults.place(at: text.offset(of: plural.start)),
          exact: plural.exact, categories: places, hasWords: plural.hasWords))
    }
    return read
  }

  private mutating func keepWords(_ all: [MessageParser.Words], of text: MessageText) {
    for each in all {
      for range in text.ranges(of: each.range) {
        words.append(
          Words(range: range, isInBranch: each.isInBranch, isInPlural: each.isInPlural))
      }
    }
  }
}
