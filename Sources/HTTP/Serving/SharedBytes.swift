internal import CBeast

/// Bytes that many answers or sockets may be sending at once, without a copy for each.
package final class SharedBytes: @unchecked Sendable {
  // Never written to after `init`; its count of holders is atomic.
  let buffer: OpaquePointer

  package init(_ bytes: [UInt8]) {
    guard let made = bytes.withUnsafeBytes({ jb_buffer_make($0.baseAddress, $0.count) }) else {
      preconditionFailure("a buffer is made or memory is over")
    }
    buffer = made
  }

  deinit { jb_buffer_drop(buffer) }

  package var count: Int { jb_buffer_bytes(buffer).count }

  package var bytes: [UInt8] {
    let text = jb_buffer_bytes(buffer)
    return Array(UnsafeRawBufferPointer(start: text.bytes, count: text.count))
  }
}
