import Glibc

/// Another program of this machine, run to its end. What goes in and what comes out is in files without
/// names, so neither side waits for the other.
package enum OtherProgram {
  package struct Outcome: Sendable {
    /// As a shell has it: 127 when there is no such program, 128 and more when a signal ended it.
    package let code: Int32
    package let output: String
    package let complaints: String
    /// It was ended because it took longer than it had.
    package var isOverdue = false
  }

  /// What another program may take; without any it has our environment and all the time it wants.
  package struct Bounds: Sendable {
    package var patience: Duration?
    /// Ours when nil.
    package var environment: [String]?
    /// What comes after that many is not read.
    package var outputBytesMax = Int.max
  }

  /// Ends another program when the thread that began it does: what we were about is not to go on when
  /// somebody else has begun it anew.
  private static let leash = ["/usr/bin/setpriv", "--pdeathsig", "TERM"]

  /// The program is looked for where the shell looks.
  package static func run(
    _ command: [String], saying input: String = "", within bounds: Bounds = Bounds()
  ) -> Outcome {
    let words = (access(leash[0], X_OK) == 0 ? leash : []) + command
    guard let input = NamelessFile(Array(input.utf8)), let output = NamelessFile([]),
      let complaints = NamelessFile([])
    else { return Outcome(code: 126, output: "", complaints: String(cString: strerror(errno))) }
    guard let child = start(words, bounds, files: [input, output, complaints]) else {
      return Outcome(code: 127, output: "", complaints: "there is no program \(words[0])")
    }
    let isOverdue = bounds.patience.map { !Wait.untilEnd(of: child, within: $0) } ?? false
    return Outcome(
      code: Wait.code(of: child), output: output.text(bytesMax: bounds.outputBytesMax),
      complaints: complaints.text(bytesMax: bounds.outputBytesMax), isOverdue: isOverdue)
  }

  private static func start(
    _ words: [String], _ bounds: Bounds, files: [NamelessFile]
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file.number, Int32(number))
    }
    // Threads of Dispatch let no signals through, and the program would be like them.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var nothing = sigset_t()
    posix_spawnattr_setsigmask(&attributes, &nothing)
    var flags = POSIX_SPAWN_SETSIGMASK
    // A group of its own, which can be ended with all that it has started.
    if bounds.patience != nil { flags |= POSIX_SPAWN_SETPGROUP }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var arguments = words.map { strdup($0) } + [nil]
    var environment = (bounds.environment ?? []).map { strdup($0) } + [nil]
    defer { for word in arguments + environment { free(word) } }
    var child = pid_t()
    let code =
      if bounds.environment == nil {
        posix_spawnp(&child, words[0], &actions, &attributes, &arguments, environ)
      } else {
        posix_spawnp(&child, words[0], &actions, &attributes, &arguments, &environment)
      }
    return code == 0 ? child : nil
  }
}

/// It is gone with us.
private final class NamelessFile {
  private let file: UnsafeMutablePointer<FILE>

  init?(_ bytes: [UInt8]) {
    guard let file = tmpfile() else { return nil }
    self.file = file
    guard fcntl(number, F_SETFD, FD_CLOEXEC) == 0,
      pwrite(number, bytes, bytes.count, 0) == bytes.count
    else { return nil }
  }

  deinit { fclose(file) }

  var number: Int32 { fileno(file) }

  func text(bytesMax: Int) -> String {
    var facts = stat()
    fstat(number, &facts)
    var bytes = [UInt8](repeating: 0, count: min(bytesMax, Int(facts.st_size)))
    let count = pread(number, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
