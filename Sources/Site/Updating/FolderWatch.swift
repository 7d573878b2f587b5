import Glibc

/// Tells whether anything was changed in some folders, and in those in them. For one thread at a time.
// What it holds is numbers, and the system's own.
final class FolderWatch: @unchecked Sendable {
  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
      | IN_MOVE_SELF)
  /// How often it is looked whether the folders are still the same ones.
  private static let look = Duration.seconds(1)

  private let roots: [String]
  private let watch: Handle
  private var places: [Place?]
  private var looked = ContinuousClock.now
  /// Why edits are not seen, if they are not.
  private(set) var failure: SiteError?

  private struct Place: Equatable {
    let device: dev_t
    let number: ino_t

    /// Wherever a link leads to; nil when there is nothing.
    init?(_ path: String) {
      var facts = stat()
      guard stat(path, &facts) == 0 else { return nil }
      (device, number) = (facts.st_dev, facts.st_ino)
    }
  }

  init(_ roots: [String]) {
    self.roots = roots
    watch = Handle(inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC)))
    places = roots.map(Place.init)
    if watch.number < 0 { failure = Folder.failure("inotify") }
    for root in roots { add(root) }
  }

  private func add(_ folder: String) {
    if inotify_add_watch(watch.number, folder, Self.events | UInt32(IN_ONLYDIR)) < 0,
      errno != ENOENT, errno != ENOTDIR
    {
      failure = failure ?? Folder.failure(folder)
    }
    for name in (try? Folder.names(in: folder)) ?? [] where Folder.isFolder("\(folder)/\(name)") {
      add("\(folder)/\(name)")
    }
  }

  /// Since it was asked last.
  func hasChanged() -> Bool {
    var isChanged = areOthers()
    withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 8) { buffer in
      while read(watch.number, buffer.baseAddress, buffer.count) > 0 { isChanged = true }
    }
    // Folders may be new.
    if isChanged { for root in roots { add(root) } }
    return isChanged
  }

  /// Of a folder that was replaced, or to which a link leads now, nobody is told.
  private func areOthers() -> Bool {
    guard ContinuousClock.now - looked >= Self.look else { return false }
    looked = .now
    let now = roots.map(Place.init)
    defer { places = now }
    return now != places
  }
}
