import Foundation
import Proving
import Synchronization

/// Two sites of the same pages, as bytes.
struct HugoEquality {
  /// So many that a disk is asked for the next pages while others are looked at.
  private static let readers = 32
  private static let pagesAtOnce = 256

  private(set) var pages = 0
  private(set) var ourBytes = 0
  private(set) var theirBytes = 0

  /// Throws when a page of Hugo's is not ours.
  init(of ours: String, and theirs: String) throws {
    guard let found = FileManager.default.enumerator(atPath: theirs) else {
      throw ProvingError.failed("no folder \(theirs)")
    }
    let paths = found.compactMap { $0 as? String }.filter { $0.hasSuffix(".html") }
    let sum = Mutex(Result<Self, any Error>.success(Self()))
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = Self.readers
    for begin in stride(from: 0, to: paths.count, by: Self.pagesAtOnce) {
      let some = paths[begin..<min(begin + Self.pagesAtOnce, paths.count)]
      queue.addOperation {
        let part = Result { try Self(of: ours, and: theirs, at: some) }
        sum.withLock { sum in sum = Result { try sum.get().adding(part.get()) } }
      }
    }
    queue.waitUntilAllOperationsAreFinished()
    self = try sum.withLock { try $0.get() }
  }

  private init() {}

  private init(of ours: String, and theirs: String, at paths: ArraySlice<String>) throws {
    for path in paths {
      let our = try Data(contentsOf: URL(fileURLWithPath: "\(ours)/\(path)"))
      let their = try Data(contentsOf: URL(fileURLWithPath: "\(theirs)/\(path)"))
      if let place = Self.difference(between: Array(our), and: Array(their)) {
        throw ProvingError.failed(
          "\(path) differs: \(Self.text(our, at: place.our)), and Hugo has \(Self.text(their, at: place.their))"
        )
      }
      pages += 1
      ourBytes += our.count
      theirBytes += their.count
    }
  }

  private func adding(_ other: Self) -> Self {
    var sum = self
    sum.pages += other.pages
    sum.ourBytes += other.ourBytes
    sum.theirBytes += other.theirBytes
    return sum
  }

  private static func text(_ bytes: Data, at place: Int) -> String {
    "“\(String(decoding: bytes[max(0, place - 60)..<min(bytes.count, place + 60)], as: UTF8.self))”"
  }

  /// How Go writes what we write otherwise, in words and in addresses; both mean the same.
  private static let spellings: [(our: StaticString, their: StaticString)] = [
    ("quot;", "#34;"), ("+", "&#43;"),
  ]

  private static func difference(
    between our: [UInt8], and their: [UInt8]
  ) -> (our: Int, their: Int)? {
    var place = (our: 0, their: 0)
    while place.our < our.count, place.their < their.count {
      if our[place.our] == their[place.their] {
        place.our += 1
        place.their += 1
      } else if let spelling = spellings.first(where: {
        our[place.our...].starts(with: $0.our.bytes)
          && their[place.their...].starts(with: $0.their.bytes)
      }) {
        place.our += spelling.our.utf8CodeUnitCount
        place.their += spelling.their.utf8CodeUnitCount
      } else if our[place.our] >= 0x80,
        their[place.their...].starts(with: percentEncoded(our[place.our]))
      {
        place.our += 1
        place.their += 3
      } else {
        return place
      }
    }
    return place == (our.count, their.count) ? nil : place
  }

  private static func percentEncoded(_ byte: UInt8) -> String.UTF8View {
    "%\(String(byte, radix: 16))".utf8
  }
}

extension StaticString {
  fileprivate var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
