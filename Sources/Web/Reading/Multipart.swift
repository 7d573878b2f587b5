/// A form with files, as RFC 7578 has it: where its parts are in the bytes that were sent. Nothing
/// may stand before the first boundary and nothing behind the last; lines end with CRLF.
package struct Multipart: Sendable {
  package static let partsMax = 64
  package static let headBytesMax = 4_096
  package static let textBytesMax = 65_536

  package struct Part: Equatable, Sendable {
    package let name: String
    /// What the sender calls the file; no path to be trusted. Nil when the part is no file.
    package let fileName: String?
    package let type: MediaType?
    /// Where its content is.
    package let content: Range<Int64>
  }

  package let parts: [Part]
  package let source: any ByteSource

  /// `type` is that of the whole. However large the source is, little more than `bufferBytes` of it
  /// are in memory.
  package init(
    _ source: any ByteSource, type: MediaType, bufferBytes: Int = 65_536
  ) throws(MultipartFault) {
    guard type.type == "multipart/form-data", let boundary = type["boundary"],
      Self.isBoundary(boundary)
    else { throw .noBoundary }
    var reader = MultipartReader(source, boundary: boundary, bufferBytes: bufferBytes)
    parts = try reader.parts()
    self.source = source
  }

  /// The first of that name.
  package subscript(name: String) -> Part? { parts.first { $0.name.hasSameBytes(as: name) } }

  package func parts(of name: String) -> [Part] {
    parts.filter { $0.name.hasSameBytes(as: name) }
  }

  /// The content of a part that is a field of a form. Its lines end with LF.
  package func text(of part: Part) throws(MultipartFault) -> String {
    let start = part.content.lowerBound
    guard part.content.count <= Self.textBytesMax else { throw .textTooLong(at: start) }
    let bytes = try source.bytes(in: part.content)
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw .noText(at: start)
    }
    return text.withPlainLines
  }

  /// As RFC 2046 has it, 5.1.1.
  private static func isBoundary(_ text: String) -> Bool {
    let isFit = text.utf8.allSatisfy {
      $0.isLetter || $0.isDigit || "'()+_,-./:=? ".utf8.contains($0)
    }
    return isFit && (1...70).contains(text.utf8.count) && text.utf8.last != UInt8(ascii: " ")
  }
}

package enum MultipartFault: Error, Equatable {
  /// The type is another one, or does not say what stands between the parts.
  case noBoundary
  /// Where a boundary must be, something else is.
  case unexpected(at: Int64)
  case unfinished
  case tooManyParts
  case headTooLong(at: Int64)
  /// A line of the head of a part that is none, that is there twice, or that nobody may send.
  case badHead(at: Int64)
  case textTooLong(at: Int64)
  case noText(at: Int64)
  /// The disk fails, or the source is shorter than it said.
  case unreadable
}

extension ByteSource {
  func bytes(in range: Range<Int64>) throws(MultipartFault) -> [UInt8] {
    var isFine = true
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = read(into: UnsafeMutableRawBufferPointer(buffer), from: range.lowerBound) ?? 0
      isFine = count == range.count
    }
    guard isFine else { throw .unreadable }
    return bytes
  }
}
