package import Market

/// What becomes of a file that somebody sends. How much of it has arrived is not written here: the
/// length of the file that grows says it, at no price, and cannot be wrong about it.
extension Transaction {
  /// The key is drawn by the caller, since this may run twice.
  package func openMedia(
    _ offer: MediaOffer, key: MediaKey, of owner: ID<Party>, by actor: Actor, at now: Instant
  ) throws -> MediaFile {
    let party = try party(owner)
    // Who may not send anything need not make us count.
    try actor.mustHandleMedia(of: owner)
    let file = try MediaFile.opened(
      next(MediaFile.self), key, offer, of: party,
      arriving: arrivingMediaCount(of: owner),
      unused: unusedMediaCount(of: owner, since: now + (.zero - MediaFile.unusedKept * 2)),
      by: actor, at: now)
    try run(
      """
      insert into media (id, key, party, name, format, bytes, opened_at, state)
      values ($1, $2, $3, $4, $5, $6, $7, 'arriving')
      """, file.id, key, owner, file.name, file.format, file.bytes, now)
    try record(Change(of: .media, file.id.number, from: nil, to: Self.unseen), at: now)
    return file
  }

  /// It is whole and stands on the shelf. Whoever looks at it is told in the same transaction.
  @discardableResult
  package func mediaArrived(
    _ key: MediaKey, digest: String, head: [UInt8], by actor: Actor, at now: Instant
  ) throws -> MediaFile {
    let file = try knownMedia(key).arrived(as: digest, head: head, by: actor)
    try run("update media set state = 'waiting', digest = $2 where id = $1", file.id, digest)
    try enqueue(MediaTask.kind, key.text, key: "\(MediaTask.kind) \(key)", at: now)
    try tell(file, at: now)
    return file
  }

  /// By the house: its renditions stand on the shelf.
  package func mediaReady(
    _ key: MediaKey, _ looked: LookedAt, _ renditions: [StoredRendition], at now: Instant
  ) throws {
    let file = try knownMedia(key).lookedAt(looked)
    precondition(looked.renditions == renditions.map(\.rendition), "each is stored")
    try run(
      "update media set state = 'ready', width = $2, height = $3, pages = $4 where id = $1",
      file.id, looked.width, looked.height, looked.pages)
    for stored in renditions { try add(stored, to: file.id) }
    try tell(file, at: now)
  }

  func add(_ stored: StoredRendition, to file: ID<MediaFile>) throws {
    let rendition = stored.rendition
    try run(
      """
      insert into media_rendition (media, format, width, height, bytes, digest)
      values ($1, $2, $3, $4, $5, $6)
      """, file, rendition.format, rendition.width, rendition.height, stored.bytes, stored.digest)
  }

  /// By the house, which has looked at it.
  package func mediaRefused(
    _ key: MediaKey, because fault: MediaFault, at now: Instant
  ) throws {
    let file = try knownMedia(key).refused(because: fault)
    let (word, number) = fault.columns
    try run(
      "update media set state = 'refused', fault = $2, fault_number = $3 where id = $1", file.id,
      word, number)
    try tell(file, at: now)
  }

  package func removeMedia(_ key: MediaKey, by actor: Actor, at now: Instant) throws {
    let file = try knownMedia(key)
    try file.mustBeRemovable(isUsed: isUsed(key), by: actor)
    try forget(file, at: now)
  }

  /// By the house, when nothing has shown it for long: looked at once more, since something may by now.
  /// False when it stays.
  package func forgetUnusedMedia(
    _ key: MediaKey, before moment: Instant, at now: Instant
  ) throws -> Bool {
    guard let file = try media(key), file.openedAt < moment else { return false }
    if file.state != .arriving, try isUsed(key) { return false }
    try forget(file, at: now)
    return true
  }

  private func forget(_ file: MediaFile, at now: Instant) throws {
    try run("delete from media_rendition where media = $1", file.id)
    try run("delete from media where id = $1", file.id)
    try record(Change(of: .media, file.id.number, from: Self.unseen, to: nil), at: now)
  }

  private func knownMedia(_ key: MediaKey) throws -> MediaFile {
    guard let file = try media(key) else { throw MediaError.unknown }
    return file
  }

  private func tell(_ file: MediaFile, at now: Instant) throws {
    try record(Change(of: .media, file.id.number, from: Self.unseen, to: Self.unseen), at: now)
  }

  /// It has no page of its own.
  private static var unseen: Route { Route(isShown: false) }
}

/// The work of looking at what has arrived.
package enum MediaTask {
  package static let kind = "media.look"
}

extension Reading where Self: ~Copyable {
  /// What keeps the pictures of a draft from being published.
  func mediaFaults(of content: GigContent, _ party: ID<Party>) throws -> [GigFault] {
    let keys = content.media.compactMap { MediaKey($0.file) }
    return content.mediaFaults(of: party, Array(try media(keys).values))
  }
}
