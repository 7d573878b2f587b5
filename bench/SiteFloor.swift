import Foundation
import Glibc
import Proving
import Synchronization

/// The files of a site that was built, to be written again by a loop that does nothing else.
struct SiteFloor {
  private struct File {
    let folder: String
    let name: String
    let bytes: [UInt8]
  }

  /// Pages and what else is not a picture: those are linked, not written.
  private let files: [File]
  private let folders: [String]

  init(_ link: String) throws {
    let site = URL(fileURLWithPath: link).resolvingSymlinksInPath().path
    var files: [File] = []
    var folders: Set<String> = []
    guard let paths = FileManager.default.enumerator(atPath: site) else {
      throw ProvingError.failed("\(site) cannot be read")
    }
    for case let path as String in paths {
      var isFolder: ObjCBool = false
      let whole = "\(site)/\(path)"
      guard FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder) else { continue }
      if isFolder.boolValue {
        folders.insert(path)
      } else if !path.hasPrefix("covers/") {
        let (folder, name) = path.splitAtLastSlash
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: whole)))
        files.append(File(folder: folder, name: name, bytes: bytes))
      }
    }
    guard !files.isEmpty else { throw ProvingError.failed("\(site) has no files") }
    // As workers meet them: all that is in one folder by one of them.
    self.files = files.sorted { ($0.folder, $0.name) < ($1.folder, $1.name) }
    self.folders = folders.sorted()
  }

  /// Into a folder that is not there yet.
  func secondsToWrite(into place: String, threads: Int) throws -> Double {
    let failed = Mutex(false)
    let start = ContinuousClock.now
    for folder in [""] + folders { mkdir("\(place)/\(folder)", 0o755) }
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let part = files[files.count * thread / threads..<files.count * (thread + 1) / threads]
      if !Self.write(part, into: place) { failed.withLock { $0 = true } }
    }
    guard !failed.withLock({ $0 }) else { throw ProvingError.failed("\(place) cannot be written") }
    return (ContinuousClock.now - start) / .seconds(1)
  }

  private static func write(_ files: ArraySlice<File>, into place: String) -> Bool {
    var folder = (name: "", handle: CInt(-1))
    defer { close(folder.handle) }
    for file in files {
      if folder.handle < 0 || folder.name != file.folder {
        close(folder.handle)
        folder = (file.folder, open("\(place)/\(file.folder)", O_RDONLY | O_DIRECTORY))
      }
      let handle = openat(folder.handle, file.name, O_WRONLY | O_CREAT | O_EXCL, 0o644)
      let count = Glibc.write(handle, file.bytes, file.bytes.count)
      guard close(handle) == 0, count == file.bytes.count else { return false }
    }
    return true
  }
}

extension String {
  fileprivate var splitAtLastSlash: (folder: String, name: String) {
    guard let slash = lastIndex(of: "/") else { return ("", self) }
    return (String(self[..<slash]), String(self[index(after: slash)...]))
  }
}
