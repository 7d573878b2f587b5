import Glibc

/// Another program of this machine, run to its end. What goes in and what comes out is in files without
/// names, so neither side waits for the other.
package enum OtherProgram {
  package struct Outcome: Sendable {
    /// As a shell has it: 127 when there is no such program, 128 and more when a signal ended it.
    package let code: Int32
    package let output: String
    package let complaints: String
  }

  /// Ends another program when the thread that began it does: what we were about is not to go on when
  /// somebody else has begun it anew.
  private static let leash = ["/usr/bin/setpriv", "--pdeathsig", "TERM"]

  /// The program is looked for where the shell looks; it has our environment.
  package static func run(_ command: [String], saying input: String = "") -> Outcome {
    let words = (access(leash[0], X_OK) == 0 ? leash : []) + command
    guard let input = NamelessFile(Array(input.utf8)), let output = NamelessFile([]),
      let complaints = NamelessFile([])
    else { return Outcome(code: 126, output: "", complaints: String(cString: strerror(errno))) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in [input, output, complaints].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file.number, Int32(number))
    }
    // Threads of Dispatch let no signals through, and the program would be like them.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var nothing = sigset_t()
    posix_spawnattr_setsigmask(&attributes, &nothing)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    guard posix_spawnp(&child, words[0], &actions, &attributes, &arguments, environ) == 0 else {
      return Outcome(code: 127, output: "", complaints: "there is no program \(words[0])")
    }
    return Outcome(code: code(of: child), output: output.text, complaints: complaints.text)
  }

  private static func code(of child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
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

  var text: String {
    var facts = stat()
    fstat(number, &facts)
    var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
    let count = pread(number, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
