/// Bytes that grow. One is made once and used for page after page; only a page larger than any
/// before it makes it grow. It remembers what recurs on pages.
package struct Output: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var parts = RenderedParts()
  package private(set) var count = 0

  package init(capacity: Int = 64 << 10) {
    base = .allocate(capacity: max(capacity, 16))
    self.capacity = max(capacity, 16)
  }

  deinit { base.deallocate() }

  package mutating func clear() { count = 0 }

  package mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never) private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }

  package mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    copy(UnsafeRawPointer(start), bytes.count)
    count += bytes.count
  }

  /// Few bytes go over in two pieces that overlap, sooner than a call can be made.
  @inline(__always) private func copy(_ source: UnsafeRawPointer, _ length: Int) {
    switch length {
    case 4..<8: copyEnds(source, length, as: UInt32.self)
    case 8..<16: copyEnds(source, length, as: UInt64.self)
    case 16..<32: copyEnds(source, length, as: SIMD16<UInt8>.self)
    case 32...64: copyEnds(source, length, as: SIMD32<UInt8>.self)
    default: UnsafeMutableRawPointer(base + count).copyMemory(from: source, byteCount: length)
    }
  }

  @inline(__always) private func copyEnds<Piece: BitwiseCopyable>(
    _ source: UnsafeRawPointer, _ length: Int, as type: Piece.Type
  ) {
    let target = UnsafeMutableRawPointer(base + count)
    let last = length - MemoryLayout<Piece>.size
    let head = source.loadUnaligned(as: type)
    let tail = source.loadUnaligned(fromByteOffset: last, as: type)
    target.storeBytes(of: head, as: type)
    target.storeBytes(of: tail, toByteOffset: last, as: type)
  }

  /// What only we can have made. What people wrote goes through `escape`.
  package mutating func append(asIs text: borrowing String) {
    text.withBytes { append($0) }
  }

  package mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package borrowing func withBytes<Result, Failure>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(start: base, count: count))
  }

  /// Whether the part was rendered for this view before; then it is here again.
  mutating func repeatPart(_ part: Stamp, of view: Stamp) -> Bool {
    guard let bytes = parts.bytes(of: view, in: part) else { return false }
    append(bytes)
    return true
  }

  /// What stands here from `start` on is the part for this view.
  mutating func keepPart(_ part: Stamp, of view: Stamp, from start: Int) {
    parts.keep(
      UnsafeBufferPointer(start: base + start, count: count - start), of: view, in: part)
  }

  package var bytes: [UInt8] { withBytes { Array($0) } }

  package var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }
}
