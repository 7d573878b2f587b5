import Glibc
import Market

/// One look at one file: its header against the limits, then all of it, then the renditions.
struct Look {
  /// Beyond it AVIF takes more than half a second: what is as wide as the widest rendition, and less
  /// tall than wide, is below.
  static let avifPixelsMax = 2_500_000

  let file: String
  let format: MediaFormat
  let loader: Loader
  let folder: String

  func run() throws(Ending) -> LookedAt {
    // Some readers of libvips end the process when a file is empty.
    guard MediaFormat(head: head()) == format else { throw .refused(.unreadable) }
    let paper = format.kind == .document ? try Paper(file, loader) : nil
    guard let picture = Picture(file, loader, scale: paper?.scale ?? 1) else {
      throw .refused(.unreadable)
    }
    if format.kind == .picture { try hold(picture) }
    // What this container can also hold has readers that are not wanted.
    guard format != .avif || picture.isAV1, picture.decode() else { throw .refused(.unreadable) }
    let (width, height) = (picture.width, picture.height)
    var renditions: [Rendition] = []
    // From the widest down, each made of the one before.
    for width in Rendition.widths(of: width).reversed() {
      try picture.narrow(to: width)
      renditions += try write(picture)
    }
    return LookedAt(width: width, height: height, pages: paper?.pages, renditions: renditions)
  }

  private func head() -> [UInt8] {
    let number = open(file, O_RDONLY | O_CLOEXEC)
    defer { close(number) }
    return [UInt8](unsafeUninitializedCapacity: MediaFormat.headBytes) { bytes, count in
      count = max(0, read(number, bytes.baseAddress, MediaFormat.headBytes))
    }
  }

  /// By what its header says, before a pixel is read.
  private func hold(_ picture: borrowing Picture) throws(Ending) {
    let (width, height) = (picture.width, picture.height)
    guard min(width, height) >= MediaLimits.sideMin else {
      throw .refused(.tooSmall(sideMin: MediaLimits.sideMin))
    }
    guard max(width, height) <= MediaLimits.sideMax,
      Int64(width) * Int64(height) <= MediaLimits.pixelsMax
    else { throw .refused(.tooManyPixels(max: MediaLimits.pixelsMax)) }
  }

  private func write(_ picture: borrowing Picture) throws(Ending) -> [Rendition] {
    let (width, height) = (picture.width, picture.height)
    let formats = Rendition.formats.filter {
      $0 != .avif || width * height <= Self.avifPixelsMax
    }
    var renditions: [Rendition] = []
    for format in formats {
      let rendition = Rendition(format, width: width, height: height)
      try picture.write(rendition, to: "\(folder)/\(rendition.fileName)")
      renditions.append(rendition)
    }
    return renditions
  }
}

/// A document, which has no pixels of its own: how many pages, and how much larger than on paper the
/// first one is to be shown.
private struct Paper {
  let pages: Int
  let scale: Double

  init(_ file: String, _ loader: Loader) throws(Ending) {
    guard let page = Picture(file, loader), page.width > 0, page.height > 0, page.pages > 0 else {
      throw .refused(.unreadable)
    }
    guard page.pages <= MediaLimits.pagesMax else {
      throw .refused(.tooManyPages(max: MediaLimits.pagesMax))
    }
    pages = page.pages
    let widest = Double(Rendition.widths.last ?? 1)
    scale = min(widest / Double(page.width), Double(MediaLimits.sideMax) / Double(page.height))
  }
}
