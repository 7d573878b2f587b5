import Glibc

/// Waiting for the end of a process that we have started. Any number of threads may, each for its own.
enum Wait {
  /// From short to long, so that a quick program is not waited for and a slow one is not asked often.
  private static let looks: [Int32] = [1, 2, 4, 8, 16, 25]

  /// False when it took longer; it and its group are ended in either case, so that nothing it has
  /// started goes on without it. Its number stays taken until `code` is asked for: no other process can
  /// be hit instead.
  static func untilEnd(of child: pid_t, within patience: Duration) -> Bool {
    let deadline = ContinuousClock.now + patience
    var isEnded = hasEnded(child)
    var looks = 0
    while !isEnded, ContinuousClock.now < deadline {
      // The system has no wait for one process with a deadline that every kernel and container knows.
      poll(nil, 0, Self.looks[min(looks, Self.looks.count - 1)])
      looks += 1
      isEnded = hasEnded(child)
    }
    kill(-child, SIGKILL)
    return isEnded
  }

  private static func hasEnded(_ child: pid_t) -> Bool {
    var news = siginfo_t()
    let code = waitid(P_PID, id_t(child), &news, WEXITED | WNOHANG | WNOWAIT)
    return code == 0 ? news.si_signo == SIGCHLD : errno != EINTR
  }

  /// As a shell has it. From then on the process is forgotten.
  static func code(of child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
