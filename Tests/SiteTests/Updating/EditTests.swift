import Foundation
import Proving
import Testing

/// An edit has just those pages rendered again that may say something else for it.
@Suite struct EditTests {
  /// How many pages each template has.
  private func counts(_ workshop: Workshop) throws -> [String: Int] {
    let built = try workshop.object(try workshop.jishi("build", "--json"))
    let lines = try #require(built["templates"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: lines.compactMap { line in
        (line["template"] as? String).flatMap { name in (line["pages"] as? Int).map { (name, $0) } }
      })
  }

  /// How many pages the worker renders after an edit; the site is then as if made anew.
  private func rendered(
    after edit: (String, [(String, String)]), in workshop: Workshop
  ) throws -> Int {
    let (file, changes) = edit
    var text = try workshop.folder.text(file)
    for (old, new) in changes {
      #expect(text.contains(old))
      text = text.replacing(old, with: new)
    }
    try workshop.folder.write(text, to: file)
    let said = try workshop.ran("work", "--once")
    try workshop.folder.remove("clean")
    try workshop.ran("build", "--output", "clean")
    #expect(try workshop.site().differences(from: workshop.site("clean")) == [])
    return said.firstMatch(of: /Rendered (\d+) pages/).flatMap { Int($0.1) } ?? 0
  }

  @Test func `an edit has the pages rendered that use it, and no other`() async throws {
    let workshop = try await Workshop.fair()
    let counts = try counts(workshop)
    let all = counts.values.reduce(0, +)
    try workshop.folder.makeFolder("clean")
    let gigs = try #require(counts["GigPage"])
    let sellers = try #require(counts["SellerPage"])
    #expect(gigs > 20 && sellers > 1 && all > gigs + sellers)
    func rendered(_ file: String, _ changes: (String, String)...) throws -> Int {
      try self.rendered(after: (file, changes), in: workshop)
    }
    let page = "themes/default/pages/gig.html"
    #expect(try rendered(page, ("<dl>", "<dl class=\"facts\">")) == gigs)
    // Nothing comes of blanks.
    #expect(try rendered(page, ("<dl class=\"facts\">\n", "<dl class=\"facts\">\n\n")) == 0)
    let words = "locales/en/seller.txt"
    #expect(
      try rendered(words, ("seller.skills = Skills", "seller.skills = Trades")) == sellers / 2)
    // Titles are said by pages of any kind, in their own language.
    let title = "site.title = {title} | {site}"
    let ofEnglish = try rendered("locales/en/site.txt", (title, "site.title = {title} – {site}"))
    #expect(ofEnglish > gigs / 2 && ofEnglish <= all / 2 + 2)
    // The text of an article is on its page, and told of in both languages.
    let article = "content/en/help/ordering.md"
    #expect(try rendered(article, ("the seller works", "the seller begins")) == 4)
    // Whoever is on every page has every page rendered.
    let style = try rendered(
      "themes/default/styles/90-print.css", ("@media print", "@media  print, tty"))
    #expect(style == all)
  }
}
