/// What an image is, by the ending of its name.
package enum ImageKind: String, Sendable, CaseIterable {
  case svg, png, jpg, webp, avif, ico

  /// Some have two endings.
  package init?(ending: String) {
    self.init(rawValue: ending == "jpeg" ? "jpg" : ending)
  }

  package static let endings = allCases.flatMap { $0 == .jpg ? ["jpg", "jpeg"] : [$0.rawValue] }

  package var contentType: String {
    switch self {
    case .svg: "image/svg+xml"
    case .png: "image/png"
    case .jpg: "image/jpeg"
    case .webp: "image/webp"
    case .avif: "image/avif"
    case .ico: "image/vnd.microsoft.icon"
    }
  }

  /// What a file with other bytes at its beginning is; nil when it is none of those that begin with
  /// bytes of their own. SVG is text, and is read in full instead.
  static func of(_ bytes: [UInt8]) -> ImageKind? {
    allCases.first { $0.begins(bytes) }
  }

  private func begins(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .svg: false
    case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    case .jpg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
    case .webp:
      bytes.starts(with: Array("RIFF".utf8)) && bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
    case .avif: Self.isAVIF(bytes)
    case .ico: bytes.starts(with: [0, 0, 1, 0])
    }
  }

  /// A box `ftyp` comes first: its size, its name, and the brands, of which one is AVIF.
  private static func isAVIF(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 16, Array(bytes[4..<8]) == Array("ftyp".utf8) else { return false }
    let size = min(bytes[0..<4].reduce(0) { $0 << 8 | Int($1) }, bytes.count)
    return stride(from: 8, through: size - 4, by: 4).contains { start in
      ["avif", "avis"].contains(String(decoding: bytes[start..<start + 4], as: UTF8.self))
    }
  }
}
