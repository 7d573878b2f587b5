/// Bytes that can be read from anywhere, such as the body of a request.
package protocol ByteSource: Sendable {
  var size: Int64 { get }

  /// Fills the buffer with what stands from there on, and says how much that is: less than there is
  /// room for only at the end. Nil when the disk fails.
  func read(into buffer: UnsafeMutableRawBufferPointer, from offset: Int64) -> Int?
}

/// Bytes in memory.
package struct HeldBytes: ByteSource {
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var size: Int64 { Int64(bytes.count) }

  package func read(into buffer: UnsafeMutableRawBufferPointer, from offset: Int64) -> Int? {
    guard offset < size else { return 0 }
    let part = bytes[Int(offset)...].prefix(buffer.count)
    buffer.copyBytes(from: part)
    return part.count
  }
}
