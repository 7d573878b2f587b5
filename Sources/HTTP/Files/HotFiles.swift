import Glibc
import Synchronization

/// Files that were asked for lately, in memory. Whether a file is still the same is asked of the system
/// each time: builds never write into a file that is there, so the same file says the same.
final class HotFiles: Sendable {
  /// Of the two generations together.
  static let bytesMax = 64 << 20
  /// What an answer takes besides its body, about.
  private static let headBytes = 1_024

  struct Key: Hashable {
    let target: String
    /// The packed forms that the client takes, what it likes most first.
    let encodings: [Encoding]
  }

  private struct Hot: Sendable {
    let shown: ShownFile
    let path: String
    let facts: Facts
  }

  /// What tells a file from all others that were ever at its place.
  private struct Facts: Equatable {
    let device: UInt64
    let inode: UInt64
    let size: Int64
    let modified: timespec
    let changed: timespec

    init?(_ path: String) {
      var facts = stat()
      guard stat(path, &facts) == 0 else { return nil }
      (device, inode) = (UInt64(facts.st_dev), UInt64(facts.st_ino))
      size = Int64(facts.st_size)
      (modified, changed) = (facts.st_mtim, facts.st_ctim)
    }

    static func == (one: Facts, other: Facts) -> Bool {
      one.inode == other.inode && one.device == other.device && one.size == other.size
        && one.modified.tv_sec == other.modified.tv_sec
        && one.modified.tv_nsec == other.modified.tv_nsec
        && one.changed.tv_sec == other.changed.tv_sec
        && one.changed.tv_nsec == other.changed.tv_nsec
    }

    func isSamePlace(as other: Facts) -> Bool { inode == other.inode && device == other.device }
  }

  /// What was asked for since the last change of generations, and what was before: it goes unless
  /// somebody asks for it again.
  private struct Generations {
    /// The folder of the site. A new one may have files in packed forms that the old one lacked, so
    /// whatever is found in it is the first.
    var root: Facts?
    var young: [Key: Hot] = [:]
    var old: [Key: Hot] = [:]
    var bytes = 0
    var bytesOfOld = 0

    subscript(key: Key) -> Hot? {
      mutating get {
        if let hot = young[key] { return hot }
        guard let hot = old.removeValue(forKey: key) else { return nil }
        add(hot, key)
        return hot
      }
    }

    mutating func add(_ hot: Hot, _ key: Key) {
      young[key] = hot
      bytes += HotFiles.headBytes + Int(hot.shown.content.size)
      guard bytes > HotFiles.bytesMax / 2 else { return }
      (old, bytesOfOld) = (young, bytes)
      (young, bytes) = ([:], 0)
    }
  }

  private let folder: String
  private let generations = Mutex(Generations())

  init(_ folder: String) { self.folder = folder }

  /// What it takes; of what came back from the old ones twice.
  var bytes: Int { generations.withLock { $0.bytes + $0.bytesOfOld } }

  func find(_ key: Key) -> ShownFile? {
    guard let hot = generations.withLock({ $0[key] }), Facts(hot.path) == hot.facts else {
      return nil
    }
    return hot.shown
  }

  /// `path` leads from the site's folder to the file, which was opened there.
  func keep(_ shown: ShownFile, for key: Key, _ file: OpenFile, _ path: [String]) {
    guard shown.content.isInMemory, let root = Facts(folder) else { return }
    let place = folder + "/" + path.joined(separator: "/")
    // Perhaps it is another file by now.
    guard let facts = Facts(place), facts.inode == file.inode, facts.size == file.size else {
      return
    }
    let hot = Hot(shown: shown, path: place, facts: facts)
    generations.withLock { generations in
      if generations.root?.isSamePlace(as: root) != true {
        generations = Generations(root: root)
      }
      generations.add(hot, key)
    }
  }
}
