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

extension FaultLine {
  init(_ file: RefusedFile, in edition: Edition) {
    let fault =
      switch file.reason {
      case .unfit(let fault): edition.sentence(for: fault)
      case .tooMany(let max): edition.sentence(for: FieldFault.tooMany(max: max))
      }
    self.init(label: file.name, fault: fault, link: Link(ours: "#field-upload"))
  }
}

extension OwnFiles {
  /// `known` are those that exist of the keys.
  init(
    _ keys: [String], _ known: [MediaFile], atMost most: Int, in edition: Edition,
    captions: (Int) -> [TextField] = { _ in [] }
  ) {
    let items = keys.enumerated().map { place, key in
      OwnFileLine(
        key, at: place, known.first { $0.key.text == key }, captions(place), in: edition)
    }
    self.init(
      lead: edition.words(
        UploadLead(
          max: most, pictureMegabytes: Int(MediaLimits.pictureBytesMax >> 20),
          videoMegabytes: Int(MediaLimits.videoBytesMax >> 20))),
      accept: MediaFormat.allCases.map(\.mediaType).joined(separator: ","),
      isFull: items.count >= most,
      reasons: MediaFault.all.map { fault in
        guard let code = Token(fault.code) else { preconditionFailure("\(fault.code) is no token") }
        return UploadReason(code: code, sentence: edition.sentence(for: fault))
      }, media: Link(ours: "/api/v1/media"), items: items)
  }
}

extension OwnFileLine {
  fileprivate init(
    _ key: String, at place: Int, _ file: MediaFile?, _ captions: [TextField], in edition: Edition
  ) {
    guard let keyName = Token("file-\(place)-key") else { preconditionFailure("it is a name") }
    let own = { (part: String, file: MediaFile) in edition.link(.studio(.file(file.key, part))) }
    var reason: String?
    if case .refused(let fault)? = file?.state { reason = edition.sentence(for: fault) }
    var picture: Picture?
    if case .ready(let looked)? = file?.state, let file,
      let small = looked.renditions.first(where: { $0.format == .jpeg })
    {
      picture = Picture(
        link: own(small.fileName, file), width: small.width, height: small.height)
    }
    self.init(
      place: place, key: key, keyName: keyName, name: file?.name ?? key,
      state: OwnFileState(file), kind: MediaKindChoice(file?.format.kind ?? .picture),
      reason: reason, picture: picture,
      original: file.flatMap { $0.isReady ? own(ShownFile.original, $0) : nil },
      isFirst: place == 0, captions: captions)
  }
}

extension OwnFileState {
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
  /// Why a file was not taken, for who sent it.
  func sentence(for fault: MediaFault) -> String { words(MediaFaultSentence(fault)) }
}
