package import Theme

/// A picture that a page shows.
package struct Picture: View {
  package let link: Link
  package let whole: Link?
  package let sources: Sources?
  package let webp: Sources?
  package let avif: Sources?
  package let width: Int
  package let height: Int
  package let caption: Said?
  package let isFirst: Bool

  package init(
    link: Link,
    whole: Link? = nil,
    sources: Sources? = nil,
    webp: Sources? = nil,
    avif: Sources? = nil,
    width: Int,
    height: Int,
    caption: Said? = nil,
    isFirst: Bool = false
  ) {
    self.link = link
    self.whole = whole
    self.sources = sources
    self.webp = webp
    self.avif = avif
    self.width = width
    self.height = height
    self.caption = caption
    self.isFirst = isFirst
  }

  package static let about = "A picture."
  package static let fields = Fields<Self>(
    Field("link", \.link, "Its address in the width that most visitors need."),
    Field("whole", \.whole, "It alone, as large as there is; missing for drawings."),
    Field("sources", \.sources, "The same in several widths; missing for drawings."),
    Field("webp", \.webp, "The same again as WebP."),
    Field("avif", \.avif, "The same again as AVIF."),
    Field("width", \.width, "Its width in pixels."),
    Field("height", \.height, "Its height in pixels."),
    Field("caption", \.caption, "What it shows, in the words of whoever put it there."),
    Field("isFirst", \.isFirst, "It is in sight when the page opens, so it is loaded at once."))
}
