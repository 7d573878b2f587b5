package import Market

extension Reading where Self: ~Copyable {
  package func media(_ key: MediaKey) throws -> MediaFile? {
    let found = try row(
      """
      select id, key, party, name, format, bytes, opened_at, state, digest, width, height, pages,
        fault, fault_number
      from media where key = $1
      """, key
    ) { try MediaRow($0) }
    return try found.map { try $0.file(with: renditions(of: $0.id).map(\.rendition)) }
  }

  /// Of all that are asked for those that are there, whoever's they are.
  package func media(_ keys: [MediaKey]) throws -> [MediaKey: MediaFile] {
    var files: [MediaKey: MediaFile] = [:]
    for key in keys where files[key] == nil { files[key] = try media(key) }
    return files
  }

  /// The newest first.
  package func media(
    of party: ID<Party>, before last: ID<MediaFile> = ID(.max), atMost limit: Int
  ) throws -> [MediaFile] {
    let found = try rows(
      """
      select id, key, party, name, format, bytes, opened_at, state, digest, width, height, pages,
        fault, fault_number
      from media where party = $1 and id < $2 order by id desc limit $3
      """, party, last, limit
    ) { try MediaRow($0) }
    return try found.map { try $0.file(with: renditions(of: $0.id).map(\.rendition)) }
  }

  /// The narrowest first.
  package func renditions(of media: ID<MediaFile>) throws -> [StoredRendition] {
    try rows(
      """
      select format, width, height, bytes, digest from media_rendition where media = $1
      order by width, format
      """, media
    ) { row in
      StoredRendition(
        Rendition(try row[0], width: try row[1], height: try row[2]), bytes: try row[3],
        digest: try row[4])
    }
  }

  func arrivingMediaCount(of party: ID<Party>) throws -> Int {
    try row("select count(*) from media where party = $1 and state = 'arriving'", party) {
      try $0[0]
    } ?? 0
  }

  /// What is older and unused is about to be forgotten.
  func unusedMediaCount(of party: ID<Party>, since moment: Instant) throws -> Int {
    let keys: [MediaKey] = try rows(
      "select key from media where party = $1 and opened_at > $2", party, moment
    ) { try $0[0] }
    return try keys.count { try !isUsed($0) }
  }

  /// Those that were opened before `moment` and that nothing shows, and those that never arrived;
  /// among `limit` files after `last`. Nil at the end of all.
  package func unusedMedia(
    before moment: Instant, after last: ID<MediaFile>, atMost limit: Int
  ) throws -> (unused: [MediaKey], last: ID<MediaFile>)? {
    let old: [(id: ID<MediaFile>, key: MediaKey, state: String)] = try rows(
      """
      select id, key, state from media where opened_at < $1 and id > $2 order by id limit $3
      """, moment, last, limit
    ) { (try $0[0], try $0[1], try $0[2]) }
    guard let end = old.last?.id else { return nil }
    let unused = try old.filter { file in
      let isUsed = try isUsed(file.key)
      return file.state == "arriving" || !isUsed
    }
    return (unused.map(\.key), end)
  }

  /// Of these, what no row knows.
  package func strangers(among keys: [MediaKey]) throws -> [MediaKey] {
    try keys.filter { key in
      try row(
        """
        select 1 from media where key = $1
        union all select 1 from share_card where key = $1 limit 1
        """, key
      ) { try $0[0] as Int64 } == nil
    }
  }
}

private struct MediaRow {
  let id: ID<MediaFile>
  private let key: MediaKey
  private let party: ID<Party>
  private let name: String
  private let format: MediaFormat
  private let bytes: Int64
  private let openedAt: Instant
  private let state: String
  private let digest: String?
  private let size: (width: Int?, height: Int?, pages: Int?)
  private let fault: (word: String?, number: Int64?)

  init(_ row: borrowing Row) throws {
    id = try row[0]
    key = try row[1]
    party = try row[2]
    name = try row[3]
    format = try row[4]
    bytes = try row[5]
    openedAt = try row[6]
    state = try row[7]
    digest = try row[8]
    size = (try row[9], try row[10], try row[11])
    fault = (try row[12], try row[13])
  }

  func file(with renditions: [Rendition]) throws -> MediaFile {
    MediaFile(
      id: id, key: key, party: party, name: name, format: format, bytes: bytes,
      openedAt: openedAt, state: try state(renditions), digest: digest)
  }

  private func state(_ renditions: [Rendition]) throws -> MediaFile.State {
    switch (state, size.width, size.height, fault.word) {
    case ("arriving", _, _, _): return .arriving
    case ("waiting", _, _, _): return .waiting
    case ("ready", let width?, let height?, _):
      return .ready(
        LookedAt(width: width, height: height, pages: size.pages, renditions: renditions))
    case ("refused", _, _, let word?):
      if let fault = MediaFault(word, number: fault.number ?? 0) { return .refused(fault) }
    default: break
    }
    throw StoreError.corrupt("the file \(key) is “\(state)”, and what it is does not fit")
  }
}

extension MediaFault {
  /// How it is kept; the names are promises, like columns.
  package var columns: (word: String, number: Int64?) {
    switch self {
    case .empty: ("empty", nil)
    case .tooLarge(let most): ("too large", most)
    case .unknownFormat: ("unknown format", nil)
    case .mislabelled: ("mislabelled", nil)
    case .tooManyPixels(let most): ("too many pixels", most)
    case .tooSmall(let least): ("too small", Int64(least))
    case .tooManyPages(let most): ("too many pages", Int64(most))
    case .unreadable: ("unreadable", nil)
    }
  }

  init?(_ word: String, number: Int64) {
    switch word {
    case "empty": self = .empty
    case "too large": self = .tooLarge(bytesMax: number)
    case "unknown format": self = .unknownFormat
    case "mislabelled": self = .mislabelled
    case "too many pixels": self = .tooManyPixels(max: number)
    case "too small": self = .tooSmall(sideMin: Int(clamping: number))
    case "too many pages": self = .tooManyPages(max: Int(clamping: number))
    case "unreadable": self = .unreadable
    default: return nil
    }
  }
}
