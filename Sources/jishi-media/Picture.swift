import CVips
import Market

/// Which reader of libvips a format is for.
struct Loader {
  let name: String

  /// Nil for what is not decoded here.
  init?(of format: MediaFormat) {
    switch format {
    case .jpeg: name = "jpegload"
    case .png: name = "pngload"
    case .webp: name = "webpload"
    case .avif: name = "heifload"
    case .gif: name = "gifload"
    case .pdf: name = "pdfload"
    case .mp4, .webm: return nil
    }
  }
}

/// A picture of libvips, from its header on.
struct Picture: ~Copyable {
  private let picture: OpaquePointer

  /// Nil when it is not what the loader reads.
  init?(_ file: String, _ loader: Loader, scale: Double = 1) {
    guard let picture = jishi_picture_open(file, loader.name, scale) else { return nil }
    self.picture = picture
  }

  deinit { jishi_picture_close(picture) }

  static var complaint: String { String(cString: jishi_picture_complaint()) }

  var width: Int { Int(jishi_picture_width(picture)) }
  var height: Int { Int(jishi_picture_height(picture)) }
  var pages: Int { Int(jishi_picture_pages(picture)) }
  var isAV1: Bool { jishi_picture_is_av1(picture) != 0 }

  /// False when anything of it is missing or broken.
  func decode() -> Bool { jishi_picture_decode(picture) == 0 }

  func narrow(to width: Int) throws(Ending) {
    guard jishi_picture_narrow(picture, Int32(width)) == 0 else { throw .failed(Self.complaint) }
  }

  func write(_ rendition: Rendition, to file: String) throws(Ending) {
    let code =
      switch rendition.format {
      case .webp: jishi_picture_write_webp(picture, file, Quality.webp, Quality.webpEffort)
      case .avif: jishi_picture_write_avif(picture, file, Quality.avif, Quality.avifEffort)
      default: jishi_picture_write_jpeg(picture, file, Quality.jpeg)
      }
    guard code == 0 else { throw .failed(Self.complaint) }
  }
}

/// Of what is written, out of 100; the three look alike at these.
private enum Quality {
  static let webp: Int32 = 80
  static let webpEffort: Int32 = 4
  static let jpeg: Int32 = 82
  static let avif: Int32 = 60
  static let avifEffort: Int32 = 3
}
