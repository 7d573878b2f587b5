import HTTP
import Market
import Outside
import Pages
import Store

// How files come in: piece by piece, or whole with a form. What was taken is on the disk before the
// answer; what is written when the process dies is a piece of the right bytes, so that whoever asks how
// much is there can go on from it.
extension Visit {
  /// In whose name files are sent.
  var mediaParty: ID<Party>? {
    guard case .member(let standing) = actor else { return nil }
    return standing.acts(for: session?.acting)
  }

  func mediaPlaces() throws(Trouble) -> MediaPlaces {
    guard let media else { throw Trouble(.unavailable) }
    return media
  }

  /// The body is the piece of the file that begins there.
  func receivePiece(
    of key: MediaKey, at offset: Int64,
    then next: @escaping @Sendable (MediaFile) throws -> Step
  ) throws -> Step {
    let places = try mediaPlaces()
    return .read { rows in
      let file = try rows.media(key, by: actor)
      return .file { try receive(request.source, of: file, at: offset, in: places, then: next) }
    }
  }

  /// All of a file that came with a form, as one of its parts. `next` gets the file, which waits to be
  /// looked at then; `refuse` is told what is wrong with one that is not taken.
  func receiveWhole(
    _ part: Multipart.Part, of form: Multipart, for party: ID<Party>,
    refuse: @escaping @Sendable (MediaFault) throws -> Step,
    then next: @escaping @Sendable (MediaFile) throws -> Step
  ) throws -> Step {
    let places = try mediaPlaces()
    let offered = Result { () throws(MediaError) in
      try MediaOffer(
        name: part.fileName ?? "", label: part.type?.type ?? "", bytes: Int64(part.content.count))
    }
    if case .failure(.unfit(let fault)) = offered { return try refuse(fault) }
    let offer = try offered.get()
    var chance = chance
    let key = MediaKey(using: &chance)
    return .write { tx in
      try tx.openMedia(offer, key: key, of: party, by: actor, at: now)
    } then: { file in
      .file {
        let content = PartOfSource(form.source, part.content)
        return try receive(content, of: file, at: 0, in: places, refuse: refuse, then: next)
      }
    }
  }

  private func receive(
    _ piece: any ByteSource, of file: MediaFile, at offset: Int64, in places: MediaPlaces,
    refuse: @escaping @Sendable (MediaFault) throws -> Step = { throw MediaError.unfit($0) },
    then next: @escaping @Sendable (MediaFile) throws -> Step
  ) throws -> Step {
    guard file.state == .arriving else { throw MediaError.notArriving(file.state) }
    guard let hold = try places.spool.hold(file.key.text) else { throw Trouble.pieceUnderWay }
    let received = try hold.length
    do {
      let length = try file.receiving(piece.size, at: offset, after: received, by: actor)
      try hold.append(piece.size) { piece.read(into: $0, from: $1) }
      guard length == file.bytes else { return try next(file) }
    } catch {
      // Of nothing there need be no file.
      if received == 0 { hold.remove() }
      throw error
    }
    return try finish(file, hold, in: places, refuse: refuse, then: next)
  }

  /// All is there. Whoever dies in between leaves it so, and an empty piece at the end does the rest.
  private func finish(
    _ file: MediaFile, _ hold: Spool.Hold, in places: MediaPlaces,
    refuse: @escaping @Sendable (MediaFault) throws -> Step,
    then next: @escaping @Sendable (MediaFile) throws -> Step
  ) throws -> Step {
    let head = hold.head(MediaFormat.headBytes)
    if let fault = file.fault(of: head) {
      return .write { tx in
        try tx.mediaRefused(file.key, because: fault, at: now)
      } then: { _ in
        .file {
          hold.remove()
          return try refuse(fault)
        }
      }
    }
    // Videos are shown as they are kept.
    if let format = MediaFormat(head: head) { try hold.forgetNotes(in: format) }
    let digest = try hold.digest()
    try places.shelf.put(
      Shelf.Part(originalOf: file.key), from: hold.path, type: file.format.mediaType)
    return .write { tx in
      try tx.mediaArrived(file.key, digest: digest, head: head, by: actor, at: now)
    } then: { file in
      .file {
        hold.remove()
        return try next(file)
      }
    }
  }
}

extension Reading where Self: ~Copyable {
  /// Of others nobody learns that there is one.
  func media(_ key: MediaKey, by actor: Actor) throws -> MediaFile {
    guard let file = try media(key) else { throw MediaError.unknown }
    do throws(MediaError) {
      try actor.mustHandleMedia(of: file.party)
    } catch {
      throw MediaError.unknown
    }
    return file
  }
}

extension Reading where Self: ~Copyable {
  /// Also by those who decide about what it is shown with.
  func media(_ key: MediaKey, seenBy actor: Actor) throws -> MediaFile {
    if actor.refusal(of: .moderate) == nil, let file = try media(key) { return file }
    return try media(key, by: actor)
  }
}

/// The bytes of one part of a form.
private struct PartOfSource: ByteSource {
  private let whole: any ByteSource
  private let range: Range<Int64>

  init(_ whole: any ByteSource, _ range: Range<Int64>) {
    (self.whole, self.range) = (whole, range)
  }

  var size: Int64 { Int64(range.count) }

  func read(into buffer: UnsafeMutableRawBufferPointer, from offset: Int64) -> Int? {
    guard offset < size else { return 0 }
    let count = min(buffer.count, Int(size - offset))
    return whole.read(
      into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]),
      from: range.lowerBound + offset)
  }
}
