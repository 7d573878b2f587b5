import Market
import Outside
import Pages
import Store
import Theme

/// Prints pages in all languages into somebody's hand. One worker's own.
struct Press<Files: Hand & ~Copyable>: ~Copyable {
  /// One for each language of the site.
  let composers: [Composer]
  let cards: CardBox
  private(set) var printed = Printed()
  private let theme: LoadedTheme
  private var hand: Files
  /// Where the files of sellers are kept.
  private let shelf: Shelf?
  private let reader: (any PageReader)?
  /// What cannot have changed; nil when anything may have.
  private let fresh: Fresh?
  private var key = PageKey.assets
  private var output = Output(capacity: 1 << 18)

  init(
    _ composers: [Composer], _ theme: LoadedTheme, _ cards: CardBox, _ hand: consuming Files,
    _ shelf: Shelf?, reader: (any PageReader)? = nil, fresh: Fresh? = nil
  ) {
    self.composers = composers
    self.theme = theme
    self.cards = cards
    self.hand = hand
    self.shelf = shelf
    self.reader = reader
    self.fresh = fresh
  }

  var editions: [Edition] { composers.map(\.edition) }

  /// What is printed next belongs to this.
  mutating func begin(_ key: PageKey) {
    self.key = key
    hand.begin(key)
  }

  /// Prints a page in each language.
  mutating func print<Page: View>(
    at address: PageAddress, _ page: (Composer) throws -> Page
  ) throws {
    for composer in composers {
      try print(to: address.path(in: composer.edition.locale), by: composer, page)
    }
  }

  /// Prints a page at some path. What cannot have changed is not even composed.
  mutating func print<Page: View>(
    to address: String, by composer: Composer, _ page: (Composer) throws -> Page
  ) throws {
    let edition = composer.edition
    guard let template = theme.template(for: Page.self, in: edition.locale.tag) else {
      preconditionFailure("the theme was not loaded for \(Page.name)")
    }
    let path = address == "/" ? "/index.html" : "\(address).html"
    if let fresh, fresh.has(Page.self, of: key, in: edition.locale), try hand.keep(path) { return }
    let page = try page(composer)
    try reader?.see(page, at: path, in: edition)
    output.clear()
    let start = ContinuousClock.now
    template.render(page, into: &output)
    printed.times.add(Page.self, .now - start)
    try hand.put(path, output)
    printed.pages += 1
  }

  mutating func show(_ file: some NamedFile) throws {
    switch try hand.show(file) {
    case .made: printed.pictures += 1
    case .known: break
    case .lost: printed.lost.append(file.name)
    }
  }

  mutating func show(_ files: [PublicFile]) throws {
    for file in files { try show(ShelvedFile(file: file, shelf: shelf)) }
  }

  /// What a version of a gig shows: its files, and its cover if nothing of them is a picture; also its
  /// cards for sharing.
  mutating func showPictures(of record: GigRecord) throws {
    try show(record.cards.map { $0.publicFile(of: record.gig) })
    for file in record.files { try show(file.publicFiles(of: .gig(record.gig))) }
    if !record.files.contains(where: \.hasPicture) { try show(editions[0].drawing(of: record)) }
  }

  mutating func write(_ path: String, _ text: String) throws {
    try hand.put(path, text)
    printed.files += 1
  }

  mutating func write(_ path: String, _ bytes: [UInt8]) throws {
    try hand.put(path, bytes)
    printed.files += 1
  }

  mutating func wrote(_ shard: SitemapShard) { printed.shards.append(shard) }

  consuming func finish() throws -> Printed {
    let printed = printed
    try hand.finish()
    return printed
  }
}
