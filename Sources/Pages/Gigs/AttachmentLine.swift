import Market
package import Theme

/// A document or a video of a seller.
package struct AttachmentLine: View {
  package let link: Link
  package let isVideo: Bool
  package let format: String
  package let caption: Said?
  package let picture: Picture?
  package let pages: Int?
  /// In tenths of a megabyte, at least one.
  package let megabytes: Figure

  package static let about = "A document or a video that belongs to something."
  package static let fields = Fields<Self>(
    Field("link", \.link, "The file itself."),
    Field("isVideo", \.isVideo, "It is a video, and no document."),
    Field("format", \.format, "What it is, for people, such as PDF."),
    Field("caption", \.caption, "What it shows, in the words of whoever put it there."),
    Field("picture", \.picture, "The first page of a document."),
    Field("pages", \.pages, "How many pages a document has."),
    Field("megabytes", \.megabytes, "How large it is."))
}

extension AttachmentLine {
  /// Nil for what is shown as a picture.
  init?(_ file: ShownFile, _ caption: Said?, _ files: PublicFiles, by composer: Composer) {
    guard file.kind != .picture else { return nil }
    let (edition, place) = (composer.edition, composer.place)
    self.init(
      link: files.link(in: edition, at: place), isVideo: file.kind == .video,
      format: file.format.rawValue.uppercased(), caption: caption,
      picture: files.picture(in: edition, at: place),
      pages: file.pages, megabytes: .megabytes(file.bytes))
  }
}

extension Figure {
  /// Never nothing at all.
  fileprivate static func megabytes(_ bytes: Int64) -> Figure {
    let tenth = Int64(1 << 20) / 10
    return Figure(Int(max(1, (bytes + tenth / 2) / tenth)), scale: 1)
  }
}
