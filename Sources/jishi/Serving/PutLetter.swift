import FoundationEssentials

/// A letter or a text message that was put into a folder, read back for the eyes of an operator. It was
/// written by us; of anything else it shows what it can.
struct PutLetter {
  let recipient: String
  let subject: String
  private let date: String
  private let text: String

  private static let subjectCharactersMax = 60

  init(_ bytes: [UInt8], isMail: Bool) {
    let whole = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    let (head, body) = Self.halves(whole)
    let fields = Self.fields(head)
    recipient = (fields["to"] ?? "").filter { $0 != "<" && $0 != ">" }
    date = fields["date"] ?? ""
    text = isMail ? Self.plainPart(of: body) : body
    let firstLine = text.split(separator: "\n").first.map(String.init) ?? ""
    subject = fields["subject"] ?? String(firstLine.prefix(Self.subjectCharactersMax))
  }

  var shown: String {
    let head = [("To", recipient), ("Date", date), ("Subject", date.isEmpty ? "" : subject)]
    return head.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)\n" }.joined() + "\n\(text)"
  }

  private static func halves(_ text: String) -> (head: String, body: String) {
    guard let gap = text.firstRange(of: "\n\n") else { return (text, "") }
    return (String(text[..<gap.lowerBound]), String(text[gap.upperBound...]))
  }

  /// By their names in small letters.
  private static func fields(_ head: String) -> [String: String] {
    let lines = head.replacing("\n ", with: " ").split(separator: "\n")
    let pairs = lines.compactMap { line -> (String, String)? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      return (line[..<colon].lowercased(), decoded(String(value)))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Without the encoded words of RFC 2047.
  private static func decoded(_ value: String) -> String {
    value.replacing("?= =?", with: "?==?").replacing(/=\?UTF-8\?B\?([A-Za-z0-9+\/=]*)\?=/) { word in
      Data(base64Encoded: String(word.output.1)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
  }

  private static func plainPart(of body: String) -> String {
    guard let boundary = body.split(separator: "\n").first, boundary.hasPrefix("--") else {
      return body
    }
    let parts = body.split(separator: boundary)
    let plain = parts.first { $0.contains("text/plain") } ?? ""
    return unquoted(halves(String(plain)).body)
  }

  /// Quoted-printable, as it was.
  private static func unquoted(_ text: String) -> String {
    let joined = Array(text.replacing("=\n", with: "").utf8)
    var (bytes, place): ([UInt8], Int) = ([], 0)
    while place < joined.count {
      let digits = joined.dropFirst(place + 1).prefix(2)
      if joined[place] == UInt8(ascii: "="), digits.count == 2,
        let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        place += 3
      } else {
        bytes.append(joined[place])
        place += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
