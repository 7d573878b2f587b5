import Glibc
package import Market

/// A file that holds what a stranger sent, or what was made of it.
package final class SentFile {
  package let size: Int64
  private let number: Int32

  /// Nil unless it is a file that can be read; links to elsewhere are none.
  package init?(_ path: String) {
    number = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    var facts = stat()
    guard number >= 0, fstat(number, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      if number >= 0 { close(number) }
      size = 0
      return nil
    }
    size = Int64(facts.st_size)
  }

  deinit { close(number) }

  /// Fewer at the end of the file.
  package func read(_ place: Int64, _ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
      filled = max(0, pread(number, bytes.baseAddress, count, off_t(place)))
    }
  }

  /// By its first bytes.
  package var format: MediaFormat? { MediaFormat(head: read(0, MediaFormat.headBytes)) }

  /// What it is, unless its sender says something else or it is larger than such files may be. It is
  /// not decoded here: pictures and documents are for `MediaWorker`, and of videos only the structure
  /// is looked at.
  package func look(named name: String, labelled label: String?) throws(MediaFault) -> MediaFormat {
    let format = try MediaFormat(
      head: read(0, MediaFormat.headBytes), named: name, labelled: label)
    let bytesMax = MediaLimits.bytesMax(of: format.kind)
    guard size <= bytesMax else { throw .tooLarge(bytesMax: bytesMax) }
    if format.kind == .video, !VideoStructure.isSound(format, size: size, read: read) {
      throw .unreadable
    }
    return format
  }
}
