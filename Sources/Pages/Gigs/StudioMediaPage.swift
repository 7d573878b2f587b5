package import Market
package import Theme

/// The step in which the pictures and files of a gig are chosen.
package struct StudioMediaPage: View {
  package let around: StudioFrame
  package let form: FormAddress
  package let revision: Int
  package let files: OwnFiles

  package static let isDynamic = true
  package static let about = "The page on which a seller adds pictures and files to a service."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the step."),
    Field("form", \.form, "Where the form is sent."),
    Field("revision", \.revision, "For the hidden field `revision`: what the form was made of."),
    Field("files", \.files, "What there is, and where more is sent."))
}

extension StudioMediaPage {
  /// `known` are those that exist of what the draft or the form names.
  package init(
    _ form: StudioForm, _ known: [MediaFile], refused: [RefusedFile] = [], in edition: Edition
  ) {
    let fields = StudioFields(form, in: edition)
    let keys = (0..<fields.values.rows("file")).map { fields.values["file-\($0)-key"] }
      .filter { !$0.isEmpty }
    let files = OwnFiles(keys, known, atMost: fields.limits.mediaMax, in: edition) { place in
      fields.texts(
        .caption, "file-\(place)-caption", number: place + 1,
        most: fields.limits.extraNameCharactersMax)
    }
    self.init(
      around: StudioFrame(
        .media, form, files.items.flatMap(\.captions),
        besides: refused.map { FaultLine($0, in: edition) }, in: edition),
      form: edition.form(.studio(.step(form.draft.gig.id, .media)), form.state),
      revision: Int(fields.values["revision"]) ?? form.draft.gig.revision, files: files)
  }
}
