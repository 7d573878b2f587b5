import Glibc
package import Pages
import Theme

/// What stops the site from being written.
package enum SiteError: Error, Hashable {
  case system(path: String, reason: String)
  /// Another build is at work in the same folder.
  case busy(String)
  /// Two pages have the same address.
  case twice(String)
}

extension SiteError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .system(let path, let reason): "\(path) cannot be written: \(reason)."
    case .busy(let folder): "Another build is writing to \(folder)."
    case .twice(let path): "Two pages would have the address \(path)."
    }
  }
}

/// The folder of the site, written anew beside the one that visitors see and put into its place in
/// one step: nobody meets half a site, and a build that fails leaves the old one whole.
struct SiteTree: ~Copyable {
  static let site = "site"
  static let pictures = "pictures"
  private static let draft = ".site-draft"
  private static let lock = ".build.lock"

  private let output: String
  private let lock: CInt
  private var folders: Set<String> = []
  private var names: Set<String> = []
  private(set) var bytes = 0

  /// Where pictures are kept that were drawn once, for every build.
  let pictures: PictureFolder

  private var draft: String { "\(output)/\(Self.draft)" }

  init(in output: String) throws {
    self.output = output
    pictures = PictureFolder("\(output)/\(Self.pictures)")
    try Self.makeFolder(output)
    let path = "\(output)/\(Self.lock)"
    lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard lock >= 0 else { throw Self.failure(path) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw SiteError.busy(output)
    }
    // Of a build that was killed.
    try Self.remove(draft)
    try Self.makeFolder(draft)
  }

  deinit {
    try? Self.remove(draft)
    close(lock)
  }

  /// A file by its path in the site, such as `/zh-CN/c.html`.
  mutating func write(_ path: String, _ text: borrowing Output) throws {
    try text.withBytes { try write(path, $0) }
  }

  mutating func write(_ path: String, _ text: String) throws {
    var text = text
    try text.withUTF8 { try write(path, $0) }
  }

  mutating func write(_ path: String, _ bytes: [UInt8]) throws {
    try bytes.withUnsafeBufferPointer { try write(path, $0) }
  }

  private mutating func write(_ path: String, _ content: UnsafeBufferPointer<UInt8>) throws {
    let place = try place(of: path)
    let file = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Self.failure(place) }
    defer { close(file) }
    var done = 0
    while done < content.count {
      let count = Glibc.write(file, content.baseAddress.map { $0 + done }, content.count - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure(place) }
      done += count
    }
    bytes += content.count
  }

  /// Draws it unless that was done before. True when it was drawn now.
  mutating func show(_ drawing: CoverDrawing) throws -> Bool {
    let name = drawing.name
    let isNew = try pictures.keep(name) { drawing.svg }
    guard !names.contains("/\(name)") else { return isNew }
    let place = try place(of: "/\(name)")
    guard link("\(pictures.path)/\(name)", place) == 0 else { throw Self.failure(place) }
    return isNew
  }

  /// Puts the site into its place.
  mutating func publish() throws {
    let site = "\(output)/\(Self.site)"
    if renameat2(AT_FDCWD, draft, AT_FDCWD, site, UInt32(RENAME_EXCHANGE)) == 0 {
      return try Self.remove(draft)
    }
    guard errno == ENOENT, rename(draft, site) == 0 else { throw Self.failure(site) }
  }

  private mutating func place(of path: String) throws -> String {
    guard names.insert(path).inserted else { throw SiteError.twice(path) }
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    if !folder.isEmpty, folders.insert(String(folder)).inserted {
      var reached = ""
      for part in folder.split(separator: "/") {
        reached += "/\(part)"
        folders.insert(reached)
        try Self.makeFolder(draft + reached)
      }
    }
    return draft + path
  }

  private static func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path) }
  }

  private static func failure(_ path: String) -> SiteError {
    .system(path: path, reason: String(cString: strerror(errno)))
  }

  /// With all that is in it; nothing when it is not there.
  private static func remove(_ path: String) throws {
    let result = nftw(
      path, { path, _, _, _ in path.map { Glibc.remove($0) } ?? 0 }, 16,
      Int32(FTW_DEPTH.rawValue | FTW_PHYS.rawValue))
    guard result == 0 || errno == ENOENT else { throw failure(path) }
  }
}
