import Glibc
import Pages
import Theme

/// What stops the site from being written.
package enum SiteError: Error, Hashable {
  case system(path: String, reason: String)
  /// Another build is at work in the same folder.
  case busy(String)
  /// Two pages have the same address.
  case twice(String)
  /// A page would stand outside the folder of the site.
  case outside(String)
}

extension SiteError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .system(let path, let reason): "\(path) cannot be written: \(reason)."
    case .busy(let folder): "Another build is writing to \(folder)."
    case .twice(let path): "Two pages would have the address \(path)."
    case .outside(let path): "A page would have the address \(path), which leaves the site."
    }
  }
}

/// The folder of the site, written anew beside the one that visitors see and put into its place in
/// one step: nobody meets half a site, and a build that fails leaves the old one whole.
///
/// `OUTPUT/site` is a link to one of `OUTPUT/sites`, since a link can be changed at once and a folder
/// that is not empty cannot.
final class SiteTree {
  private static let site = "site"
  private static let sites = "sites"
  private static let pictures = "pictures"

  private let output: String
  private let lock: BuildLock
  private let number: Int
  private var folders: Set<String> = []
  private var names: Set<String> = []
  private(set) var bytes = 0

  /// Where pictures are kept that were drawn once, for every build.
  private let pictures: PictureFolder

  private var draft: String { "\(output)/\(Self.sites)/\(number)" }

  init(in output: String) throws(SiteError) {
    self.output = output
    pictures = PictureFolder("\(output)/\(Self.pictures)")
    try Folder.make("\(output)/\(Self.sites)")
    lock = try BuildLock(output)
    let folder = "\(output)/\(Self.sites)"
    number = 1 + (try Folder.names(in: folder).compactMap(Self.number).max() ?? 0)
    // What a build left that was killed may hold the room that this one needs.
    removeOthers()
    try Folder.make(draft)
  }

  /// The names that builds give; what is called otherwise is not ours.
  private static func number(_ name: String) -> Int? {
    let isOurs =
      name.utf8.count <= 9
      && name.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
    return isOurs ? Int(name) : nil
  }

  /// What was not put into its place goes.
  deinit { removeOthers() }

  /// A file by its path in the site, such as `/zh-CN/c.html`.
  func write(_ path: String, _ text: borrowing Output) throws(SiteError) {
    let place = try place(of: path)
    bytes += try text.withBytes { content throws(SiteError) in try Self.write(content, to: place) }
  }

  func write(_ path: String, _ text: String) throws(SiteError) {
    bytes += try Self.write(text, to: try place(of: path))
  }

  func write(_ path: String, _ content: [UInt8]) throws(SiteError) {
    let place = try place(of: path)
    bytes += try content.withUnsafeBufferPointer { content throws(SiteError) in
      try Self.write(content, to: place)
    }
  }

  private static func write(_ text: String, to place: String) throws(SiteError) -> Int {
    try Array(text.utf8).withUnsafeBufferPointer { content throws(SiteError) in
      try write(content, to: place)
    }
  }

  private static func write(
    _ content: UnsafeBufferPointer<UInt8>, to place: String
  ) throws(SiteError) -> Int {
    let file = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Folder.failure(place) }
    defer { close(file) }
    var done = 0
    while done < content.count {
      let count = Glibc.write(file, content.baseAddress.map { $0 + done }, content.count - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Folder.failure(place) }
      done += count
    }
    return done
  }

  /// Draws it unless that was done before. True when it was drawn now.
  func show(_ drawing: CoverDrawing) throws -> Bool {
    let name = drawing.name
    guard !names.contains("/\(name)") else { return false }
    let isNew = try pictures.keep(name) { drawing.svg }
    let place = try place(of: "/\(name)")
    guard link("\(pictures.path)/\(name)", place) == 0 else {
      // The pictures are on another disk.
      guard errno == EXDEV else { throw Folder.failure(place) }
      bytes += try Self.write(drawing.svg, to: place)
      return isNew
    }
    return isNew
  }

  /// Shows visitors the new site.
  func publish() throws(SiteError) {
    let site = "\(output)/\(Self.site)"
    let next = "\(site).next"
    unlink(next)
    guard symlink("\(Self.sites)/\(number)", next) == 0, rename(next, site) == 0 else {
      let failure = Folder.failure(site)
      unlink(next)
      throw failure
    }
    removeOthers()
  }

  private func place(of path: String) throws(SiteError) -> String {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    guard path.hasPrefix("/"), steps.allSatisfy({ !["", ".", ".."].contains($0) }) else {
      throw .outside(path)
    }
    guard names.insert(path).inserted else { throw .twice(path) }
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    if !folder.isEmpty, folders.insert(String(folder)).inserted {
      try Folder.make(draft + folder)
    }
    return draft + path
  }

  /// All sites of builds but the one that visitors see. What cannot go does not stop a build: the
  /// next one tries again.
  private func removeOthers() {
    let folder = "\(output)/\(Self.sites)"
    for name in (try? Folder.names(in: folder)) ?? [] where Self.number(name) != nil {
      let site = "\(folder)/\(name)"
      if !Folder.isSame("\(output)/\(Self.site)", site) { try? Folder.remove(site) }
    }
  }
}

/// Held by the one who builds.
private final class BuildLock {
  private let file: CInt

  init(_ output: String) throws(SiteError) {
    let path = "\(output)/.build.lock"
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Folder.failure(path) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw .busy(output) }
  }

  deinit { close(file) }
}
