import Glibc

/// Finds the parts of a form in its bytes, a buffer at a time.
struct MultipartReader {
  private let source: any ByteSource
  /// What ends a part, with the end of the line before it.
  private let delimiter: [UInt8]
  private let headEnd = Array("\r\n\r\n".utf8)
  private var buffer: [UInt8]
  private var place: Int64 = 0

  init(_ source: any ByteSource, boundary: String, bufferBytes: Int) {
    self.source = source
    delimiter = Array("\r\n--\(boundary)".utf8)
    let wanted = Int(min(Int64(bufferBytes), source.size))
    // A buffer as long as what is looked for would find it one byte further each time.
    buffer = [UInt8](repeating: 0, count: max(wanted, 2 * delimiter.count))
  }

  mutating func parts() throws(MultipartFault) -> [Multipart.Part] {
    var parts: [Multipart.Part] = []
    // Nothing stands before the first boundary, not even the end of a line.
    try expect(delimiter.dropFirst(2))
    while try hasNext() {
      guard parts.count < Multipart.partsMax else { throw .tooManyParts }
      let head = try head()
      let start = place
      guard let end = try find(from: start) else { throw .unfinished }
      parts.append(
        Multipart.Part(
          name: head.name, fileName: head.fileName, type: head.type, content: start..<end))
      place = end + Int64(delimiter.count)
    }
    return parts
  }

  /// Behind a boundary: the end of its line, or two hyphens and the end of all.
  private mutating func hasNext() throws(MultipartFault) -> Bool {
    let next = try peek(5)
    if next.starts(with: "\r\n".utf8) {
      place += 2
      return true
    }
    guard next.starts(with: "--".utf8) else {
      let isCut = next.isEmpty || next.elementsEqual("\r".utf8) || next.elementsEqual("-".utf8)
      throw isCut ? .unfinished : .unexpected(at: place)
    }
    place += 2
    guard next.count == 2 || next.elementsEqual("--\r\n".utf8) else {
      throw .unexpected(at: place)
    }
    return false
  }

  private mutating func head() throws(MultipartFault) -> PartHead {
    let most = Multipart.headBytesMax + headEnd.count
    let bytes = try peek(most)
    guard let end = bytes.firstRange(of: headEnd) else {
      throw bytes.count == most ? .headTooLong(at: place) : .unfinished
    }
    guard let head = PartHead(bytes[..<end.lowerBound]) else { throw .badHead(at: place) }
    place += Int64(end.upperBound)
    return head
  }

  private mutating func expect(_ words: ArraySlice<UInt8>) throws(MultipartFault) {
    let found = try peek(words.count)
    guard found == Array(words) else {
      throw words.starts(with: found) ? .unfinished : .unexpected(at: place)
    }
    place += Int64(words.count)
  }

  /// At most so many of the bytes that follow.
  private func peek(_ count: Int) throws(MultipartFault) -> [UInt8] {
    try source.bytes(in: place..<min(place + Int64(count), source.size))
  }

  /// Where the next delimiter begins.
  private mutating func find(from start: Int64) throws(MultipartFault) -> Int64? {
    let (source, delimiter) = (source, delimiter)
    var start = start
    while source.size - start >= Int64(delimiter.count) {
      let wanted = Int(min(Int64(buffer.count), source.size - start))
      let (count, found) = buffer.withUnsafeMutableBytes { buffer in
        let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
        let count = source.read(into: part, from: start)
        return (count, UnsafeRawBufferPointer(part).place(of: delimiter))
      }
      guard count == wanted else { throw .unreadable }
      if let found { return start + Int64(found) }
      // What begins at the end of the buffer may go on behind it.
      start += Int64(wanted - delimiter.count + 1)
    }
    return nil
  }
}

extension UnsafeRawBufferPointer {
  /// The first sign of a delimiter is nowhere else in it, so no byte is looked at often, whatever
  /// the bytes are.
  fileprivate func place(of delimiter: [UInt8]) -> Int? {
    guard let start = baseAddress, let first = delimiter.first else { return nil }
    var place = 0
    while count - place >= delimiter.count,
      let found = memchr(start + place, Int32(first), count - place - delimiter.count + 1)
    {
      if memcmp(found, delimiter, delimiter.count) == 0 { return UnsafeRawPointer(found) - start }
      place = UnsafeRawPointer(found) - start + 1
    }
    return nil
  }
}
