import Market
import Proving
import Testing
import Theme

@testable import Pages

@Suite struct GalleryTests {
  typealias Locale = Market.Locale

  private static func file(
    _ number: UInt64, _ format: MediaFormat = .png, widths: [MediaFormat: [Int]] = [:],
    pages: Int? = nil
  ) -> ShownFile {
    var random = Seeded(number)
    let renditions = widths.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { made, widths in
      widths.map {
        StoredRendition(
          Rendition(made, width: $0, height: $0 / 2), bytes: 1, digest: "\(number) \(made) \($0)")
      }
    }
    return ShownFile(
      key: MediaKey(using: &random), format: format, bytes: 3_400_000, digest: "\(number)",
      width: 1_000, height: 500, pages: pages, renditions: renditions)
  }

  private static let whole: [MediaFormat: [Int]] = [
    .jpeg: [400, 800, 1_600], .webp: [400, 800, 1_600], .avif: [400],
  ]
  private static let photo = file(1, widths: whole)
  private static let document = file(
    2, .pdf, widths: [.jpeg: [400], .webp: [400], .avif: [400]], pages: 12)
  private static let video = file(3, .mp4)

  private func page(
    _ files: [ShownFile], ready: Int? = nil, in locale: Locale = .english,
    at place: PicturePlace = .site
  ) throws -> GigPage {
    let record = Made.gig { record in
      record.content.media = files.map {
        GigMedia(file: $0.key.text, caption: [.chinese: "图", .english: "Shot"])
      }
      record.files = Array(files.prefix(ready ?? files.count))
    }
    return GigPage(record, by: Composer(try Made.edition(locale), .little, seen: place))
  }

  @Test func `a picture is there in all its widths, and in better formats where these are whole`()
    throws
  {
    let page = try page([Self.photo])
    let picture = try #require(page.pictures.first)
    #expect(page.pictures.count == 1 && !page.hasGallery && page.attachments.isEmpty)
    #expect(picture.sources?.all.map(\.width) == [400, 800, 1_600])
    #expect(picture.webp?.all.map(\.width) == [400, 800, 1_600])
    #expect(picture.avif == nil, "on a wide screen it would be coarse")
    #expect(picture.link == picture.sources?.all[1].link)
    #expect(picture.link.text.hasPrefix("/media/") && picture.link.text.hasSuffix("-800.jpg"))
    #expect((picture.width, picture.height) == (1_600, 800))
    #expect(picture.caption?.text == "Shot" && picture.isFirst)
    let names = Self.photo.publicFiles(of: .gig(ID(42))).map { "/\($0.name)" }
    let shown = [picture.sources, picture.webp].compactMap { $0?.all.map(\.link.text) }.joined()
    #expect(Set(shown).isSubset(of: names), "what is shown is there")
  }

  @Test func `the same file has another name on another gig, and when it was made anew`() throws {
    let names = { (file: ShownFile, gig: Int64) in
      Set(file.publicFiles(of: .gig(ID(gig))).map(\.name))
    }
    var better = Self.photo
    better.renditions[0] = StoredRendition(
      better.renditions[0].rendition, bytes: 1, digest: "better")
    #expect(names(Self.photo, 1).count == 7)
    #expect(names(Self.photo, 1).isDisjoint(with: names(Self.photo, 2)))
    #expect(names(Self.photo, 1).isDisjoint(with: names(better, 1)))
  }

  @Test func `documents show their first page and can be fetched; videos are only played`() throws {
    let page = try page([Self.video, Self.document, Self.photo])
    #expect(page.pictures.count == 2 && page.hasGallery)
    #expect(page.pictures.map(\.isFirst) == [true, false])
    #expect(page.attachments.map(\.isVideo) == [true, false])
    #expect(page.attachments.map(\.format) == ["MP4", "PDF"])
    #expect(page.attachments.map { $0.link.text.suffix(4) } == [".mp4", ".pdf"])
    #expect(page.attachments[1].pages == 12)
    #expect(page.attachments[1].megabytes == Figure(32, scale: 1))
    #expect(page.pictures[0].avif != nil)
    let english = try rendered(page, in: .english)
    #expect(english.contains("PDF · 12 pages · 3.2 MB"))
    #expect(english.contains("<video src=\"/media/"))
    let chinese = try rendered(try self.page([Self.document], in: .chinese), in: .chinese)
    #expect(chinese.contains("PDF，12页，3.2MB"))
  }

  @Test func `who has no picture gets a cover, and what is not ready is not shown`() throws {
    #expect(try page([Self.video]).pictures.map { $0.link.text.hasPrefix("/covers/") } == [true])
    #expect(try page([]).pictures.count == 1)
    let waiting = try page([Self.photo, Self.document], ready: 1)
    #expect(waiting.pictures.count == 1 && waiting.attachments.isEmpty)
  }

  @Test func `before the site has them they are found with their seller`() throws {
    let place = PicturePlace.studio(ID(42))
    let own = try page([Self.photo, Self.video], at: place)
    #expect(
      own.pictures[0].link.text == "/en/studio/media/\(Self.photo.key)/800.jpg")
    #expect(own.attachments[0].link.text == "/en/studio/media/\(Self.video.key)/original")
    #expect(try page([], at: place).pictures[0].link.text == "/en/studio/gigs/42/cover")
    #expect(
      try page([Self.photo], at: .studio(ID(7))).pictures[0].link.text.hasPrefix("/media/"),
      "another gig's")
  }

  @Test func `a card and a sitemap show the first picture`() throws {
    let edition = try Made.edition(.english)
    let card = Composer(edition).card(Made.card(42) { $0.picture = Self.photo })
    let first = try page([Self.photo]).pictures[0]
    #expect(card.picture.link == first.link && card.picture.webp == first.webp)
    let mention = GigMention(
      gig: ID(42), category: Made.logos.id, origin: .chinese, publishedAt: nil,
      picture: Self.photo)
    #expect(edition.sitemapLine(mention).pictures == [first.link.text])
    let facts = try rendered(try page([Self.photo]), in: .english)
    #expect(facts.contains("\"image\":[\"https://"), "search engines are told of it")
  }
}
