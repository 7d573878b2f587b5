package import Market
package import Theme

/// The page on which the pictures of a work are chosen.
package struct WorkFilesPage: View {
  package let around: FormFrame
  package let title: Said
  package let form: FormAddress
  package let revision: Int
  package let files: OwnFiles
  package let back: Link

  package static let isDynamic = true
  package static let about = "The page on which a seller adds pictures to a work."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("title", \.title, "What the work is called."),
    Field("form", \.form, "Where the form is sent."),
    Field("revision", \.revision, "Of the work, for the hidden field `revision`."),
    Field("files", \.files, "What there is, and where more is sent."),
    Field("back", \.back, "All works."))
}

extension WorkFilesPage {
  /// `known` are those of its files that exist.
  package init(
    _ item: PortfolioItem, _ known: [MediaFile], refused: [RefusedFile] = [],
    _ state: FormState, in edition: Edition
  ) {
    let told = FaultList(refused.map { FaultLine($0, in: edition) })
    self.init(
      around: edition.around(.workFiles, at: .itemFiles(item.id), state, told),
      title: edition.said(item.work.titles) ?? Said("\(item.id)"),
      form: edition.form(.itemFiles(item.id), state), revision: item.revision,
      files: OwnFiles(
        item.work.media.map(\.text), known, atMost: PortfolioItem.mediaMax, in: edition),
      back: edition.link(.section(.portfolio)))
  }
}
