import Glibc

/// The folder a build fills, which it replaces by another one of the same name when it ends.
///
/// It is opened anew for every request, and each name is looked up in the folder that was opened
/// before it: whatever is renamed meanwhile, nothing outside is ever reached. Links are not
/// followed; a build makes none.
struct SiteFolder: Sendable {
  /// A build that renames twice leaves a moment without a folder; this is how often, and in what
  /// milliseconds, a request looks again.
  static let looksMax = 10
  static let pauseMilliseconds: Int32 = 2

  let path: String

  enum Found: Sendable {
    case file(OpenFile, path: [String])
    /// None of the names is there, and this is the page that says so.
    case nothing(page: OpenFile?)
    /// There is no folder, or the system refuses.
    case away
  }

  var isThere: Bool { Root(path) != nil }

  /// The first of the files that is there, or else the first of the pages, all from one build.
  func find(_ files: some Sequence<[String]>, orElse pages: [[String]]) -> Found {
    for look in 1...Self.looksMax {
      guard let root = Root(path) else {
        _ = poll(nil, 0, Self.pauseMilliseconds)
        continue
      }
      do {
        if let (file, path) = try root.first(of: files) { return .file(file, path: path) }
        // Perhaps it is being cleared away, and its successor has the file.
        if look < Self.looksMax, !root.isStill(at: path) { continue }
        return .nothing(page: try root.first(of: pages)?.file)
      } catch {
        return .away
      }
    }
    return .away
  }
}

/// A folder that was opened. Not copyable: it has one owner, who closes it.
private struct Root: ~Copyable {
  private let handle: Int32

  /// Here, and only here, a link is followed: the operator may have made the folder one.
  init?(_ path: String) {
    handle = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return nil }
  }

  deinit { close(handle) }

  func isStill(at path: String) -> Bool {
    var (mine, named) = (stat(), stat())
    return fstat(handle, &mine) == 0 && stat(path, &named) == 0
      && mine.st_ino == named.st_ino && mine.st_dev == named.st_dev
  }

  func first(
    of paths: some Sequence<[String]>
  ) throws(Refused) -> (file: OpenFile, path: [String])? {
    for path in paths {
      if let file = try file(path) { return (file, path) }
    }
    return nil
  }

  private func file(_ path: [String]) throws(Refused) -> OpenFile? {
    guard let name = path.last else { return nil }
    var folder = handle
    defer { if folder != handle { close(folder) } }
    for step in path.dropLast() {
      guard let next = try Self.handle(step, in: folder, O_DIRECTORY) else { return nil }
      if folder != handle { close(folder) }
      folder = next
    }
    // What is no file, such as a pipe, must not make us wait.
    return try Self.handle(name, in: folder, O_NONBLOCK | O_NOCTTY).flatMap(OpenFile.init)
  }

  private static func handle(
    _ name: String, in folder: Int32, _ flags: Int32
  ) throws(Refused) -> Int32? {
    let handle = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | flags)
    guard handle < 0 else { return handle }
    // No more handles, or a disk that fails, says nothing about the file.
    guard ![EMFILE, ENFILE, ENOMEM, EIO].contains(errno) else { throw Refused() }
    return nil
  }

  struct Refused: Error {}
}
