import Market
import Proving

@testable import Store

extension MediaKey {
  /// Always the same for the same number.
  static func sample(_ number: UInt64) -> MediaKey {
    var random = Seeded(number)
    return MediaKey(using: &random)
  }
}

extension MediaOffer {
  static func sample(bytes: Int64 = 100) throws -> MediaOffer {
    try MediaOffer(name: "a.png", label: "image/png", bytes: bytes)
  }
}

enum MediaSample {
  static let pngHead: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
  static let looked = LookedAt(
    width: 900, height: 600,
    renditions: [
      Rendition(.webp, width: 400, height: 267), Rendition(.jpeg, width: 400, height: 267),
    ])
  static let stored = looked.renditions.map { StoredRendition($0, bytes: 7, digest: "\($0)") }
}

extension Transaction {
  /// The files that a content shows, as if they had been sent and looked at.
  func makeReady(_ content: GigContent, of party: ID<Party>) throws {
    for picture in content.media {
      guard let key = MediaKey(picture.file), try media(key) == nil else { continue }
      try makeReady(key, of: party)
    }
  }

  func makeReady(_ key: MediaKey, of party: ID<Party>) throws {
    let id = next(MediaFile.self)
    try run(
      """
      insert into media (id, key, party, name, format, bytes, opened_at, state, digest, width,
        height)
      values ($1, $2, $3, 'a.png', 'png', 100, $4, 'ready', 'x', 900, 600)
      """, id, key, party, now)
    for stored in MediaSample.stored { try add(stored, to: id) }
  }
}

extension ShownFile {
  /// What is shown of a file that was made ready.
  static func sample(_ number: UInt64) -> ShownFile {
    ShownFile(
      key: .sample(number), format: .png, bytes: 100, digest: "x", width: 900, height: 600,
      renditions: MediaSample.stored.sorted {
        $0.rendition.format.rawValue < $1.rendition.format.rawValue
      })
  }
}

extension Transaction {
  /// A file of which nothing is there yet, of whomever.
  func makeArriving(_ key: MediaKey, of party: ID<Party>) throws -> MediaKey {
    let id = next(MediaFile.self)
    try run(
      """
      insert into media (id, key, party, name, format, bytes, opened_at, state)
      values ($1, $2, $3, 'a.png', 'png', 100, $4, 'arriving')
      """, id, key, party, now)
    try record(Change(of: .media, id.number, from: nil, to: Route(isShown: false)), at: now)
    return key
  }

  /// A file that is whole, and that nobody has looked at.
  func makeWaiting(_ key: MediaKey, of party: ID<Party>) throws {
    _ = try openMedia(.sample(), key: key, of: party, by: .operator, at: now)
    try mediaArrived(key, digest: "d", head: MediaSample.pngHead, by: .operator, at: now)
  }
}
