import HTTP
import Market
import Outside
import Pages

/// A file of somebody, for his eyes. Whatever is in it, a browser is told to run nothing of it, to take
/// it for nothing else, and to keep it for nobody.
enum PrivateFile {
  static func answer(
    _ part: Shelf.Part, of file: MediaFile, _ format: MediaFormat, on shelf: Shelf
  ) throws -> Answer {
    let fields = FieldLines([
      ("Content-Type", format.mediaType),
      ("Content-Disposition", disposition(of: part, file, format)),
      ("Cache-Control", "private, no-store, no-transform"),
      ("Content-Security-Policy", "default-src 'none'; sandbox"),
      ("X-Content-Type-Options", "nosniff"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Referrer-Policy", "no-referrer"),
    ])
    if let path = shelf.path(of: part) {
      guard let open = OpenFile(path: path) else { throw Trouble(.notFound) }
      return Answer(.ok, fields, .part(open, 0..<open.size))
    }
    guard let bytes = try shelf.read(part) else { throw Trouble(.notFound) }
    return Answer(.ok, fields, .bytes(bytes))
  }

  /// A document is for another program: browsers show none that may run nothing.
  private static func disposition(
    of part: Shelf.Part, _ file: MediaFile, _ format: MediaFormat
  ) -> String {
    let how = format.kind == .document ? "attachment" : "inline"
    let name = part.name == Shelf.original ? file.name : part.name
    return "\(how); filename*=UTF-8''\(name.asFieldValue)"
  }
}

extension String {
  /// As RFC 8187 has it: all but letters and digits of English in percents.
  fileprivate var asFieldValue: String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = utf8.flatMap { byte in
      byte.isLetter || byte.isDigit || ".-_".utf8.contains(byte)
        ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
