import Glibc

/// How much a folder may hold, so that a wrong path does not read a whole disk.
package struct FolderLimits: Sendable {
  package var filesMax = 4_000
  package var fileBytesMax = 8 << 20
  package var bytesMax = 64 << 20
  package var depthMax = 6

  package init() {}
}

/// Reads a folder and all folders in it. Hidden files and what editors and file managers leave behind
/// do not count.
/// A link may lead to a file inside the same folder, nowhere else.
package struct FolderReader {
  private let root: String
  private let limits: FolderLimits
  /// The root without links, to hold the ends of links against.
  private var realRoot = ""
  private var files: [String: SourceFile] = [:]
  private var faults: [Fault] = []
  private var bytesRead = 0
  private var isCutShort = false

  /// Its files by their paths within the folder; each names itself by `folder` and that path.
  package static func read(
    _ folder: String, limits: FolderLimits = FolderLimits()
  ) throws(Faults) -> [String: SourceFile] {
    var faults: [Fault] = []
    let files = read(folder, limits: limits, faults: &faults)
    guard let files, faults.isEmpty else { throw Faults(faults) }
    return files
  }

  /// All that can be read; what cannot is added to `faults`. Nil when the folder itself cannot be
  /// read, or has too much in it, so that whatever is looked for may only seem to be missing.
  package static func read(
    _ folder: String, limits: FolderLimits = FolderLimits(), faults: inout [Fault]
  ) -> [String: SourceFile]? {
    var reader = FolderReader(root: folder, limits: limits)
    reader.readRoot()
    faults += reader.faults
    return reader.isCutShort ? nil : reader.files
  }

  /// The folders in a folder, sorted; none when it cannot be read.
  package static func folders(in folder: String) -> [String] {
    var unheard: [Fault] = []
    return folders(in: folder, faults: &unheard) ?? []
  }

  /// The folders in a folder, sorted; nil, and a fault that says why, when it cannot be read.
  package static func folders(in folder: String, faults: inout [Fault]) -> [String]? {
    guard let names = listing(open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) else {
      faults.append(Fault(Place(file: folder), found: complaint, expected: "a folder"))
      return nil
    }
    return names.compactMap { String(validating: $0, as: UTF8.self) }.filter { name in
      var status = stat()
      return !name.hasPrefix(".") && stat("\(folder)/\(name)", &status) == 0
        && status.isKind(S_IFDIR)
    }
  }

  private init(root: String, limits: FolderLimits) {
    self.root = root
    self.limits = limits
  }

  private mutating func readRoot() {
    guard let real = Self.withoutLinks(root) else {
      isCutShort = true
      return fault("", Self.complaint, "a folder")
    }
    realRoot = real == "/" ? "" : real
    readFolder("", depth: 1)
  }

  private mutating func readFolder(_ path: String, depth: Int) {
    guard depth <= limits.depthMax else {
      return fault(path, "folders \(depth) deep", "at most \(limits.depthMax)")
    }
    // The root itself may be a link: who runs the site says where his themes are.
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (path.isEmpty ? 0 : O_NOFOLLOW)
    guard let names = Self.listing(open(shown(path), flags)) else {
      isCutShort = path.isEmpty
      return fault(path, Self.complaint, "a folder that can be read")
    }
    for bytes in names where !Self.isIgnored(bytes) {
      guard let name = String(validating: bytes, as: UTF8.self), !bytes.contains(where: { $0 < 32 })
      else {
        fault(path, "a file whose name is not text", "names in UTF-8")
        continue
      }
      readEntry(path.isEmpty ? name : "\(path)/\(name)", depth: depth)
      if isCutShort { return }
    }
  }

  private mutating func readEntry(_ path: String, depth: Int) {
    var status = stat()
    guard lstat(shown(path), &status) == 0 else {
      return fault(path, Self.complaint, "a file that can be read")
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: readFolder(path, depth: depth + 1)
    case S_IFREG: readFile(path, at: shown(path))
    case S_IFLNK: readLinked(path)
    default: fault(path, "a pipe, socket or device", "a file")
    }
  }

  private mutating func readLinked(_ path: String) {
    guard let end = Self.withoutLinks(shown(path)) else {
      return fault(path, "a link that leads nowhere", "a file")
    }
    guard end.hasPrefix(realRoot + "/") else {
      return fault(path, "a link that leads out of the folder", "a file")
    }
    readFile(path, at: end)
  }

  private mutating func readFile(_ path: String, at place: String) {
    // A pipe that took the file's place meanwhile must not keep us waiting.
    let file = open(place, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return fault(path, Self.complaint, "a file that can be read") }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.isKind(S_IFREG) else {
      return fault(path, "a link to a folder", "a file")
    }
    guard files.count < limits.filesMax else {
      isCutShort = true
      return fault("", "more than \(limits.filesMax) files", "fewer")
    }
    guard let bytes = Self.bytes(of: file, sizeExpected: Int(status.st_size), limits.fileBytesMax)
    else { return fault(path, Self.complaint, "a file that can be read") }
    guard bytes.count <= limits.fileBytesMax else {
      return fault(path, "a larger file", "at most \(limits.fileBytesMax) bytes")
    }
    bytesRead += bytes.count
    guard bytesRead <= limits.bytesMax else {
      isCutShort = true
      return fault("", "more than \(limits.bytesMax) bytes in all its files", "fewer")
    }
    files[path] = SourceFile(path: shown(path), bytes: bytes)
  }

  private mutating func fault(_ path: String, _ found: String, _ expected: String) {
    faults.append(Fault(Place(file: shown(path)), found: found, expected: expected))
  }

  private func shown(_ path: String) -> String { path.isEmpty ? root : "\(root)/\(path)" }
}

