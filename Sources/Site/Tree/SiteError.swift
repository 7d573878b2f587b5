import Glibc

/// What stops the site from being written.
package enum SiteError: Error, Hashable {
  case system(path: String, reason: String)
  /// Another build is at work in the same folder.
  case busy(String)
  /// Two pages have the same address.
  case twice(String)
  /// A page would stand outside the folder of the site.
  case outside(String)
  /// What is in a tree cannot be known from its manifest.
  case manifest(path: String, reason: String)
}

extension SiteError {
  static let noRoom = String(cString: strerror(ENOSPC))

  /// Whether it is mended by room on the disk.
  var isForRoom: Bool {
    if case .system(_, Self.noRoom) = self { return true }
    return false
  }
}

extension SiteError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .system(let path, let reason): "\(path) cannot be written: \(reason)."
    case .busy(let folder): "Another build is writing to \(folder)."
    case .twice(let path): "Two pages would have the address \(path)."
    case .outside(let path): "A page would have the address \(path), which leaves the site."
    case .manifest(let path, let reason): "\(path) cannot be read: \(reason)."
    }
  }
}
