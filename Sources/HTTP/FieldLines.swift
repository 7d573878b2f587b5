/// The named lines in the head of a message, in their order; names are the same in any case.
package struct FieldLines: Sendable {
  package private(set) var all: [(name: String, value: String)] = []

  package init(_ lines: [(String, String)] = []) {
    for (name, value) in lines { add(name, value) }
  }

  package mutating func add(_ name: String, _ value: String) {
    all.append((name, value))
  }

  /// Several lines of one name are one list.
  package subscript(name: String) -> String? {
    let values = values(of: name)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  package func values(of name: String) -> [String] {
    all.filter { $0.name.isSame(asASCII: name) }.map(\.value)
  }
}

extension String {
  /// Letters of ASCII are the same in either case.
  func isSame(asASCII other: String) -> Bool {
    utf8.count == other.utf8.count
      && zip(utf8, other.utf8).allSatisfy { $0.lowercasedASCII == $1.lowercasedASCII }
  }

  /// The parts of a list, without what is empty.
  var listed: [Substring] {
    split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
  }
}

extension Substring {
  /// Without spaces and tabs at its ends.
  var trimmed: Substring {
    let start = drop { $0 == " " || $0 == "\t" }
    guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return start[...last]
  }
}

extension UInt8 {
  var lowercasedASCII: UInt8 { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self }
}
