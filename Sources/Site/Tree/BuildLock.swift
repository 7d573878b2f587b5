import Glibc

/// Held by the one who changes what is in an output folder. A build ends, and who comes meanwhile is
/// refused; a worker could go on for ever, so it lets go between two steps when somebody asks.
///
///     OUTPUT/.build.lock     held by a build or a worker, whose name is in it
///     OUTPUT/.build.asked    held by who asks a worker
final class BuildLock: Sendable {
  enum Holder: String, Sendable {
    case build
    case worker
  }

  /// How long a worker may take for the step that it is at: a build, at most.
  private static let patience = Duration.seconds(120)
  private static let look = Duration.milliseconds(20)

  private let file: Handle
  /// A build is asked by nobody.
  private let asked: Handle?

  init(_ output: String, by holder: Holder = .build) throws(SiteError) {
    file = try Self.open(Self.path(in: output))
    guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else { throw .busy(output) }
    asked = holder == .worker ? try Self.open(Self.question(in: output)) : nil
    guard Self.holder(of: output) != holder else { return }
    let name = "\(holder.rawValue)\n"
    guard ftruncate(file.number, 0) == 0,
      pwrite(file.number, name, name.utf8.count, 0) == name.utf8.count
    else { throw Folder.failure(Self.path(in: output)) }
  }

  deinit { release() }

  func release() { file.unlock() }

  /// Whether somebody has taken the file away, so that others may hold another.
  var isLost: Bool { file.isNameless }

  /// Whether somebody waits for us to let go.
  var isAsked: Bool {
    guard let asked else { return false }
    guard flock(asked.number, LOCK_SH | LOCK_NB) == 0 else { return true }
    asked.unlock()
    return false
  }

  /// Nil when somebody else has it.
  static func ifFree(
    _ output: String, by holder: Holder = .build
  ) throws(SiteError) -> BuildLock? {
    do throws(SiteError) {
      return try BuildLock(output, by: holder)
    } catch {
      if case .busy = error { return nil }
      throw error
    }
  }

  /// For a build: a worker that has it is asked for it.
  static func fromWorker(_ output: String) async throws -> BuildLock {
    if let lock = try ifFree(output) { return lock }
    let question = try open(question(in: output))
    let end = ContinuousClock.now + patience
    while ContinuousClock.now < end, holder(of: output) != .build {
      // Others may ask, too: one after the other.
      if flock(question.number, LOCK_EX | LOCK_NB) == 0, let lock = try ifFree(output) {
        question.unlock()
        return lock
      }
      try await Task.sleep(for: look)
    }
    question.unlock()
    throw SiteError.busy(output)
  }

  private static func holder(of output: String) -> Holder? {
    guard let file = Handle(opening: path(in: output), O_RDONLY) else { return nil }
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(file.number, &bytes, bytes.count, 0)
    return Holder(rawValue: String(decoding: bytes.prefix(max(0, count - 1)), as: UTF8.self))
  }

  private static func path(in output: String) -> String { "\(output)/.build.lock" }
  private static func question(in output: String) -> String { "\(output)/.build.asked" }

  private static func open(_ path: String) throws(SiteError) -> Handle {
    guard let file = Handle(opening: path, O_RDWR | O_CREAT) else { throw Folder.failure(path) }
    return file
  }
}
