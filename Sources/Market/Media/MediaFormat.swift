/// What a file is for people: something to look at, to watch or to read.
package enum MediaKind: String, CaseIterable, Hashable, Sendable {
  case picture
  case video
  case document
}

/// What the first bytes of a file say it is; the only formats that are taken. Pictures that can carry
/// scripts (SVG) are not among them.
package enum MediaFormat: String, CaseIterable, Hashable, Sendable {
  case jpeg
  case png
  case webp
  case avif
  case gif
  case mp4
  case webm
  case pdf

  package var kind: MediaKind {
    switch self {
    case .jpeg, .png, .webp, .avif, .gif: .picture
    case .mp4, .webm: .video
    case .pdf: .document
    }
  }

  package var mediaType: String {
    switch self {
    case .jpeg: "image/jpeg"
    case .png: "image/png"
    case .webp: "image/webp"
    case .avif: "image/avif"
    case .gif: "image/gif"
    case .mp4: "video/mp4"
    case .webm: "video/webm"
    case .pdf: "application/pdf"
    }
  }

  package var ending: String { self == .jpeg ? "jpg" : rawValue }
}

package enum MediaLimits {
  package static let pictureBytesMax: Int64 = 20 << 20
  package static let documentBytesMax: Int64 = 20 << 20
  package static let videoBytesMax: Int64 = 200 << 20
  /// A decoded picture takes four bytes for each.
  package static let pixelsMax: Int64 = 50_000_000
  package static let sideMax = 12_000
  package static let sideMin = 200
  package static let pagesMax = 200

  package static func bytesMax(of kind: MediaKind) -> Int64 {
    switch kind {
    case .picture: pictureBytesMax
    case .document: documentBytesMax
    case .video: videoBytesMax
    }
  }
}

/// Why a file is not taken.
package enum MediaFault: Error, Hashable, Sendable {
  case empty
  case tooLarge(bytesMax: Int64)
  /// None of the formats that are taken, by its bytes.
  case unknownFormat
  /// Its bytes are something else than its name or its sender says.
  case mislabelled
  case tooManyPixels(max: Int64)
  case tooSmall(sideMin: Int)
  case tooManyPages(max: Int)
  /// Broken, cut off, or something that the reader gives up on.
  case unreadable

  /// For programs: it stays the same in every language and version.
  package var code: String {
    switch self {
    case .empty: "empty"
    case .tooLarge: "too-large"
    case .unknownFormat: "unknown-format"
    case .mislabelled: "mislabelled"
    case .tooManyPixels: "too-many-pixels"
    case .tooSmall: "too-small"
    case .tooManyPages: "too-many-pages"
    case .unreadable: "unreadable"
    }
  }

  /// One of each kind. How large a file may be depends on what it is.
  package static let all: [MediaFault] = [
    .empty, .tooLarge(bytesMax: 0), .unknownFormat, .mislabelled,
    .tooManyPixels(max: MediaLimits.pixelsMax), .tooSmall(sideMin: MediaLimits.sideMin),
    .tooManyPages(max: MediaLimits.pagesMax), .unreadable,
  ]
}

/// A picture that is made of a file for pages: smaller, turned upright, without what cameras note.
package struct Rendition: Hashable, Sendable {
  package let format: MediaFormat
  package let width: Int
  package let height: Int

  package init(_ format: MediaFormat, width: Int, height: Int) {
    self.format = format
    self.width = width
    self.height = height
  }

  /// In pixels; what is smaller than one of them gets its own width instead of those above it.
  package static let widths = [400, 800, 1_600]

  /// Of a picture that is this wide.
  package static func widths(of width: Int) -> [Int] {
    let narrower = widths.filter { $0 < width }
    return narrower.count == widths.count ? narrower : narrower + [width]
  }

  /// WebP and JPEG of each width, and AVIF where that takes no time to speak of.
  package static let formats: [MediaFormat] = [.webp, .jpeg, .avif]

  package var fileName: String { "\(width).\(format.ending)" }
}
