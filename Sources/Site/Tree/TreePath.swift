import Glibc

/// The path of a file in a tree, such as `zh-CN/c.html`, as the system wants it: bytes, and a zero
/// behind them. One is made once and used for file after file.
struct TreePath: ~Copyable {
  static let bytesMax = Int(PATH_MAX) - 1

  let start: UnsafeMutablePointer<CChar>
  private(set) var count = 0

  init() { start = .allocate(capacity: Self.bytesMax + 1) }

  init(relative path: String) throws(SiteError) {
    self.init()
    guard set(relative: path) else { throw .outside(path) }
  }

  deinit { start.deallocate() }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The address of a page is the path with a slash before it.
  mutating func set(_ address: String) throws(SiteError) {
    let isInside = address.utf8Span.span.withUnsafeBytes { bytes in
      guard bytes.first == UInt8(ascii: "/") else { return false }
      return set(UnsafeRawBufferPointer(rebasing: bytes.dropFirst()))
    }
    guard isInside else {
      throw address.utf8.count > Self.bytesMax ? Self.tooLong(address) : .outside(address)
    }
  }

  private static func tooLong(_ path: String) -> SiteError {
    errno = ENAMETOOLONG
    return Folder.failure(path)
  }

  /// False when it leads out of the tree, or is longer than the system takes.
  mutating func set(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count <= Self.bytesMax, Self.isInside(bytes) else { return false }
    count = 0
    append(bytes)
    return true
  }

  /// The same for a path without a slash before it.
  mutating func set(relative path: String) -> Bool {
    path.utf8Span.span.withUnsafeBytes { set($0) }
  }

  /// Names a file beside the one that it named.
  mutating func append(_ ending: StaticString) throws(SiteError) {
    guard count + ending.utf8CodeUnitCount <= Self.bytesMax else { throw Self.tooLong(text) }
    append(UnsafeRawBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
  }

  mutating func drop(_ ending: StaticString) {
    count -= ending.utf8CodeUnitCount
    start[count] = 0
  }

  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    UnsafeMutableRawBufferPointer(start: start + count, count: bytes.count).copyMemory(from: bytes)
    count += bytes.count
    start[count] = 0
  }

  func hasEnding(_ ending: StaticString) -> Bool {
    bytes.suffix(ending.utf8CodeUnitCount)
      .elementsEqual(UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
  }

  /// Whether each step leads further in.
  static func isInside(_ path: UnsafeRawBufferPointer) -> Bool {
    var step = 0
    var dots = 0
    for byte in path {
      switch byte {
      case 0: return false
      case UInt8(ascii: "/"):
        // Nothing, one dot or two are no names.
        guard step > dots || dots > 2 else { return false }
        (step, dots) = (0, 0)
      case UInt8(ascii: "."): (step, dots) = (step + 1, dots + 1)
      default: step += 1
      }
    }
    return step > dots || dots > 2
  }
}
