import Glibc
import Synchronization

/// Names of folders as C wants them. There are few, and they are there for good.
enum FolderNames {
  // Never written to, and never freed.
  private struct Name: @unchecked Sendable {
    let text: UnsafePointer<CChar>
  }

  private static let names = Mutex<[String: Name]>([:])

  static func lasting(_ folder: String) -> UnsafePointer<CChar>? {
    names.withLock { names in
      if let known = names[folder] { return known.text }
      guard let text = strdup(folder) else { return nil }
      names[folder] = Name(text: UnsafePointer(text))
      return UnsafePointer(text)
    }
  }
}
