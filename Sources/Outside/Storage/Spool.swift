import Glibc
package import Market

/// Where files grow while they arrive: one for each key, in a folder of this machine. The length of a
/// file is how much of it is there, whoever was killed at whatever byte: what is written is always the
/// next piece, by one at a time.
package struct Spool: Sendable {
  package let folder: String

  package init(_ folder: String) { self.folder = folder }

  /// For those who put something into it, and for the bodies of requests that are on their way.
  package func makeFolder() throws(StorageError) { try DiskFile.makeFolder(folder, 0o700) }

  /// How much is there.
  package func length(of key: String) throws(StorageError) -> Int64 {
    var facts = stat()
    guard lstat(path(of: key), &facts) == 0 else {
      if errno == ENOENT { return 0 }
      throw DiskFile.error(path(of: key))
    }
    return Int64(facts.st_size)
  }

  /// Takes the file for who writes to it, until the hold is gone. Nil while somebody else has it, in this
  /// process or another.
  package func hold(_ key: String) throws(StorageError) -> Hold? {
    try makeFolder()
    let path = path(of: key)
    let handle = try DiskFile.open(path, O_RDWR | O_CREAT)
    guard flock(handle, LOCK_EX | LOCK_NB) == 0 else {
      close(handle)
      return nil
    }
    let hold = Hold(handle, path)
    // Whoever had it may have removed it meanwhile.
    return try hold.isThere ? hold : nil
  }

  /// What somebody else holds stays.
  package func remove(_ key: String) throws(StorageError) {
    guard try length(of: key) > 0 || access(path(of: key), F_OK) == 0 else { return }
    try hold(key)?.remove()
  }

  /// Of files that nobody has written to since then, in seconds since 1970.
  package func keys(untouchedSince moment: Int64) throws(StorageError) -> [String] {
    try DiskFile.names(in: folder).filter { name in
      var facts = stat()
      return lstat(path(of: name), &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
        && Int64(facts.st_mtim.tv_sec) < moment
    }
  }

  private func path(of key: String) -> String {
    precondition(Shelf.Part(key, Shelf.original) != nil, "a key leads nowhere else")
    return "\(folder)/\(key)"
  }
}

extension Spool {
  /// A file that one writes to. The lock goes with it, or with the process.
  package final class Hold: Sendable {
    package let path: String
    private let handle: Int32

    fileprivate init(_ handle: Int32, _ path: String) { (self.handle, self.path) = (handle, path) }

    deinit {
      // By closing alone the lock would live on in a process that was begun meanwhile.
      flock(handle, LOCK_UN)
      close(handle)
    }

    package var length: Int64 {
      get throws(StorageError) { try DiskFile.size(of: handle, path) }
    }

    fileprivate var isThere: Bool {
      get throws(StorageError) {
        var facts = stat()
        try DiskFile.check(fstat(handle, &facts), path)
        return facts.st_nlink > 0
      }
    }

    /// Adds `count` bytes to its end, and has them on the disk. Of what there is no room for nothing stays.
    package func append(
      _ count: Int64, from read: (UnsafeMutableRawBufferPointer, Int64) -> Int?
    ) throws(StorageError) {
      let start = try length
      do throws(StorageError) {
        try DiskFile.copy(count, to: handle, at: start, path, from: read)
        try DiskFile.check(fdatasync(handle), path)
      } catch {
        ftruncate(handle, off_t(start))
        throw error
      }
    }

    package func head(_ count: Int) -> [UInt8] { bytes(0, count) }

    /// Fewer at the end of the file.
    private func bytes(_ place: Int64, _ count: Int) -> [UInt8] {
      [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        let piece = UnsafeMutableRawBufferPointer(buffer)
        filled = DiskFile.read(handle, into: piece, from: place) ?? 0
      }
    }

    /// Takes out of a video what was noted besides what it shows; all else stays where it is.
    package func forgetNotes(in format: MediaFormat) throws(StorageError) {
      let notes = VideoStructure.notes(format, size: try length) { place, count in
        bytes(place, count)
      }
      guard !notes.isEmpty else { return }
      for note in notes {
        let count = Int64(note.contents.count)
        try DiskFile.copy(count, to: handle, at: note.contents.lowerBound, path) { piece, _ in
          piece.initializeMemory(as: UInt8.self, repeating: 0)
          return piece.count
        }
      }
      // Whoever dies before what follows is on the disk finds the notes again.
      try DiskFile.check(fdatasync(handle), path)
      for note in notes {
        try note.emptiness.withUnsafeBufferPointer { bytes throws(StorageError) in
          try DiskFile.write(UnsafeRawBufferPointer(bytes), to: handle, at: note.place, path)
        }
      }
    }

    /// SHA-256 of all of it, in hexadecimal.
    package func digest() throws(StorageError) -> String { try Digests.sha256(of: handle, path) }

    package func remove() { unlink(path) }
  }
}
