import Market
import Pages
import Testing
import Theme

@testable import Site

@Suite struct SiteStateTests {
  private static let inputs: Inputs = {
    var inputs = Inputs()
    inputs.digests = ["program": "1-2", "template en GigPage": "3-4", "rules": "5-6"]
    return inputs
  }()
  private static let state = SiteState(
    position: Position(12), change: "1-gig-3", inputs: inputs, boot: "abc")

  @Test func `a state comes back from its bytes`() {
    #expect(SiteState(Self.state.bytes) == Self.state)
    #expect(Self.state.boot != SiteState.bootNow && SiteState.bootNow.count > 1)
  }

  @Test func `a part of a state is none, and neither is one with other bytes`() {
    let bytes = Self.state.bytes
    for end in bytes.indices { #expect(SiteState(Array(bytes[..<end])) == nil, "\(end)") }
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 1
      #expect(SiteState(other) == nil, "\(place)")
    }
  }

  private func fresh(_ change: (inout Inputs) -> Void) -> Fresh? {
    var old = Inputs()
    old.digests = [
      "program": "1", "site": "1", "rules": "1", "catalogue": "1", "assets": "1",
      "template en GigPage": "1", "template zh-CN GigPage": "1", "sentences en": "1",
      "guides en": "1", "articles en": "1", "posts en": "1", "article en help fees": "1",
      "article en help escrow": "1", "article zh-CN help fees": "1", "post en one": "1",
      "post en two": "1", "post zh-CN one": "1",
    ]
    var new = old
    change(&new)
    return new.fresh(since: old)
  }

  @Test(arguments: ["program", "site", "rules", "catalogue", "something new"])
  func `what all pages stand on leaves nothing as it was`(name: String) {
    #expect(fresh { $0.digests[name] = "2" } == nil)
  }

  @Test func `a template touches its pages in its language`() throws {
    let fresh = try #require(fresh { $0.digests["template en GigPage"] = "2" })
    #expect(!fresh.has(GigPage.self, of: .gig(ID(1)), in: .english))
    #expect(fresh.has(GigPage.self, of: .gig(ID(1)), in: .chinese))
    #expect(fresh.has(HomePage.self, of: .home, in: .english))
  }

  @Test func `words touch the pages that say them`() throws {
    let all = try #require(fresh { $0.digests["sentences en"] = "2" })
    #expect(!all.has(HomePage.self, of: .home, in: .english))
    #expect(all.has(HomePage.self, of: .home, in: .chinese))
    #expect(all.keys == [.chooser])
    let article = try #require(fresh { $0.digests["article en help fees"] = nil })
    #expect(
      article.keys == [
        .article(.help, "fees", .english), .article(.help, "fees", .chinese), .help,
        .sitemap(.words),
      ])
    let titles = try #require(fresh { $0.digests["articles en"] = "2" })
    #expect(
      titles.keys == [.article(.help, "fees", .english), .article(.help, "escrow", .english)])
    let post = try #require(fresh { $0.digests["post en three"] = "1" })
    #expect(post.keys.contains(.post("three", .chinese)) && post.keys.contains(.blog))
    #expect(try #require(fresh { $0.digests["posts en"] = "2" }).keys.count == 2)
    #expect(try #require(fresh { $0.digests["assets"] = "2" }).keys == [.assets])
    #expect(try #require(fresh { _ in }).keys.isEmpty)
  }
}
