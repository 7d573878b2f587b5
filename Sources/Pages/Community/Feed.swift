package import Market
import Theme

/// What is new, for those who follow it with a reader: Atom.
package struct Feed: Sendable {
  private struct Entry {
    let title: Said
    let summary: Said?
    let address: PageAddress
    /// Readers take what they do not know for new, so it holds nothing that may change.
    let lasting: PageAddress
    let at: Instant
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
          title: Said(post.title), summary: Said(post.summary), address: post.address,
          lasting: post.address, at: edition.start(of: post.day), author: post.author)
      }, page: .blog, in: edition)
  }

  /// Of the newest services. What nobody has translated says in which language it is.
  package init(of gigs: [GigRecord], in edition: Edition) {
    self.init(
      gigs.prefix(Self.entriesMax).map { record in
        Entry(
          title: edition.title(record), summary: edition.summary(record),
          address: .gig(record.gig, record.slugs), lasting: .gig(record.gig, [:]),
          at: record.version.publishedAt ?? record.version.madeAt,
          author: edition.name(record.seller.name).text)
      }, page: .newest, in: edition)
  }

  private init(_ entries: [Entry], page: FixedPage, in edition: Edition) {
    func whole(_ address: PageAddress) -> String {
      edition.site.origin.whole(address.path(in: edition.locale)).text
    }
    let own = PageAddress.feed(page.address)
    path = own.path(in: edition.locale)
    var xml = XML("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(edition.locale)\">\n")
    xml.element(
      "title", edition.words(WholeTitle(title: edition.title(of: page), site: edition.siteName)))
    xml.element("id", whole(own))
    xml.raw("<link rel=\"self\" type=\"application/atom+xml\" href=\"\(whole(own))\"/>")
    xml.raw("<link href=\"\(whole(page.address))\"/>\n")
    // A feed of nothing is as old as the clock of computers.
    let newest = entries.map(\.at).max() ?? Instant(milliseconds: 0)
    xml.element("updated", newest.utcText)
    for entry in entries {
      xml.raw("\n<entry>")
      xml.element("title", entry.title.text, in: entry.title.lang)
      xml.element("id", whole(entry.lasting))
      xml.raw("<link href=\"\(whole(entry.address))\"/>")
      xml.element("updated", entry.at.utcText)
      xml.raw("<author>")
      xml.element("name", entry.author)
      xml.raw("</author>")
      if let summary = entry.summary, !summary.text.isEmpty {
        xml.element("summary", summary.text, in: summary.lang)
      }
      xml.raw("</entry>")
    }
    xml.raw("\n</feed>\n")
    markup = xml.markup
  }
}
