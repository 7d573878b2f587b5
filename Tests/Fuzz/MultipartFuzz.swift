import Glibc
import Web

/// The bytes as a form with files; behind a border stands the type, if it is another than usual.
/// They are read from memory and from a file, with more and with less of them at once.
enum MultipartFuzz {
  private static let usual = "multipart/form-data; boundary=XX"

  static func read(_ bytes: [UInt8]) {
    let place = bytes.lastIndex(of: border)
    let field = place.map { String(decoding: bytes[$0...].dropFirst(), as: UTF8.self) } ?? usual
    let body = Array(bytes[..<(place ?? bytes.endIndex)])
    guard let type = MediaType(field) else { return }
    let whole = outcome(HeldBytes(body), type, bufferBytes: 1 << 15)
    for size in [1, 64, 3 + Int(bytes.first ?? 0)] {
      if outcome(HeldBytes(body), type, bufferBytes: size) != whole { fail("with \(size) bytes") }
    }
    let file = FileBytes(body)
    if outcome(file, type, bufferBytes: 97) != whole { fail("from a file") }
    if case .success(let parts) = whole, let boundary = type["boundary"] {
      check(parts, body, Array("\r\n--\(boundary)".utf8))
      readTexts(parts, file, HeldBytes(body), type)
    }
  }

  private static func outcome(
    _ source: any ByteSource, _ type: MediaType, bufferBytes: Int
  ) -> Result<[Multipart.Part], MultipartFault> {
    do throws(MultipartFault) {
      return .success(try Multipart(source, type: type, bufferBytes: bufferBytes).parts)
    } catch {
      return .failure(error)
    }
  }

  /// Each part stands between a head and a boundary, and has none in it; the next one is behind it.
  private static func check(_ parts: [Multipart.Part], _ body: [UInt8], _ delimiter: [UInt8]) {
    var last = 0
    for part in parts {
      let (start, end) = (Int(part.content.lowerBound), Int(part.content.upperBound))
      guard start >= last, end >= start, end < body.count else { fail("\(part) is not there") }
      if !body[last..<start].suffix(4).elementsEqual("\r\n\r\n".utf8) { fail("no head: \(part)") }
      if !body[end...].starts(with: delimiter) { fail("no boundary: \(part)") }
      if body[start..<end].firstRange(of: delimiter) != nil { fail("two parts: \(part)") }
      last = end + delimiter.count
    }
    let ends = [Array("--".utf8), Array("--\r\n".utf8)]
    let end = parts.isEmpty ? delimiter.count - 2 : last
    if !ends.contains(Array(body[end...])) { fail("more behind the end") }
  }

  private static func readTexts(
    _ parts: [Multipart.Part], _ file: FileBytes, _ held: HeldBytes, _ type: MediaType
  ) {
    guard let one = try? Multipart(file, type: type), let other = try? Multipart(held, type: type)
    else { fail("refused the second time") }
    for part in parts {
      let text = try? one.text(of: part)
      if text != (try? other.text(of: part)) { fail("another text: \(part)") }
      if let text, text.utf8.contains(0) || text.utf8.contains(13) { fail("no text: \(part)") }
      if one[part.name]?.name.utf8.elementsEqual(part.name.utf8) != true { fail("lost: \(part)") }
    }
  }
}

/// A file without a name.
private final class FileBytes: ByteSource {
  private let handle: Int32
  let size: Int64

  init(_ bytes: [UInt8]) {
    let path = "/dev/shm/jishi-fuzz-\(getpid())"
    handle = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    unlink(path)
    size = Int64(bytes.count)
    guard handle >= 0, write(handle, bytes, bytes.count) == bytes.count else {
      fail("no room for a file in memory")
    }
  }

  deinit { close(handle) }

  func read(into buffer: UnsafeMutableRawBufferPointer, from offset: Int64) -> Int? {
    pread(handle, buffer.baseAddress, buffer.count, off_t(offset))
  }
}
