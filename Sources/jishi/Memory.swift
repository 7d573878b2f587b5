import Glibc

/// What is asked of the allocator.
enum Memory {
  private typealias Control =
    @convention(c) (
      UnsafePointer<CChar>, UnsafeMutableRawPointer?, UnsafeMutablePointer<Int>?,
      UnsafeMutableRawPointer?, Int
    ) -> CInt

  /// The number by which jemalloc means all arenas that there are.
  private static let allArenas = 4_096

  /// Keeps nothing for a next time: for who waits most of the time, and does little in between. Only
  /// what is shipped has jemalloc; nothing happens without it.
  static func giveBackAtOnce() {
    guard let symbol = dlsym(nil, "mallctl") else { return }
    let control = unsafeBitCast(symbol, to: Control.self)
    var milliseconds = 0
    for arenas in ["arenas", "arena.\(allArenas)"] {
      for kind in ["dirty", "muzzy"] {
        _ = control(
          "\(arenas).\(kind)_decay_ms", nil, nil, &milliseconds, MemoryLayout<Int>.size)
      }
    }
  }
}
