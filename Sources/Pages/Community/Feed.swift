package import Market
import Theme

/// What is new, for those who follow it with a reader: Atom.
package struct Feed: Sendable {
  private struct Entry {
    let title: String
    let summary: String
    let link: Link
    let day: Day
    let author: String
  }

  package static let entriesMax = 24

  /// Its path below the site's files.
  package let path: String
  package let markup: String

  /// Of the blog.
  package init(of posts: [Post], in edition: Edition) {
    self.init(
      posts.prefix(Self.entriesMax).map { post in
        Entry(
          title: post.title, summary: post.summary,
          link: edition.site.origin.whole(edition.link(post.address).text), day: post.day,
          author: post.author)
      }, page: .blog, at: .blog, in: edition)
  }

  /// Of the newest services. Each is known by the address of its original.
  package init(of gigs: [GigRecord], in edition: Edition) {
    self.init(
      gigs.prefix(Self.entriesMax).map { record in
        let gig = GigComposer(record, edition)
        return Entry(
          title: gig.title.text, summary: gig.summary?.text ?? "",
          link: edition.site.origin.whole(edition.link(gig.address).text),
          day: edition.day(record.version.publishedAt ?? record.version.madeAt),
          author: edition.seller(record.seller.name).name.text)
      }, page: .newest, at: .newest, in: edition)
  }

  private init(_ entries: [Entry], page: FixedPage, at address: PageAddress, in edition: Edition) {
    let origin = edition.site.origin
    path = address.path(in: edition.locale) + "/feed.xml"
    var xml = XML("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(edition.locale)\">\n")
    xml.element("title", "\(edition.words(PageTitle(page: page)))｜\(edition.siteName)")
    xml.element("id", origin.whole(path).text)
    xml.raw("<link rel=\"self\" href=\"\(origin.whole(path).text)\"/>")
    xml.raw("<link href=\"\(origin.whole(address.path(in: edition.locale)).text)\"/>\n")
    let newest = entries.map(\.day).max { $0.order < $1.order }
    // A feed of nothing is as old as the calendar of computers.
    xml.element("updated", (newest ?? Day(year: 1970, month: 1, day: 1)).midnight)
    for entry in entries {
      xml.raw("\n<entry>")
      xml.element("title", entry.title)
      xml.element("id", entry.link.text)
      xml.raw("<link href=\"\(entry.link.text)\"/>")
      xml.element("updated", entry.day.midnight)
      xml.raw("<author>")
      xml.element("name", entry.author)
      xml.raw("</author>")
      if !entry.summary.isEmpty { xml.element("summary", entry.summary) }
      xml.raw("</entry>")
    }
    xml.raw("\n</feed>\n")
    markup = xml.markup
  }
}

extension Day {
  fileprivate var midnight: String { "\(iso)T00:00:00Z" }
}
