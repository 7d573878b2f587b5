/// The head of a page of content, and the text below it:
///
///     ---
///     title = How refunds work
///     updated = 2026-11-20
///     ---
///     Money comes back the way it went.
///
/// A line that begins with `#` is for the reader of the file. Which keys there are, and what their
/// values mean, is known to who asks.
package struct FrontMatter: Sendable {
  /// What a key was set to, and where the value begins.
  package struct Field: Hashable, Sendable {
    package let value: String
    package let place: Place
  }

  package let fields: [String: Field]
  package let body: String
  /// The line of the file on which the body begins.
  package let bodyLine: Int

  /// Throws all that is wrong with the head: keys that nobody knows, that are there twice, that have
  /// no value, that are missing.
  package init(
    _ file: SourceFile, required: [String], optional: [String] = []
  ) throws(Faults) {
    var reader = FrontMatterReader(
      path: file.path, text: try file.decoded(), required: required, optional: optional)
    reader.read()
    guard reader.faults.isEmpty else { throw Faults(reader.faults) }
    fields = reader.fields
    body = reader.body
    bodyLine = reader.bodyLine
  }

  package subscript(_ key: String) -> Field? { fields[key] }
}

private struct FrontMatterReader {
  let path: String
  let required: [String]
  let known: [String]
  private var rest: Substring
  private var line = 0
  /// Where the file ends on its last line, if that one has no end of its own.
  private var endColumn: Int?
  private(set) var fields: [String: FrontMatter.Field] = [:]
  private(set) var faults: [Fault] = []
  /// Keys with their lines, also those whose value is at fault.
  private var seen: [String: Int] = [:]

  static let border = "---"

  init(path: String, text: String, required: [String], optional: [String]) {
    self.path = path
    self.required = required
    known = required + optional
    rest = text[...]
    if rest.unicodeScalars.first == "\u{FEFF}" { rest.unicodeScalars.removeFirst() }
  }

  var body: String { String(rest) }
  var bodyLine: Int { line + 1 }

  mutating func read() {
    let first = nextLine() ?? ""
    guard first == Self.border else {
      let found = first.isEmpty ? "nothing" : "“\(first.prefix(40))”"
      return report(column: 1, found: found, expected: "“---”, which begins the head of the page")
    }
    while let text = nextLine() {
      guard text != Self.border else { return reportMissing() }
      if !text.isEmpty, !text.hasPrefix("#") { readField(text) }
    }
    if endColumn == nil { line += 1 }
    report(
      column: endColumn ?? 1, found: "the end of the file", expected: "“---”, which ends the head")
  }

  /// The line without spaces at its end. Lines end as in an editor, not at every sign that Unicode
  /// calls the end of one.
  private mutating func nextLine() -> Substring? {
    guard !rest.isEmpty else { return nil }
    line += 1
    let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
    var text = rest[..<end]
    if end < rest.endIndex {
      rest = rest[rest.utf8.index(after: end)...]
    } else {
      rest = rest[end...]
      endColumn = text.count + 1
    }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }

  private mutating func readField(_ text: Substring) {
    guard let sign = text.firstIndex(of: "=") else {
      return report(column: 1, found: "“\(text.prefix(40))”", expected: "key = value")
    }
    let key = String(text[..<sign].trimmed)
    let column = 1 + text.prefix(while: \.isWhitespace).count
    guard known.contains(key) else {
      return report(
        column: column, found: key.isEmpty ? "no key" : "the key “\(key)”",
        expected: "a key that the page has", available: known)
    }
    if let before = seen.updateValue(line, forKey: key) {
      return report(
        column: column, found: "the key “\(key)” again", expected: "it once, as on line \(before)")
    }
    let value = text[text.index(after: sign)...]
    let indent = value.prefix(while: \.isWhitespace).count
    let valueColumn = text.distance(from: text.startIndex, to: value.startIndex) + indent + 1
    guard value.count > indent else {
      return report(column: valueColumn, found: "nothing", expected: "a value for “\(key)”")
    }
    fields[key] = FrontMatter.Field(
      value: String(value.trimmed), place: Place(file: path, line: line, column: valueColumn))
  }

  private mutating func reportMissing() {
    for key in required where seen[key] == nil {
      report(column: 1, found: "the end of the head", expected: "the key “\(key)” before it")
    }
  }

  private mutating func report(
    column: Int, found: String, expected: String, available: [String] = []
  ) {
    faults.append(
      Fault(
        Place(file: path, line: max(line, 1), column: column), found: found, expected: expected,
        available: available))
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}

extension SourceFile {
  /// The file as text; where it is not UTF-8 is its only fault.
  fileprivate func decoded() throws(Faults) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    var line = 1
    var before = String.UnicodeScalarView()
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      if scalar == "\n" {
        line += 1
        before.removeAll()
      } else {
        before.append(scalar)
      }
    }
    let place = Place(file: path, line: line, column: String(before).count + 1)
    throw Faults([Fault(place, found: "bytes that are no UTF-8", expected: "a file in UTF-8")])
  }
}
