import Glibc
package import HTTP

extension SpooledFile: ByteSource {
  package func read(into buffer: UnsafeMutableRawBufferPointer, from offset: Int64) -> Int? {
    var filled = 0
    while filled < buffer.count, let start = buffer.baseAddress {
      let place = off_t(offset) + off_t(filled)
      let count = pread(handle, start + filled, buffer.count - filled, place)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      filled += count
    }
    return filled
  }
}
