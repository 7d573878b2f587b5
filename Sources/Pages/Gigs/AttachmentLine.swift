package import Theme

/// A document or a video of a seller.
package struct AttachmentLine: View {
  package let link: Link
  package let isVideo: Bool
  package let format: String
  package let caption: Said?
  package let picture: Picture?
  package let pages: Int?
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
