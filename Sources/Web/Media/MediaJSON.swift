import HTTP
import Market
import Outside
import Pages
import Store

enum MediaJSON {
  static let shape = Shape.object([
    .init("media", .text, "Its key: by this it is named everywhere."),
    .init("name", .text, "What its sender calls it."),
    .init("format", .oneOf(MediaFormat.allCases.map(\.rawValue)), "What it is."),
    .init("bytes", .integer, "How many it has in all."),
    .init("state", .oneOf(["arriving", "waiting", "ready", "refused"]), "How far it is."),
    .init("offset", .integer, "How many bytes are there: the next piece begins here."),
    .init("pieceBytes", .integer, "A good size of a piece."),
    .init("pieceBytesMax", .integer, "The largest piece that is taken."),
    .init("fault", .optional(.oneOf(MediaFault.all.map(\.code))), "Why it is refused."),
    .init("width", .optional(.integer), "In pixels, upright; 0 for a video."),
    .init("height", .optional(.integer), "The same."),
    .init("pages", .optional(.integer), "Of a document."),
    .init(
      "renditions",
      .list(
        .object([
          .init("format", .oneOf(MediaFormat.allCases.map(\.rawValue)), "What it is."),
          .init("width", .integer, "In pixels."),
          .init("height", .integer, "In pixels."),
          .init("bytes", .integer, "How many it has."),
          .init("link", .text, "Where its owner sees it."),
        ])), "The pictures that were made of it, the narrowest first."),
    .init("opened", .integer, "When it was announced, in milliseconds since 1970."),
    .init("link", .text, "Where it is asked about, added to and removed."),
  ])

  static func json(
    _ file: MediaFile, _ rows: borrowing Snapshot, _ places: MediaPlaces, _ visit: Visit
  ) throws -> JSON {
    let received = try file.state == .arriving ? places.spool.length(of: file.key.text) : 0
    return json(file, try rows.renditions(of: file.id), received: received, visit)
  }

  /// `received` counts while it arrives.
  static func json(
    _ file: MediaFile, _ renditions: [StoredRendition], received: Int64, _ visit: Visit
  ) -> JSON {
    let isArriving = file.state == .arriving
    let looked: LookedAt? = if case .ready(let looked) = file.state { looked } else { nil }
    let fault: MediaFault? = if case .refused(let fault) = file.state { fault } else { nil }
    return [
      "media": .text(file.key.text), "name": .text(file.name),
      "format": .text(file.format.rawValue), "bytes": .integer(file.bytes),
      "state": .text(file.state.word),
      "offset": .integer(isArriving ? received : file.bytes),
      "pieceBytes": .integer(Int64(MediaRoutes.pieceBytesUsual)),
      "pieceBytesMax": .integer(Int64(MediaRoutes.pieceBytesMax)),
      "fault": fault.map { .text($0.code) } ?? .null,
      "width": looked.map { .integer(Int64($0.width)) } ?? .null,
      "height": looked.map { .integer(Int64($0.height)) } ?? .null,
      "pages": looked?.pages.map { .integer(Int64($0)) } ?? .null,
      "renditions": .list(renditions.map { json($0, of: file, visit) }),
      "opened": .integer(file.openedAt.milliseconds),
      "link": .text("/api/v1/media/\(file.key)"),
    ]
  }

  private static func json(
    _ stored: StoredRendition, of file: MediaFile, _ visit: Visit
  ) -> JSON {
    let rendition = stored.rendition
    return [
      "format": .text(rendition.format.rawValue), "width": .integer(Int64(rendition.width)),
      "height": .integer(Int64(rendition.height)), "bytes": .integer(stored.bytes),
      "link": .text(
        "/\(visit.locale.tag)/studio/media/\(file.key)/\(rendition.fileName)"),
    ]
  }
}
