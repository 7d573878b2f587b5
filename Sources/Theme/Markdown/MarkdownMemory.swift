internal import CMarkdown
internal import Glibc

/// Memory for one text at a time. To read a text cmark takes many small pieces, and most of them
/// live until the end: here to take one is an addition, and all are given back at once.
///
/// There is little of it, so that a text that wants much does not keep it: what finds no room comes
/// from the heap and goes back there piece by piece. Each thread has its own.
struct MarkdownMemory: ~Copyable {
  static let bytes = 128 << 10
  private static let alignment = 16
  /// Before each piece stands its size.
  private static let headBytes = 16

  private let room: UnsafeMutableRawPointer
  private var used = 0
  private var texts = 0
  /// Pieces from the heap that were not given back.
  private var strays = 0

  fileprivate init() { room = .allocate(byteCount: Self.bytes, alignment: Self.alignment) }

  deinit { room.deallocate() }

  mutating func begin() { texts += 1 }

  /// Texts can be read inside one another; the room is free again after the outermost.
  mutating func end() {
    texts -= 1
    if texts == 0 { used = 0 }
  }

  /// Nothing is lost when the pieces of a text are not given back one by one.
  var isAllInRoom: Bool { strays == 0 }
}

extension MarkdownMemory {
  fileprivate mutating func take(_ size: Int) -> UnsafeMutableRawPointer {
    let whole = Self.whole(size)
    let piece: UnsafeMutableRawPointer
    if whole <= Self.bytes - used {
      piece = room + used
      used += whole
    } else {
      guard let stray = malloc(whole) else { abort() }
      piece = stray
      strays += 1
    }
    piece.storeBytes(of: size, as: Int.self)
    return piece + Self.headBytes
  }

  /// As much as there was before has the same bytes.
  fileprivate mutating func resize(
    _ place: UnsafeMutableRawPointer, to size: Int
  ) -> UnsafeMutableRawPointer {
    let piece = place - Self.headBytes
    let before = piece.load(as: Int.self)
    // What was taken last grows where it is.
    if isLast(piece, before), size >= before, Self.whole(size) <= Self.bytes - (piece - room) {
      used = piece - room + Self.whole(size)
      piece.storeBytes(of: size, as: Int.self)
      return place
    }
    let larger = take(size)
    larger.copyMemory(from: place, byteCount: min(before, size))
    giveBack(place)
    return larger
  }

  fileprivate mutating func giveBack(_ place: UnsafeMutableRawPointer) {
    let piece = place - Self.headBytes
    if piece < room || piece >= room + Self.bytes {
      strays -= 1
      free(piece)
    } else if isLast(piece, piece.load(as: Int.self)) {
      used = piece - room
    }
  }

  private func isLast(_ piece: UnsafeMutableRawPointer, _ size: Int) -> Bool {
    piece + Self.whole(size) == room + used
  }

  private static func whole(_ size: Int) -> Int {
    (size + Self.headBytes + Self.alignment - 1) & ~(Self.alignment - 1)
  }
}

extension MarkdownMemory {
  /// The thread's, which goes with it.
  static var own: UnsafeMutablePointer<MarkdownMemory> {
    if let known = pthread_getspecific(key) {
      return known.assumingMemoryBound(to: MarkdownMemory.self)
    }
    let own = UnsafeMutablePointer<MarkdownMemory>.allocate(capacity: 1)
    own.initialize(to: MarkdownMemory())
    guard pthread_setspecific(key, own) == 0 else {
      preconditionFailure("a thread cannot keep memory of its own")
    }
    return own
  }

  private static let key: pthread_key_t = {
    var key: pthread_key_t = 0
    let isMade = pthread_key_create(&key) { memory in
      guard let memory = memory?.assumingMemoryBound(to: MarkdownMemory.self) else { return }
      memory.deinitialize(count: 1)
      memory.deallocate()
    }
    guard isMade == 0 else { preconditionFailure("no more keys for memory of threads") }
    return key
  }()

  /// What cmark is given to call. Like its own, they do not return when there is no memory.
  // Written once, and never changed or freed.
  nonisolated(unsafe) static let functions: UnsafeMutablePointer<cmark_mem> = {
    let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    functions.initialize(
      to: cmark_mem(
        calloc: { count, size in
          let (bytes, isTooMuch) = count.multipliedReportingOverflow(by: size)
          guard !isTooMuch else { abort() }
          let place = MarkdownMemory.own.pointee.take(bytes)
          memset(place, 0, bytes)
          return place
        },
        realloc: { place, size in
          guard let place else { return MarkdownMemory.own.pointee.take(size) }
          return MarkdownMemory.own.pointee.resize(place, to: size)
        },
        free: { place in
          if let place { MarkdownMemory.own.pointee.giveBack(place) }
        }))
    return functions
  }()
}
