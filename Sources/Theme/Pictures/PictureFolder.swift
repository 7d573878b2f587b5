internal import Glibc

/// What stops a picture from being kept, told to whoever owns the disk.
package enum PictureError: Error, Hashable {
  case badName(String)
  case system(path: String, reason: String)
}

extension PictureError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badName(let name): "“\(name)” is no name of a picture: it would leave the folder."
    case .system(let path, let reason): "The picture \(path) cannot be kept: \(reason)."
    }
  }
}

/// Pictures that are drawn once. What has a name keeps its content: nothing is ever replaced, and
/// whoever reads a picture finds all of it or nothing, also when several processes draw.
package struct PictureFolder: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// One without content was being written when the machine lost its power; what is no file is not
  /// ours.
  package func has(_ name: String) -> Bool {
    var status = stat()
    return lstat(place(of: name), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && status.st_size > 0
  }

  /// Draws a picture unless it is there. True when this call is the one that put it there.
  package func keep(_ name: String, draw: () -> String) throws(PictureError) -> Bool {
    guard Self.staysInside(name) else { throw .badName(name) }
    guard !has(name) else { return false }
    let draft = try write(draw(), besides: place(of: name))
    defer { unlink(draft) }
    // Unlike `rename`, `link` fails when another was faster.
    guard link(draft, place(of: name)) == 0 else {
      guard errno == EEXIST else { throw Self.failure(place(of: name)) }
      guard !has(name) else { return false }
      guard rename(draft, place(of: name)) == 0 else { throw Self.failure(place(of: name)) }
      return true
    }
    return true
  }

  private func place(of name: String) -> String { "\(path)/\(name)" }

  private static func staysInside(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }
  }

  /// In the same folder, since a link cannot leave its disk.
  private func write(_ picture: String, besides place: String) throws(PictureError) -> String {
    var template = Array("\(place).XXXXXX".utf8CString)
    var file = mkstemp(&template)
    if file < 0, errno == ENOENT {
      try makeFolders(above: place)
      template = Array("\(place).XXXXXX".utf8CString)
      file = mkstemp(&template)
    }
    guard file >= 0 else { throw Self.failure(place) }
    let draft = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    var isWritten = fchmod(file, 0o644) == 0 && Self.write(Array(picture.utf8), to: file)
    var reason = errno
    if close(file) != 0, isWritten { (isWritten, reason) = (false, errno) }
    guard isWritten else {
      unlink(draft)
      errno = reason
      throw Self.failure(place)
    }
    return draft
  }

  private static func write(_ bytes: [UInt8], to file: CInt) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private func makeFolders(above place: String) throws(PictureError) {
    for (index, byte) in zip(place.utf8.indices, place.utf8) where byte == UInt8(ascii: "/") {
      let folder = String(place[..<index])
      guard folder.isEmpty || mkdir(folder, 0o755) == 0 || errno == EEXIST else {
        throw Self.failure(folder)
      }
    }
  }

  private static func failure(_ path: String) -> PictureError {
    .system(path: path, reason: String(cString: strerror(errno)))
  }
}
