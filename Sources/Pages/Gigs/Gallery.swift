import Market
import Theme

/// What a gig shows besides its words. The first pages of documents stand among its pictures; who has
/// no picture at all gets a cover.
struct Gallery {
  private(set) var pictures: [Picture] = []
  private(set) var attachments: [AttachmentLine] = []

  init(_ record: GigRecord, by composer: Composer) {
    let edition = composer.edition
    for media in record.content.media {
      guard let file = record.files.first(where: { $0.key.text == media.file }) else { continue }
      let files = PublicFiles(file, of: .gig(record.gig))
      let caption = edition.said(media.caption, first: record.content.origin)
      let picture = files.picture(
        in: edition, at: composer.place, caption: caption, isFirst: pictures.isEmpty)
      if let picture { pictures.append(picture) }
      if let line = AttachmentLine(file, caption, files, by: composer) { attachments.append(line) }
    }
    if pictures.isEmpty {
      pictures = [edition.cover(of: record, at: composer.place)]
    }
  }
}

extension Edition {
  fileprivate func cover(of record: GigRecord, at place: PicturePlace) -> Picture {
    guard case .studio(let gig) = place, gig == record.gig else {
      return picture(drawing(of: record), isFirst: true)
    }
    return Picture(
      link: link(.studio(.cover(gig))), width: CoverDrawing.width, height: CoverDrawing.height,
      isFirst: true)
  }
}
