/// The named lines in the head of a message, in their order, as they are sent; names are the same in
/// any case.
package struct FieldLines: Sendable {
  /// Each line is `Name: value`, with its end.
  private(set) var bytes: [UInt8] = []

  package init(_ lines: [(String, String)] = []) {
    for (name, value) in lines { add(name, value) }
  }

  /// Of lines that were read or written before.
  init(written bytes: [UInt8]) { self.bytes = bytes }

  package mutating func add(_ name: String, _ value: String) {
    bytes += name.utf8
    bytes += [UInt8(ascii: ":"), UInt8(ascii: " ")]
    // A value cannot begin another line.
    bytes += value.utf8.lazy.filter { $0 >= 0x20 && $0 != 0x7F }
    bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }

  package mutating func add(_ lines: FieldLines) { bytes += lines.bytes }

  package var all: [(name: String, value: String)] {
    var all: [(String, String)] = []
    each { name, value in
      all.append((String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
    }
    return all
  }

  /// Several lines of one name are one list.
  package subscript(name: String) -> String? {
    let values = values(of: name)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  package func values(of name: String) -> [String] {
    var values: [String] = []
    each { other, value in
      guard other.isSame(asASCII: name) else { return }
      values.append(String(decoding: value, as: UTF8.self))
    }
    return values
  }

  private func each(_ body: (Slice<UnsafeRawBufferPointer>, Slice<UnsafeRawBufferPointer>) -> Void)
  {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while let colon = rest.firstIndex(of: UInt8(ascii: ":")),
        let end = rest[colon...].firstIndex(of: UInt8(ascii: "\r"))
      {
        body(rest[..<colon], rest[(colon + 2)..<end])
        rest = rest[(end + 2)...]
      }
    }
  }
}

extension Slice<UnsafeRawBufferPointer> {
  fileprivate func isSame(asASCII name: String) -> Bool {
    count == name.utf8.count
      && zip(self, name.utf8).allSatisfy { $0.lowercasedASCII == $1.lowercasedASCII }
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