extension FolderReader {
  /// What editors and file managers leave behind.
  private static func isIgnored(_ name: [UInt8]) -> Bool {
    let text = String(decoding: name, as: UTF8.self).lowercased()
    return text.hasPrefix(".") || ["~", ".swp", ".bak"].contains { text.hasSuffix($0) }
      || (text.hasPrefix("#") && text.hasSuffix("#"))
      || ["thumbs.db", "desktop.ini"].contains(text)
  }

  /// Sorted, so that the same folder is always read in the same order. Takes over the descriptor.
  private static func listing(_ folder: Int32) -> [[UInt8]]? {
    guard folder >= 0 else { return nil }
    guard let entries = fdopendir(folder) else {
      close(folder)
      return nil
    }
    defer { closedir(entries) }
    var names: [[UInt8]] = []
    while let entry = readdir(entries) {
      names.append(withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// All of it, or one byte more than `bytesMax`; nil when reading fails.
  private static func bytes(of file: Int32, sizeExpected: Int, _ bytesMax: Int) -> [UInt8]? {
    var all: [UInt8] = []
    all.reserveCapacity(min(sizeExpected, bytesMax) + 1)
    while all.count <= bytesMax {
      let wanted = min(max(sizeExpected - all.count, 0) + 1, bytesMax + 1 - all.count)
      var count = 0
      let some = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
        repeat {
          count = Glibc.read(file, buffer.baseAddress, wanted)
        } while count < 0 && errno == EINTR
        filled = max(count, 0)
      }
      if count < 0 { return nil }
      if count == 0 { break }
      all += some
    }
    return all
  }

  private static func withoutLinks(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(validatingCString: real)
  }

  private static var complaint: String {
    switch errno {
    case ENOENT: "nothing"
    case ENOTDIR: "no folder"
    case EACCES: "what this user may not read"
    default: "what cannot be read (\(String(cString: strerror(errno))))"
    }
  }
}

extension stat {
  fileprivate func isKind(_ kind: mode_t) -> Bool { st_mode & S_IFMT == kind }
}
