/// The head of a request, read strictly: what RFC 9112 lets a server forgive is refused.
struct Head {
  let request: Request
  let bodyLength: Int64
  let keepsAlive: Bool

  init(lines: [ArraySlice<UInt8>], _ limits: Limits) throws(Refusal) {
    guard let first = lines.first else { throw .malformed }
    let words = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.count == 3, words[0].isToken, !words[1].isEmpty,
      words[1].allSatisfy({ 0x21...0x7E ~= $0 })
    else { throw .malformed }
    let version = try Self.version(words[2])
    guard lines.count - 1 <= limits.fieldsMax else { throw .fieldsTooLarge }
    var fields = FieldLines()
    for line in lines.dropFirst() {
      let (name, value) = try Self.field(line)
      fields.add(name, value)
    }
    request = Request(String(words[0]), String(words[1]), fields: fields)
    try Self.checkHost(fields, version)
    bodyLength = try Self.bodyLength(fields, limits)
    let wishes = (fields["Connection"] ?? "").listed
    keepsAlive = version == .newer && !wishes.contains { String($0).isSame(asASCII: "close") }
  }

  private enum Version {
    case older
    case newer
  }

  private static func version(_ word: ArraySlice<UInt8>) throws(Refusal) -> Version {
    switch String(word) {
    case "HTTP/1.1": return .newer
    case "HTTP/1.0": return .older
    case let other:
      let bytes = Array(other.utf8)
      guard bytes.count == 8, other.hasPrefix("HTTP/"), bytes[5].isDigit,
        bytes[6] == UInt8(ascii: "."), bytes[7].isDigit
      else { throw .malformed }
      throw .version
    }
  }

  /// No space before the colon, and no line that goes on from the one before.
  private static func field(_ line: ArraySlice<UInt8>) throws(Refusal) -> (String, String) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .malformed }
    let (name, value) = (line[..<colon], line[(colon + 1)...])
    guard name.isToken, value.allSatisfy({ $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }) else {
      throw .malformed
    }
    let blanks: Set<UInt8> = [0x20, 0x09]
    let start = value.drop(while: blanks.contains)
    let end = start.lastIndex { !blanks.contains($0) }
    return (String(name), end.map { String(start[...$0]) } ?? "")
  }

  private static func checkHost(_ fields: FieldLines, _ version: Version) throws(Refusal) {
    let hosts = fields.values(of: "Host")
    guard hosts.count == 1 || (hosts.isEmpty && version == .older) else { throw .malformed }
    let signs = Set("-._:[]".utf8)
    for host in hosts {
      guard host.utf8.allSatisfy({ $0.isLetterOrDigit || signs.contains($0) }) else {
        throw .malformed
      }
    }
  }

  private static func bodyLength(
    _ fields: FieldLines, _ limits: Limits
  ) throws(Refusal) -> Int64 {
    let lengths = fields.values(of: "Content-Length")
    let codings = fields.values(of: "Transfer-Encoding")
    guard lengths.count <= 1, lengths.isEmpty || codings.isEmpty else { throw .malformed }
    guard fields["Expect"] == nil else { throw .expectation }
    guard codings.isEmpty else { throw .noLength }
    guard let text = lengths.first else { return 0 }
    guard !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else { throw .malformed }
    guard let length = Int64(text), length <= limits.bodyBytesMax else { throw .bodyTooLarge }
    return length
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isToken: Bool {
    let signs = Set("!#$%&'*+-.^_`|~".utf8)
    return !isEmpty && allSatisfy { $0.isLetterOrDigit || signs.contains($0) }
  }
}

extension String {
  fileprivate init(_ bytes: ArraySlice<UInt8>) { self.init(decoding: bytes, as: UTF8.self) }
}
