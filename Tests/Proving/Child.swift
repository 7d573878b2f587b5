import Foundation
import Glibc
import Synchronization

/// Another process, with pipes to its standard input and output. Its standard error goes to a
/// file without a name, which is gone with us.
package final class Child: Sendable {
  package let id: Int32
  private let input: Int32
  private let output: Int32
  private let complaints: Int32

  /// One child starts at a time: another that started before a pipe is marked as ours would keep
  /// its end, and whoever reads from it would wait for that other child.
  private static let starting = Mutex(())

  package init(
    _ program: String, _ arguments: [String], in folder: String? = nil,
    environment: [String: String] = [:]
  ) throws {
    let command = (folder.map { ["env", "-C", $0] } ?? []) + [program] + arguments
    let all = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    (id, input, output, complaints) = try Self.starting.withLock { _ in
      try Self.start(command, all.map { "\($0)=\($1)" })
    }
  }

  private static func start(_ command: [String], _ environment: [String]) throws -> (
    id: pid_t, input: Int32, output: Int32, complaints: Int32
  ) {
    let complaints = try namelessFile()
    let (inputRead, inputWrite) = try pipe()
    let (outputRead, outputWrite) = try pipe()
    defer {
      close(inputRead)
      close(outputWrite)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, inputRead, 0)
    posix_spawn_file_actions_adddup2(&actions, outputWrite, 1)
    posix_spawn_file_actions_adddup2(&actions, complaints, 2)
    // Threads of Dispatch let no signals through, and a child would be like them.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var nothing = sigset_t()
    posix_spawnattr_setsigmask(&attributes, &nothing)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var child = pid_t()
    let code = withArguments(command) { arguments in
      withArguments(environment) { environment in
        posix_spawnp(&child, command[0], &actions, &attributes, arguments, environment)
      }
    }
    guard code == 0 else {
      throw ProvingError.failed("\(command[0]): \(String(cString: strerror(code)))")
    }
    return (child, inputWrite, outputRead, complaints)
  }

  deinit {
    close(input)
    close(output)
    close(complaints)
  }

  private static func namelessFile() throws -> Int32 {
    var name = Array("/tmp/jishi-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw ProvingError.failed("no temporary file") }
    unlink(name)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    return file
  }

  /// Closed when a later child starts: only the one it is made for may hold its other end.
  private static func pipe() throws -> (Int32, Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw ProvingError.failed("no more pipes") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// What comes next; empty at the end.
  package func read() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(output, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }

  /// What comes next if something comes in time; nil if nothing does.
  package func read(within patience: Duration) -> [UInt8]? {
    let (seconds, attoseconds) = patience.components
    var ready = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
    return poll(&ready, 1, Int32(milliseconds)) > 0 ? read() : nil
  }

  /// What it says until a line has these words.
  @discardableResult
  package func read(until words: String, within patience: Duration = .seconds(60)) throws -> String
  {
    var said = ""
    while !said.contains(words) || !said.hasSuffix("\n") {
      guard let more = read(within: patience) else {
        throw ProvingError.failed("it says only \(said)")
      }
      guard !more.isEmpty else { throw ProvingError.failed("it ended: \(said)\(errors)") }
      said += String(decoding: more, as: UTF8.self)
    }
    return said
  }

  package func readAll() -> String {
    var all: [UInt8] = []
    while true {
      let some = read()
      guard !some.isEmpty else { return String(decoding: all, as: UTF8.self) }
      all += some
    }
  }

  package func say(_ text: String) {
    _ = text.withCString { Glibc.write(input, $0, strlen($0)) }
  }

  package func signal(_ number: Int32) { Glibc.kill(id, number) }

  /// Waits for its end: its exit code, or 128 and the number of the signal that ended it.
  @discardableResult
  package func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  package var errors: String {
    var bytes = [UInt8](repeating: 0, count: 1_000_000)
    let count = pread(complaints, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}

private func withArguments<Result>(
  _ arguments: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = arguments.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
