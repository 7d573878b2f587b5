package import Market

extension Reading where Self: ~Copyable {
  /// The files that versions show, in their order. What is not ready is not shown.
  func shownFiles(
    of versions: [ID<GigVersion>]
  ) throws -> Gathered<GigVersion, [ShownFile]> {
    var files = Gathered<GigVersion, [ShownFile]>()
    try each(
      """
      select m.version, f.key, f.format, f.bytes, f.digest, f.width, f.height, f.pages, r.format,
        r.width, r.height, r.bytes, r.digest
      from gig_media m join media f on f.key = m.file
        left join media_rendition r on r.media = f.id
      where f.state = 'ready' and m.version in (ids)
      order by m.version, m.position, r.width, r.format
      """, among: versions
    ) { row in try files.change(row[0], orAdd: []) { try $0.add(row) } }
    return files
  }

  /// The files of works that sellers show.
  func shownFiles(of parties: [ID<Party>]) throws -> Gathered<Party, [ShownFile]> {
    var files = Gathered<Party, [ShownFile]>()
    try each(
      """
      select i.party, f.key, f.format, f.bytes, f.digest, f.width, f.height, f.pages, r.format,
        r.width, r.height, r.bytes, r.digest
      from portfolio_item i join portfolio_media m on m.item = i.id
        join media f on f.key = m.file and f.party = i.party
        left join media_rendition r on r.media = f.id
      where f.state = 'ready' and i.party in (ids)
      order by i.party, m.item, m.position, r.width, r.format
      """, among: parties
    ) { row in try files.change(row[0], orAdd: []) { try $0.add(row) } }
    return files
  }

  /// Those of the keys that are ready and belong to the party, in this order.
  package func shownFiles(_ keys: [String], of party: ID<Party>) throws -> [ShownFile] {
    var files: [ShownFile] = []
    for key in keys {
      guard let key = MediaKey(key), !files.contains(where: { $0.key == key }) else { continue }
      var found: [ShownFile] = []
      try each(
        """
        select f.id, f.key, f.format, f.bytes, f.digest, f.width, f.height, f.pages, r.format,
          r.width, r.height, r.bytes, r.digest
        from media f left join media_rendition r on r.media = f.id
        where f.key = $1 and f.party = $2 and f.state = 'ready' order by r.width, r.format
        """, key, party
      ) { try found.add($0) }
      files += found
    }
    return files
  }
}

extension [ShownFile] {
  /// A file has a row for each rendition, or one without any.
  fileprivate mutating func add(_ row: borrowing Row) throws {
    let key: MediaKey = try row[1]
    if last?.key != key {
      append(
        ShownFile(
          key: key, format: try row[2], bytes: try row[3], digest: try row[4], width: try row[5],
          height: try row[6], pages: try row[7]))
    }
    guard let format: MediaFormat = try row[8] else { return }
    let rendition = Rendition(format, width: try row[9], height: try row[10])
    self[count - 1].renditions.append(
      StoredRendition(rendition, bytes: try row[11], digest: try row[12]))
  }
}
