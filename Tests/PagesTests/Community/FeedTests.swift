import Market
import Testing
import Theme

@testable import Pages

@Suite struct FeedTests {
  typealias Locale = Market.Locale

  private func ids(_ feed: Feed) -> [String] {
    feed.markup.matches(of: /<id>([^<]+)<\/id>/).map { String($0.1) }
  }

  @Test(arguments: Made.locales)
  func `feeds are as somebody looked at them`(locale: Locale) throws {
    let edition = try Made.edition(locale)
    let foreign = Made.gig(7) {
      $0.content.texts = [.chinese: GigText(title: "<茶> & 水", summary: "", description: "茶")]
      $0.slugs = [.chinese: "cha"]
      $0.version = Made.version(70, publishedAt: Made.moment("2026-11-20T18:05:09Z"))
    }
    for (name, feed) in [
      ("gigs", Feed(of: [foreign, Made.gig()], in: edition)),
      ("posts", Feed(of: edition.library.posts(in: locale), in: edition)),
    ] {
      #expect(isWellFormed(feed.markup))
      try GoldenFile(name: "site/feed-\(name).\(locale)").check(feed.markup)
    }
    #expect(Feed(of: [foreign], in: edition).path == "/\(locale)/new/feed.xml")
    #expect(Feed(of: [Post](), in: edition).path == "/\(locale)/blog/feed.xml")
  }

  @Test func `an entry stays the same when its title changes`() throws {
    let edition = try Made.edition(.english)
    let renamed = Made.gig {
      $0.content.texts[.english]?.title = "Another"
      $0.slugs[.english] = "another"
    }
    let feeds = [Feed(of: [Made.gig()], in: edition), Feed(of: [renamed], in: edition)]
    #expect(ids(feeds[0]) == ids(feeds[1]))
    #expect(feeds[0].markup != feeds[1].markup)
    #expect(ids(feeds[0])[1] == "\(Made.origin)/en/g/42")
  }

  @Test func `a feed is as new as its newest entry, and one of nothing is as old as can be`() throws
  {
    let edition = try Made.edition(.english)
    let gigs = ["2026-11-20T17:30:00Z", "2026-11-21T00:00:01Z", "2025-01-01T00:00:00Z"]
      .enumerated().map { place, time in
        Made.gig(Int64(place) + 1) {
          $0.version = Made.version(1, publishedAt: Made.moment(time))
        }
      }
    let times = Feed(of: gigs, in: edition).markup
      .matches(of: /<updated>([^<]+)<\/updated>/).map { String($0.1) }
    #expect(times.first == "2026-11-21T00:00:01Z")
    #expect(times.count == 4)
    let empty = Feed(of: [GigRecord](), in: edition)
    #expect(empty.markup.contains("<updated>1970-01-01T00:00:00Z</updated>"))
    #expect(isWellFormed(empty.markup))
  }

  @Test func `a post comes out at the midnight of the site`() throws {
    let edition = try Made.edition(.english)
    let feed = Feed(of: edition.library.posts(in: .english), in: edition)
    #expect(feed.markup.contains("<updated>2026-10-31T16:00:00Z</updated>"))
  }

  @Test func `a feed holds so many entries and no more`() throws {
    let gigs = (1...40).map { Made.gig($0) }
    let feed = Feed(of: gigs, in: try Made.edition(.english))
    #expect(ids(feed).count == 1 + Feed.entriesMax)
    #expect(ids(feed).last == "\(Made.origin)/en/g/24")
  }
}
