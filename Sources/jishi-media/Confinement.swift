import CProcess
import Glibc

/// What this process takes from itself before it reads a byte that a stranger wrote.
enum Confinement {
  /// Libraries take a tenth of it; the largest picture that is taken, read in the most costly way, less
  /// than the rest.
  static let addressSpaceBytesMax: rlim_t = 2 << 30
  static let processorSecondsMax: rlim_t = 20
  static let fileBytesMax: rlim_t = 32 << 20
  static let openFilesMax: rlim_t = 128
  /// How far it stands back behind those who wait for a page.
  static let niceness: Int32 = 10

  static func limit() throws(Ending) {
    try limit(RLIMIT_AS, to: addressSpaceBytesMax)
    try limit(RLIMIT_CPU, to: processorSecondsMax)
    try limit(RLIMIT_FSIZE, to: fileBytesMax)
    try limit(RLIMIT_NOFILE, to: openFilesMax)
    try limit(RLIMIT_CORE, to: 0)
    _ = nice(niceness)
    guard jishi_let_go() == 0 else { throw .failed("rights cannot be given up") }
  }

  /// What a kernel says that has no such door, or a service or container that does not let it be shut.
  private static let passing: Set<Int32> = [ENOSYS, EOPNOTSUPP, EPERM, EINVAL]

  /// The two doors are shut as far as they can be: what holds everywhere are the limits, and that this
  /// is a process of its own.
  static func shut(reading file: String?, writing folder: String) throws(Ending) {
    guard jishi_shut_in(file, folder) == 0 || passing.contains(errno) else {
      throw .failed("files cannot be shut off: \(String(cString: strerror(errno)))")
    }
    guard jishi_keep_quiet() == 0 || passing.contains(errno) else {
      throw .failed("calls cannot be shut off: \(String(cString: strerror(errno)))")
    }
  }

  private static func limit(_ what: __rlimit_resource, to most: rlim_t) throws(Ending) {
    let what = __rlimit_resource_t(what.rawValue)
    var old = rlimit()
    getrlimit(what, &old)
    let most = min(most, old.rlim_max)
    var new = rlimit(rlim_cur: most, rlim_max: most)
    guard setrlimit(what, &new) == 0 else { throw .failed("a limit cannot be set") }
  }
}
