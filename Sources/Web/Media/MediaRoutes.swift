import HTTP
import Market
import Outside
import Pages
import Store

/// Files that members send, for what they offer.
enum MediaRoutes {
  static let all = [open, list, one, add, remove, look]

  /// Larger pieces are taken too; this many bytes are soon sent again when the connection breaks.
  static let pieceBytesUsual = 1 << 20
  static let pieceBytesMax = 8 << 20
  private static let listedMax = 50

  private static let path: RoutePath = "/api/v1/media"
  private static let onePath: RoutePath = "/api/v1/media/{media}"

  private static let open = WebRoute.api(
    .post, path, "Announces a file, which then is sent in pieces.", for: .member,
    takes: MediaOpened.self, gives: MediaJSON.shape
  ) { visit, asked in
    let places = try visit.mediaPlaces()
    guard let offer = asked.offer else { throw MediaError.unfit(asked.fault ?? .unknownFormat) }
    guard let party = visit.mediaParty else { return visit.signInNeeded }
    var chance = visit.chance
    let key = MediaKey(using: &chance)
    return .write { tx in
      let opened = try visit.once(tx) { tx in
        try tx.openMedia(offer, key: key, of: party, by: visit.actor, at: visit.now).key.text
      }
      guard let key = MediaKey(opened) else { throw Trouble(.notFound) }
      return try tx.media(key, by: visit.actor)
    } then: { file in
      let length = try places.spool.length(of: file.key.text)
      let answer = visit.json(MediaJSON.json(file, [], received: length, visit), status: .created)
      return .answer(answer)
    }
  }

  private static let list = WebRoute.api(
    .get, path, "The files that the member has sent, the newest first.", for: .member,
    takes: MediaListed.self,
    gives: .object([
      .init("files", .list(MediaJSON.shape), "At most \(listedMax)."),
      .init("next", .optional(.text), "As `before` it gives what comes after them."),
    ])
  ) { visit, asked in
    let places = try visit.mediaPlaces()
    guard let party = visit.mediaParty else { return visit.signInNeeded }
    return .read { rows in
      let last = try asked.before.map { try rows.media($0, by: visit.actor).id }
      let files = try rows.media(of: party, before: last ?? ID(.max), atMost: listedMax + 1)
      let shown = files.prefix(listedMax)
      let all = try shown.map { try MediaJSON.json($0, rows, places, visit) }
      let next = files.count > shown.count ? shown.last : nil
      return .answer(
        visit.json([
          "files": .list(all), "next": next.map { .text($0.key.text) } ?? .null,
        ]))
    }
  }

  private static let one = WebRoute.api(
    .get, onePath, "How far a file is, and what was made of it.", for: .member,
    takes: MediaAsked.self, gives: MediaJSON.shape
  ) { visit, asked in
    let places = try visit.mediaPlaces()
    return .read { rows in
      let file = try rows.media(asked.media, by: visit.actor)
      return .answer(visit.json(try MediaJSON.json(file, rows, places, visit)))
    }
  }

  /// Pieces come in quick succession.
  private static let piecesLimits = RouteLimits(
    bodyBytesMax: pieceBytesMax, rate: Allowance(1_200, each: .seconds(60)), spools: true,
    takesPiece: true)

  private static let add = WebRoute.api(
    .patch, onePath,
    "Adds the piece that is the body, from `Upload-Offset` on. An empty one at the end asks again whether all is well.",
    for: .member, takes: MediaAsked.self, gives: MediaJSON.shape, limits: piecesLimits
  ) { visit, asked in
    let places = try visit.mediaPlaces()
    guard
      let offset = visit.request.fields["Upload-Offset"].flatMap({ Int64(decimal: $0, scale: 0) })
    else { throw Trouble(.badRequest, saying: "Upload-Offset says where the piece begins.") }
    return try visit.receivePiece(of: asked.media, at: offset) { file in
      let length = try places.spool.length(of: file.key.text)
      return .answer(visit.json(MediaJSON.json(file, [], received: length, visit)))
    }
  }

  private static let remove = WebRoute.api(
    .delete, onePath, "Removes a file that nothing shows.", for: .member, takes: MediaAsked.self,
    gives: .object([])
  ) { visit, asked in
    let places = try visit.mediaPlaces()
    return .write { tx in
      // Of others nobody learns that there is one.
      _ = try tx.media(asked.media, by: visit.actor)
      try tx.removeMedia(asked.media, by: visit.actor, at: visit.now)
    } then: { _ in
      .file {
        // What cannot be removed now is found by who tidies up: no row knows it any more.
        try? places.shelf.remove(asked.media.text)
        try? places.spool.remove(asked.media.text)
        return .answer(visit.json([:]))
      }
    }
  }

  // MARK: A look at one's own

  private static let look = WebRoute.page(
    "/{locale}/studio/media/{media}/{rendition}",
    "A file of the member, or a picture that was made of it, for nobody else.", for: .member,
    takes: RenditionAsked.self
  ) { visit, asked in
    let places = try visit.mediaPlaces()
    return .read { rows in
      let file = try rows.media(asked.media, seenBy: visit.actor)
      guard let format = file.format(of: asked.name),
        let part = Shelf.Part(file.key.text, asked.name)
      else { throw Trouble(.notFound) }
      return .file { .answer(try PrivateFile.answer(part, of: file, format, on: places.shelf)) }
    }
  }
}

private struct MediaOpened: Input {
  let offer: MediaOffer?
  /// What is wrong with the file, when the fields are as they should be.
  let fault: MediaFault?

  init(_ fields: inout Fields) {
    let name = fields.text("name", "What it is called.", characters: 1...255)
    let bytes = fields.number("bytes", "How many bytes it has.", 0...Int64.max)
    let type = fields.text(
      "type", "Its media type; without one the ending of the name says it.", characters: 0...100)
    do throws(MediaError) {
      offer = try MediaOffer(name: name, label: type, bytes: bytes)
      fault = nil
    } catch {
      offer = nil
      fault = if case .unfit(let fault) = error { fault } else { nil }
    }
  }
}

private struct MediaListed: Input {
  let before: MediaKey?

  init(_ fields: inout Fields) {
    let text = fields.text("before", "A key: only what was sent before that.", characters: 0...64)
    before = text.isEmpty ? nil : MediaKey(text) ?? .nothing
  }
}

private struct MediaAsked: Input {
  let media: MediaKey

  init(_ fields: inout Fields) { media = fields.media() }
}

private struct RenditionAsked: Input {
  let media: MediaKey
  let name: String

  init(_ fields: inout Fields) {
    fields.locale()
    media = fields.media()
    name = fields.text(
      "rendition", "The name of a rendition, or `original`.", characters: 1...64)
  }
}

extension Fields {
  fileprivate mutating func media() -> MediaKey {
    MediaKey(text("media", "The key of the file.", characters: 1...64)) ?? .nothing
  }
}

extension MediaFile {
  /// Of the original once it is whole, or of a rendition; nil when there is none of that name.
  fileprivate func format(of name: String) -> MediaFormat? {
    switch state {
    case .arriving, .refused: nil
    case .waiting: name == Shelf.original ? format : nil
    case .ready(let looked):
      name == Shelf.original
        ? format : looked.renditions.first { $0.fileName == name }.map(\.format)
    }
  }
}
