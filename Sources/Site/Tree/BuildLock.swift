import Glibc

/// Held by the one who builds.
final class BuildLock: Sendable {
  private let file: Handle

  init(_ output: String) throws(SiteError) {
    let path = "\(output)/.build.lock"
    guard let file = Handle(opening: path, O_RDWR | O_CREAT) else { throw Folder.failure(path) }
    guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else { throw .busy(output) }
    self.file = file
  }

  /// Whether somebody has taken the file away, so that others may hold another.
  var isLost: Bool { file.isNameless }

  /// Nil when somebody else has it.
  static func ifFree(_ output: String) throws(SiteError) -> BuildLock? {
    do throws(SiteError) {
      return try BuildLock(output)
    } catch {
      if case .busy = error { return nil }
      throw error
    }
  }

  /// A process that was begun meanwhile may hold the file a moment longer than we do.
  deinit { flock(file.number, LOCK_UN) }
}
