import Glibc
package import Market

/// Where files are kept for good: in a folder, or in a bucket. Each has a key and under it parts, such
/// as the original and what was made of it. It may be asked from several threads at once, and waits for
/// the disk or the service on the thread that asks.
package struct Shelf: Sendable {
  package enum Place: Sendable {
    case folder(String)
    case bucket(BucketAddress, AccessKey, clock: @Sendable () -> Instant)
  }

  /// Of what arrived as it arrived.
  package static let original = ShownFile.original
  /// Of a bucket: the largest file there may be, and what answers have around it.
  private static let answerBytesMax = Int(MediaLimits.videoBytesMax) + (1 << 20)

  package let place: Place

  package init(_ place: Place) { self.place = place }

  /// In place of what was there. `type` is for a bucket, which tells it to whoever fetches it there.
  package func put(
    _ part: Part, from file: String, type: String = "application/octet-stream"
  ) throws(StorageError) {
    switch place {
    case .folder(let root):
      let folder = "\(root)/\(part.folder)"
      try DiskFile.makeFolder(folder)
      do throws(StorageError) {
        guard try copy(file, to: "\(root)/\(part.path)") else {
          throw .system(file, code: ENOENT)
        }
        try DiskFile.sync(folder: folder)
        try DiskFile.sync(folder: "\(root)/\(part.shard)")
      } catch {
        // Unless something else stands there.
        rmdir(folder)
        throw error
      }
    case .bucket:
      // All of it is in memory meanwhile: its digest is signed, and stands before it.
      let bytes = try DiskFile.bytes(of: file)
      try ask { bucket throws(BucketError) in
        try bucket.put(part.path, bytes, type: type, cacheControl: "private, no-store")
      }
    }
  }

  /// False when there is no such file.
  package func get(_ part: Part, into file: String) throws(StorageError) -> Bool {
    if case .folder(let root) = place { return try copy("\(root)/\(part.path)", to: file) }
    guard let bytes = try read(part) else { return false }
    try DiskFile.make(file) { handle throws(StorageError) in
      try DiskFile.copy(Int64(bytes.count), to: handle, at: 0, file) { piece, place in
        piece.copyBytes(from: bytes[Int(place)...].prefix(piece.count))
        return piece.count
      }
    }
    return true
  }

  /// False when there is nothing to copy.
  private func copy(_ file: String, to path: String) throws(StorageError) -> Bool {
    let source: Int32
    do throws(StorageError) {
      source = try DiskFile.open(file, O_RDONLY)
    } catch .system(_, code: ENOENT), .system(_, code: ENOTDIR) {
      return false
    }
    defer { close(source) }
    let size = try DiskFile.size(of: source, file)
    try DiskFile.make(path) { handle throws(StorageError) in
      try DiskFile.copy(size, to: handle, at: 0, path) { DiskFile.read(source, into: $0, from: $1) }
    }
    return true
  }

  /// All of it; nil when there is no such file.
  package func read(_ part: Part) throws(StorageError) -> [UInt8]? {
    switch place {
    case .folder(let root):
      do throws(StorageError) {
        return try DiskFile.bytes(of: "\(root)/\(part.path)")
      } catch .system(_, code: ENOENT), .system(_, code: ENOTDIR) {
        return nil
      }
    case .bucket:
      return try ask { bucket throws(BucketError) in try bucket.get(part.path) }
    }
  }

  /// Where the file is, if it is on this machine: for whoever sends it without reading it.
  package func path(of part: Part) -> String? {
    if case .folder(let root) = place { "\(root)/\(part.path)" } else { nil }
  }

  /// All that is kept under a key. What is not there is removed already.
  package func remove(_ key: String) throws(StorageError) {
    guard let any = Part(key, Self.original) else { return }
    switch place {
    case .folder(let root):
      let folder = "\(root)/\(any.folder)"
      for name in try DiskFile.names(in: folder) {
        guard unlink("\(folder)/\(name)") == 0 || errno == ENOENT else {
          throw DiskFile.error("\(folder)/\(name)")
        }
      }
      guard rmdir(folder) == 0 || errno == ENOENT else { throw DiskFile.error(folder) }
    case .bucket:
      try ask { bucket throws(BucketError) in
        var names: [String] = []
        try bucket.list(under: "\(any.folder)/") { names += $0 }
        for name in names { try bucket.remove(name) }
      }
    }
  }

  /// Calls with some of all keys at a time, each once, in their order.
  package func list(
    _ each: ([String]) throws(StorageError) -> Void
  ) throws(StorageError) {
    switch place {
    case .folder(let root):
      for shard in try DiskFile.names(in: root) where shard.utf8.count == Part.shardLetters {
        let keys = try DiskFile.names(in: "\(root)/\(shard)").filter { $0.hasPrefix(shard) }
        if !keys.isEmpty { try each(keys) }
      }
    case .bucket:
      var keys: [String] = []
      try ask { bucket throws(BucketError) in
        try bucket.list(under: "") { names in
          for name in names {
            let steps = name.split(separator: "/")
            guard steps.count == 3, keys.last.map({ $0 != steps[1] }) ?? true else { continue }
            keys.append(String(steps[1]))
          }
        }
      }
      if !keys.isEmpty { try each(keys) }
    }
  }

  private func ask<Value>(
    _ question: (Bucket) throws(BucketError) -> Value
  ) throws(StorageError) -> Value {
    guard case .bucket(let address, let key, let clock) = place else {
      preconditionFailure("a folder is no bucket")
    }
    var limits = WebClient.Limits()
    limits.bodyBytesMax = Self.answerBytesMax
    do throws(BucketError) {
      return try question(Bucket(address, key: key, clock: clock, client: WebClient(limits)))
    } catch {
      throw .bucketFault(error)
    }
  }
}

extension Shelf {
  /// One file of a key. Its name leads nowhere else, whoever has chosen it.
  package struct Part: Hashable, Sendable {
    static let shardLetters = 2
    private static let lettersMax = 64

    package let key: String
    package let name: String

    /// Nil when it could lead elsewhere.
    package init?(_ key: String, _ name: String) {
      guard [key, name].allSatisfy(Self.isSafe), key.utf8.count > Self.shardLetters else {
        return nil
      }
      (self.key, self.name) = (key, name)
    }

    /// Of a file that somebody sent.
    package init(originalOf key: MediaKey) {
      (self.key, name) = (key.text, Shelf.original)
    }

    package init(_ rendition: Rendition, of key: MediaKey) {
      (self.key, name) = (key.text, rendition.fileName)
    }

    /// So that no folder holds them all.
    var shard: Substring { key.prefix(Self.shardLetters) }
    var folder: String { "\(shard)/\(key)" }
    var path: String { "\(folder)/\(name)" }

    private static func isSafe(_ text: String) -> Bool {
      (1...lettersMax).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: ".")
        && text.utf8.allSatisfy { letter in
          switch letter {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "."), UInt8(ascii: "-"):
            true
          default: false
          }
        }
    }
  }
}
