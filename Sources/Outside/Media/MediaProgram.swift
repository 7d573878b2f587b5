import Glibc

/// Where the program for pictures is.
package enum MediaProgram {
  package static let name = "jishi-media"

  /// What the operator named; else what stands beside our own program, as it was built and shipped;
  /// else what is on `PATH`. Nil when there is none.
  package static func path(
    named setting: String? = nil, beside folder: String,
    path: String? = getenv("PATH").map { String(cString: $0) }
  ) -> String? {
    if let setting { return isProgram(setting) ? setting : nil }
    // An empty step of PATH would be the folder we happen to be in.
    let folders = [folder] + (path ?? "").split(separator: ":").map(String.init)
    return folders.map { "\($0)/\(name)" }.first(where: isProgram)
  }

  /// The folder of this process's own program, whatever it was called by.
  package static var ownFolder: String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &bytes, bytes.count)
    guard count > 0, count < bytes.count else { return nil }
    let path = String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }

  private static func isProgram(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
