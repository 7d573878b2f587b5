/// What the first bytes of a file say. Names and media types are only what the sender says.
extension MediaFormat {
  /// Enough of a file to know it by.
  package static let headBytes = 4_096

  /// By what stands at the very beginning: a file that could also be read as something else, from its
  /// end or its middle, is what it begins as. Nil for what is not taken.
  package init?(head: [UInt8]) {
    let known = Self.signatures.first { head.starts(with: $0.bytes) }
    if let known {
      self = known.format
    } else if Self.isWebP(head) {
      self = .webp
    } else if let format = Self.format(ofBrandsIn: head) {
      self = format
    } else if Self.isWebM(head) {
      self = .webm
    } else {
      return nil
    }
  }

  private static let signatures: [(format: MediaFormat, bytes: [UInt8])] = [
    (.jpeg, [0xFF, 0xD8, 0xFF]),
    (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)),
    (.gif, Array("GIF87a".utf8)),
    (.gif, Array("GIF89a".utf8)),
    (.pdf, Array("%PDF-1.".utf8)),
    (.pdf, Array("%PDF-2.".utf8)),
  ]

  private static func isWebP(_ head: [UInt8]) -> Bool {
    head.starts(with: Array("RIFF".utf8)) && head.dropFirst(8).starts(with: Array("WEBPVP8".utf8))
  }

  private static let stillBrands: Set<String> = ["avif", "avis"]
  private static let videoBrands: Set<String> = [
    "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "dash", "M4V ", "MSNV",
  ]
  /// Containers of the same kind that browsers do not show: HEIC and QuickTime.
  private static let foreignBrands: Set<String> = ["heic", "heix", "hevc", "hevx", "qt  "]

  /// The first box says for what readers the rest is: one brand, a version, and others that fit.
  private static func format(ofBrandsIn head: [UInt8]) -> MediaFormat? {
    guard head.count >= 16, head[4..<8].elementsEqual("ftyp".utf8) else { return nil }
    let size = head[..<4].reduce(0) { $0 << 8 | Int($1) }
    guard size >= 16, size % 4 == 0, size <= head.count else { return nil }
    let brands = stride(from: 8, to: size, by: 4).filter { $0 != 12 }.map {
      String(decoding: head[$0..<$0 + 4], as: UTF8.self)
    }
    if foreignBrands.contains(brands[0]) { return nil }
    if brands.contains(where: stillBrands.contains) { return .avif }
    return brands.contains(where: videoBrands.contains) ? .mp4 : nil
  }

  /// Matroska begins alike; the type of the document says which of both it is.
  private static func isWebM(_ head: [UInt8]) -> Bool {
    guard let document = EBMLElement(head[...], at: 0), document.id == EBMLElement.header,
      let end = document.end, end <= head.count
    else { return false }
    var place = document.start
    while place < end, let field = EBMLElement(head[Int(place)...], at: place) {
      guard let fieldEnd = field.end, fieldEnd <= end else { return false }
      if field.id == EBMLElement.documentType {
        return head[Int(field.start)..<Int(fieldEnd)].elementsEqual("webm".utf8)
      }
      place = fieldEnd
    }
    return false
  }
}

extension MediaFormat {
  /// What a file is by its first bytes, unless its sender says something else.
  package init(head: [UInt8], named name: String, labelled label: String?) throws(MediaFault) {
    guard !head.isEmpty else { throw .empty }
    guard let format = MediaFormat(head: head) else { throw .unknownFormat }
    guard format.agrees(name: name), label.map(format.agrees(label:)) ?? true else {
      throw .mislabelled
    }
    self = format
  }

  /// A name without an ending says nothing.
  private func agrees(name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let ending = parts.last, !ending.isEmpty else { return true }
    return endings.contains(ending.lowercased())
  }

  private var endings: Set<String> {
    switch self {
    case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
    case .mp4: ["mp4", "m4v"]
    case .avif: ["avif", "avifs"]
    case .png, .webp, .gif, .webm, .pdf: [ending]
    }
  }

  /// Senders that do not know a format say so.
  private func agrees(label: String) -> Bool {
    let type = label.prefix { $0 != ";" && $0 != " " }.lowercased()
    return type.isEmpty || type == "application/octet-stream" || types.contains(type)
  }

  private var types: Set<String> {
    switch self {
    case .jpeg: [mediaType, "image/jpg", "image/pjpeg"]
    case .png: [mediaType, "image/x-png"]
    case .mp4: [mediaType, "video/x-m4v"]
    case .pdf: [mediaType, "application/x-pdf"]
    case .webp, .avif, .gif, .webm: [mediaType]
    }
  }
}
