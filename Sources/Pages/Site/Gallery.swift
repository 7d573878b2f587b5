import Market
import Theme

/// What something shows besides its words: the first pages of documents stand among its pictures.
struct Gallery {
  private(set) var pictures: [Picture] = []
  private(set) var attachments: [AttachmentLine] = []

  init(
    _ files: [(file: ShownFile, caption: Said?)], of owner: CoverDrawing.Owner, in edition: Edition,
    at place: PicturePlace = .site
  ) {
    for (file, caption) in files {
      let named = PublicFiles(file, of: owner)
      let picture = named.picture(
        in: edition, at: place, caption: caption, isFirst: pictures.isEmpty)
      if let picture { pictures.append(picture) }
      guard file.kind != .picture else { continue }
      attachments.append(
        AttachmentLine(
          link: named.link(in: edition, at: place), isVideo: file.kind == .video,
          format: file.format.rawValue.uppercased(), caption: caption, picture: picture,
          pages: file.pages, megabytes: .megabytes(file.bytes)))
    }
  }
}

extension Figure {
  /// In tenths; never nothing at all.
  fileprivate static func megabytes(_ bytes: Int64) -> Figure {
    let tenth = Int64(1 << 20) / 10
    return Figure(Int(max(1, (bytes + tenth / 2) / tenth)), scale: 1)
  }
}
