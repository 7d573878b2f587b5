import Glibc

/// What the system does with files, each step of it tried again when a signal comes between.
enum DiskFile {
  private static let pieceBytes = 262_144
  private static let codesOfNoRoom = [ENOSPC, EDQUOT, EFBIG]

  static func words(of code: Int32) -> String { String(cString: strerror(code)) }

  /// Of the step that has just failed.
  static func error(_ path: String, _ code: Int32 = errno) -> StorageError {
    codesOfNoRoom.contains(code) ? .noRoom : .system(path, code: code)
  }

  static func check(_ outcome: Int32, _ path: String) throws(StorageError) {
    guard outcome >= 0 else { throw error(path) }
  }

  /// Who calls closes it. Nothing is followed out of the folder by its last step.
  static func open(
    _ path: String, _ flags: Int32, _ mode: mode_t = 0o600
  ) throws(StorageError) -> Int32 {
    let handle = Glibc.open(path, flags | O_CLOEXEC | O_NOFOLLOW, mode)
    guard handle >= 0 else { throw error(path) }
    return handle
  }

  static func write(
    _ bytes: UnsafeRawBufferPointer, to handle: Int32, at offset: Int64, _ path: String
  ) throws(StorageError) {
    var done = 0
    while done < bytes.count, let start = bytes.baseAddress {
      let count = pwrite(handle, start + done, bytes.count - done, off_t(offset) + off_t(done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw count == 0 ? .noRoom : error(path) }
      done += count
    }
  }

  /// From the place of one on to the place of the other. `read` fills what it is given, less at the end;
  /// nil when it cannot.
  static func copy(
    _ count: Int64, to handle: Int32, at offset: Int64, _ path: String,
    from read: (UnsafeMutableRawBufferPointer, Int64) -> Int?
  ) throws(StorageError) {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceBytes, alignment: 16)
    defer { piece.deallocate() }
    var done: Int64 = 0
    while done < count {
      let wanted = Int(min(Int64(pieceBytes), count - done))
      let part = UnsafeMutableRawBufferPointer(rebasing: piece[..<wanted])
      guard let got = read(part, done), got == wanted else { throw .system(path, code: EIO) }
      try write(UnsafeRawBufferPointer(part), to: handle, at: offset + done, path)
      done += Int64(wanted)
    }
  }

  static func read(
    _ handle: Int32, into buffer: UnsafeMutableRawBufferPointer, from offset: Int64
  ) -> Int? {
    var filled = 0
    while filled < buffer.count, let start = buffer.baseAddress {
      let place = off_t(offset) + off_t(filled)
      let count = pread(handle, start + filled, buffer.count - filled, place)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  static func size(of handle: Int32, _ path: String) throws(StorageError) -> Int64 {
    var facts = stat()
    try check(fstat(handle, &facts), path)
    return Int64(facts.st_size)
  }

  /// All of a file that was made to be small, or to be sent at once.
  static func bytes(of path: String) throws(StorageError) -> [UInt8] {
    let handle = try open(path, O_RDONLY)
    defer { close(handle) }
    let count = Int(try size(of: handle, path))
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = read(handle, into: UnsafeMutableRawBufferPointer(buffer), from: 0) ?? 0
      isWhole = filled == count
    }
    guard isWhole else { throw .system(path, code: EIO) }
    return bytes
  }

  /// Beside its place first, and on the disk before it is there: a name stands for all of it or nothing.
  static func make(
    _ path: String, _ fill: (Int32) throws(StorageError) -> Void
  ) throws(StorageError) {
    let beside = "\(path).\(getpid())-\(UInt32.random(in: 0...UInt32.max)).new"
    let handle = try open(beside, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    defer { close(handle) }
    do throws(StorageError) {
      try fill(handle)
      try check(fsync(handle), beside)
      try check(rename(beside, path), path)
    } catch {
      unlink(beside)
      throw error
    }
  }

  /// With what is on the way to it. What is there already is fine.
  static func makeFolder(_ path: String, _ mode: mode_t = 0o755) throws(StorageError) {
    if mkdir(path, mode) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw error(path)
    }
    try makeFolder(String(path[..<slash]), mode)
    guard mkdir(path, mode) == 0 || errno == EEXIST else { throw error(path) }
  }

  /// A name lasts when its folder is on the disk.
  static func sync(folder path: String) throws(StorageError) {
    let handle = try open(path, O_RDONLY | O_DIRECTORY)
    defer { close(handle) }
    try check(fsync(handle), path)
  }

  /// Sorted; none in a folder that is not there.
  static func names(in folder: String) throws(StorageError) -> [String] {
    guard let list = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw error(folder)
    }
    defer { closedir(list) }
    var names: [String] = []
    while let entry = readdir(list) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
