import Glibc

/// Tells whether anything was changed in some folders, and in those in them. For one thread at a time.
// What it holds is numbers, and the system's own.
final class FolderWatch: @unchecked Sendable {
  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
      | IN_MOVE_SELF)

  private let roots: [String]
  private let watch: Handle

  init(_ roots: [String]) {
    self.roots = roots
    watch = Handle(inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC)))
    for root in roots { add(root) }
  }

  private func add(_ folder: String) {
    inotify_add_watch(watch.number, folder, Self.events | UInt32(IN_ONLYDIR))
    for name in (try? Folder.names(in: folder)) ?? [] where Folder.isFolder("\(folder)/\(name)") {
      add("\(folder)/\(name)")
    }
  }

  /// Since it was asked last.
  func hasChanged() -> Bool {
    var isChanged = false
    withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 8) { buffer in
      while read(watch.number, buffer.baseAddress, buffer.count) > 0 { isChanged = true }
    }
    // Folders may be new.
    if isChanged { for root in roots { add(root) } }
    return isChanged
  }
}
