package import Market
package import Outside
import Pages
import Store

/// The task of a gig that was published: the picture that stands for it where its address is shared is
/// drawn in each language, once for each version.
package enum CardDrawing {
  /// Draws a card into a file, whoever does so.
  package typealias Draw = @Sendable (_ card: ShareCard, _ file: String) throws -> Void

  /// `draw` is nil where there is no program for it: then gigs wait until there is one.
  package static func handler(
    _ places: MediaPlaces, _ draw: Draw?, press: @escaping Sending.Press,
    clock: @escaping @Sendable () -> Instant
  ) -> Worker.Handler {
    { task, store in
      guard let number = Int64(task.payload) else { throw Hopeless(MediaWorkError.noKey) }
      let gig = ID<Gig>(number)
      let due = try await store.read(after: .unlogged) { rows -> GigRecord? in
        // Paused meanwhile, or drawn by a worker that could not say so any more.
        guard let record = try rows.gigRecord(gig), record.cards.isEmpty else { return nil }
        return record
      }
      guard let record = due else { return }
      guard let draw else { throw MediaWorkError.noProgram }
      let printer = try await press(store)
      let words = printer.editions.map { ShareCard(record, in: $0) }
      var chance = SystemRandomNumberGenerator()
      let key = MediaKey(using: &chance)
      let version = record.version.id
      let isNewest = try await store.write {
        try $0.beginCards(of: version, gig: gig, in: words.map(\.language), as: key)
      }.value
      guard isNewest else { return }
      let drawn = Written<[SharedCard]>()
      try await onOwnThread {
        drawn.value = try words.map { try Drawing(words: $0, key: key).keep(in: places, by: draw) }
      }
      let (cards, now) = (drawn.value ?? [], clock())
      try await store.write { try $0.keepCards(cards, of: version, gig: gig, at: now) }
    }
  }
}

/// One card on its way to the shelf.
private struct Drawing {
  let words: ShareCard
  let key: MediaKey

  func keep(in places: MediaPlaces, by draw: CardDrawing.Draw) throws -> SharedCard {
    let folder = try PrivateFolder(in: places)
    defer { folder.remove() }
    let name = SharedCard.fileName(in: words.language)
    let file = "\(folder.path)/\(name)"
    try draw(words, file)
    guard let part = Shelf.Part(key.text, name) else { throw MediaWorkError.lost(key) }
    let card = SharedCard(
      key: key, language: words.language, digest: try Digests.sha256(ofFile: file))
    try places.shelf.put(part, from: file, type: MediaFormat.png.mediaType)
    return card
  }
}
