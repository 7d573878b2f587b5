import Glibc

/// A file that is being written.
struct NewFile: ~Copyable {
  /// Less than zero once it is closed.
  private var number: CInt

  init(_ number: CInt) { self.number = number }

  deinit { if number >= 0 { close(number) } }

  /// False when not all of it is written; `errno` says why.
  func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes
    while rest.count > 0 {
      let count = Glibc.write(number, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }

  /// Some disks tell only now that they are full.
  mutating func finish() -> Bool {
    defer { number = -1 }
    return close(number) == 0
  }
}
