import Glibc
import Market
import Outside
import Pages
import Theme

/// A file whose name tells what is in it, so whoever has it need not make it again.
protocol NamedFile {
  /// Its path below the site's files.
  var name: String { get }
  /// The bytes can be read until it returns. False when there are none to be had.
  func withBytes(
    _ use: (UnsafeRawBufferPointer) throws(SiteError) -> Void
  ) throws(SiteError) -> Bool
}

/// What became of a file that a page shows.
enum Shown {
  case made
  /// Somebody made it before, in whatever build.
  case known
  /// Nobody has it any more.
  case lost
}

extension CoverDrawing: NamedFile {
  func withBytes(
    _ use: (UnsafeRawBufferPointer) throws(SiteError) -> Void
  ) throws(SiteError) -> Bool {
    try svg.utf8Span.span.withUnsafeBytes { bytes throws(SiteError) in try use(bytes) }
    return true
  }
}

/// A file of a seller, as it stands on the shelf.
struct ShelvedFile: NamedFile {
  let file: PublicFile
  /// Nil where no files are kept.
  let shelf: Shelf?

  var name: String { file.name }

  func withBytes(
    _ use: (UnsafeRawBufferPointer) throws(SiteError) -> Void
  ) throws(SiteError) -> Bool {
    guard let shelf else { return false }
    guard let part = Shelf.Part(file.key.text, file.part) else { return false }
    if let path = shelf.path(of: part) { return try MappedFile.read(path, use) }
    let bytes: [UInt8]?
    do throws(StorageError) {
      bytes = try shelf.read(part)
    } catch {
      throw .system(path: file.name, reason: "\(error)")
    }
    guard let bytes else { return false }
    try bytes.span.withUnsafeBytes { bytes throws(SiteError) in try use(bytes) }
    return true
  }
}

/// A file that is read where it lies: a video may be larger than what is free of memory.
private enum MappedFile {
  /// False when it is not there.
  static func read(
    _ path: String, _ use: (UnsafeRawBufferPointer) throws(SiteError) -> Void
  ) throws(SiteError) -> Bool {
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard number >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return false }
      throw Folder.failure(path)
    }
    defer { close(number) }
    var facts = stat()
    guard fstat(number, &facts) == 0 else { throw Folder.failure(path) }
    let count = Int(facts.st_size)
    guard count > 0, let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, number, 0),
      start != MAP_FAILED
    else { throw Folder.failure(path) }
    defer { munmap(start, count) }
    try use(UnsafeRawBufferPointer(start: start, count: count))
    return true
  }
}
