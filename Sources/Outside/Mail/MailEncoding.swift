// How letters carry other writing than that of English.

extension String {
  /// So many bytes, with what stands around them, fit on the first line of a head.
  private static let wordBytesMax = 39
  private static let lineMax = 76

  /// Encoded words of RFC 2047, one a line. No letter is cut in two.
  var encodedWords: String {
    var words: [[UInt8]] = [[]]
    for scalar in unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if words[words.count - 1].count + bytes.count > Self.wordBytesMax { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?UTF-8?B?\($0.base64)?=" }.joined(separator: "\r\n ")
  }

  /// Each line break is one of a letter, and a line that is too long is broken where its reader joins it
  /// again.
  var quotedPrintable: String {
    let lines = unifiedBreaks.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.map { Self.quoted(Array($0)) }.joined(separator: "\r\n")
  }

  private var unifiedBreaks: String {
    // The end of a line in other places is one character, so it is looked for byte by byte.
    var (bytes, isAfterReturn): ([UInt8], Bool) = ([], false)
    for byte in utf8 {
      if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") && !isAfterReturn {
        bytes.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") {
        bytes.append(byte)
      }
      isAfterReturn = byte == UInt8(ascii: "\r")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func quoted(_ line: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var (text, width): ([UInt8], Int) = ([], 0)
    for (index, byte) in line.enumerated() {
      // A blank at the end of a line would be lost on the way.
      let isBlankAtEnd = index == line.count - 1 && (byte == 0x20 || byte == 0x09)
      let isKept =
        (byte == 0x09 || (0x20...0x7E).contains(byte)) && byte != UInt8(ascii: "=")
        && !isBlankAtEnd
      let piece =
        isKept ? [byte] : [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      // The last place is for the sign that joins the lines.
      if width + piece.count > lineMax - 1 {
        text += "=\r\n".utf8
        width = 0
      }
      text += piece
      width += piece.count
    }
    return String(decoding: text, as: UTF8.self)
  }
}
