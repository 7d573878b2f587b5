import Glibc
import Market
import Outside

/// A folder beside the files that arrive, into which nobody else on this machine may look. It goes with
/// the work it is for; what a worker that was killed has left behind goes later.
struct PrivateFolder {
  private static let lead = ".work-"

  let path: String

  init(in places: MediaPlaces) throws {
    try places.spool.makeFolder()
    let parent = places.spool.folder
    var template = Array("\(parent)/\(Self.lead)XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw MediaWorkError.system(parent, code: errno) }
    path = made
  }

  func makeInner(_ name: String) throws -> String {
    let inner = "\(path)/\(name)"
    guard mkdir(inner, 0o700) == 0 else { throw MediaWorkError.system(inner, code: errno) }
    return inner
  }

  func remove() { Self.remove(path) }

  private static func remove(_ path: String) {
    for name in names(in: path) where unlink("\(path)/\(name)") != 0 {
      let inner = "\(path)/\(name)"
      for file in names(in: inner) { unlink("\(inner)/\(file)") }
      rmdir(inner)
    }
    rmdir(path)
  }

  private static func names(in folder: String) -> [String] {
    guard let list = opendir(folder) else { return [] }
    defer { closedir(list) }
    var names: [String] = []
    while let entry = readdir(list) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Of workers that were killed longer ago than any work takes.
  static func clear(in places: MediaPlaces, before moment: Instant) {
    for name in names(in: places.spool.folder) where name.hasPrefix(lead) {
      let path = "\(places.spool.folder)/\(name)"
      var facts = stat()
      guard lstat(path, &facts) == 0, Int64(facts.st_mtim.tv_sec) < moment.milliseconds / 1_000
      else { continue }
      remove(path)
    }
  }
}
