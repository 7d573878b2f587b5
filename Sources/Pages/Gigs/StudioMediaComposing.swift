package import Market
import Theme

/// A file that was sent with a form and was not taken.
package struct RefusedFile: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case unfit(MediaFault)
    /// There was no room for one more.
    case tooMany(max: Int)
  }

  package let name: String
  package let reason: Reason

  package init(name: String, reason: Reason) { (self.name, self.reason) = (name, reason) }
}

extension StudioMediaPage {
  /// `files` are those that exist of what the draft or the form names.
  package init(
    _ form: StudioForm, _ files: [MediaFile], refused: [RefusedFile] = [], in edition: Edition
  ) {
    let fields = StudioFields(form, in: edition)
    let gig = form.draft.gig
    let items = fields.mediaKeys.enumerated().map { place, key in
      StudioMediaLine(key, at: place, files.first { $0.key.text == key }, by: fields)
    }
    let refused = refused.map { file in
      FaultLine(
        label: file.name, fault: edition.sentence(for: file.reason),
        link: Link(ours: "#field-upload"))
    }
    self.init(
      around: StudioFrame(.media, form, items.flatMap(\.captions), besides: refused, in: edition),
      form: edition.form(.studio(.step(gig.id, .media)), form.state),
      revision: Int(fields.values["revision"]) ?? gig.revision,
      lead: edition.words(
        StudioMediaLead(
          max: fields.limits.mediaMax,
          pictureMegabytes: Int(MediaLimits.pictureBytesMax >> 20),
          videoMegabytes: Int(MediaLimits.videoBytesMax >> 20))),
      items: items, accept: MediaFormat.allCases.map(\.mediaType).joined(separator: ","),
      isFull: items.count >= fields.limits.mediaMax,
      reasons: MediaFault.all.map { fault in
        UploadReason(code: fields.token(fault.code), sentence: edition.sentence(for: fault))
      }, media: Link(ours: "/api/v1/media"))
  }
}

extension StudioFields {
  /// In the order in which they stand in the form.
  fileprivate var mediaKeys: [String] {
    (0..<values.rows("file")).map { values["file-\($0)-key"] }.filter { !$0.isEmpty }
  }

  fileprivate func captions(at place: Int) -> [TextField] {
    texts(.caption, "file-\(place)-caption", number: place + 1, most: limits.extraNameCharactersMax)
  }
}

extension StudioMediaLine {
  fileprivate init(
    _ key: String, at place: Int, _ file: MediaFile?, by fields: StudioFields
  ) {
    let edition = fields.edition
    let own = { (part: String, file: MediaFile) in edition.link(.studio(.file(file.key, part))) }
    var reason: String?
    if case .refused(let fault)? = file?.state { reason = edition.sentence(for: fault) }
    var picture: Picture?
    if case .ready(let looked)? = file?.state, let file,
      let small = looked.renditions.first(where: { $0.format == .jpeg })
    {
      picture = Picture(link: own(small.fileName, file), width: small.width, height: small.height)
    }
    self.init(
      place: place, key: key, keyName: fields.token("file-\(place)-key"),
      name: file?.name ?? key, state: StudioMediaState(file),
      kind: MediaKindChoice(file?.format.kind ?? .picture), reason: reason, picture: picture,
      original: file.flatMap { $0.isReady ? own(ShownFile.original, $0) : nil },
      isFirst: place == 0,
      captions: fields.captions(at: place))
  }
}

extension StudioMediaState {
  fileprivate init(_ file: MediaFile?) {
    self =
      switch file?.state {
      case nil: .gone
      case .arriving?: .arriving
      case .waiting?: .waiting
      case .ready?: .ready
      case .refused?: .refused
      }
  }
}

extension Edition {
  func sentence(for reason: RefusedFile.Reason) -> String {
    switch reason {
    case .unfit(let fault): sentence(for: fault)
    case .tooMany(let max): sentence(for: FieldFault.tooMany(max: max))
    }
  }

  /// Why a file was not taken, for who sent it.
  func sentence(for fault: MediaFault) -> String { words(MediaFaultSentence(fault)) }
}
