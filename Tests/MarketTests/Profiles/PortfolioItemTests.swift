import Market
import Testing

@Suite struct PortfolioItemTests {
  private static let owner = Party(
    id: ID(1), kind: .person, name: "a", language: .english, openedAt: now)
  private static let item = PortfolioItem(
    id: ID(1), party: ID(1), revision: 3, PortfolioWork(titles: [.english: "Work"]))

  @Test func `who edits names the revision that he saw`() throws {
    var work = Self.item.work
    work.year = 2_020
    let edited = try Self.item.edited(work, of: Self.owner, from: 3, by: .operator)
    #expect(edited.revision == 4 && edited.work == work)
    #expect(throws: ProfileError.changedMeanwhile) {
      try Self.item.edited(work, of: Self.owner, from: 2, by: .operator)
    }
    #expect(throws: ProfileError.refused(.signInNeeded)) {
      try Self.item.edited(work, of: Self.owner, from: 3, by: .visitor)
    }
    work.year = 2_101
    #expect(throws: ProfileError.unfit([.outOfRange(.itemYear)])) {
      try Self.item.edited(work, of: Self.owner, from: 3, by: .operator)
    }
  }

  @Test(
    arguments: [
      ((0..<10).map { "\($0)" }, []),
      ((0..<11).map { "\($0)" }, [.tooMany(.itemMedia, max: 10)]),
      (["a", "a"], [.doubled(.itemMedia)]),
      ([String(repeating: "k", count: 120)], []),
      ([String(repeating: "k", count: 121)], [.unfit(.itemMedia, charactersMax: 120)]),
      (["2026/11/a-b_c.png"], []),
      (["../a"], [.unfit(.itemMedia, charactersMax: 120)]),
      (["a//b"], [.unfit(.itemMedia, charactersMax: 120)]),
      (["/a"], [.unfit(.itemMedia, charactersMax: 120)]),
      ([""], [.unfit(.itemMedia, charactersMax: 120)]),
      (["图"], [.unfit(.itemMedia, charactersMax: 120)]),
    ] as [([String], [ProfileFault])])
  func `pictures are named by keys that lead nowhere else`(
    media: [String], faults: [ProfileFault]
  ) {
    #expect(PortfolioWork(titles: [.english: "Work"], media: media).faults == faults)
  }

  @Test(
    arguments: [
      ("https://example.com", true), ("https://example.com/a?b=c#d", true),
      ("https://xn--fiq228c.com/%E5%9B%BE", true), ("https://a.b:8443/", false),
      ("http://example.com", false), ("//example.com", false), ("example.com", false),
      ("javascript:alert(1)", false), ("https://user@example.com", false),
      ("https://localhost", false), ("https://192.0.2.1", false), ("https://-a.com", false),
      ("https://a..com", false), ("https://example.com/\"x", false),
      ("https://example.com/<a>", false), ("https://example.com/a b", false),
      ("https://例子.com", false), ("HTTPS://example.com", false), ("", false),
    ])
  func `links lead to a named place, by https`(link: String, isFit: Bool) {
    #expect(WebLink.isFit(link) == isFit)
  }

  @Test func `a link has 300 signs at most`() {
    let lead = "https://example.com/"
    let most = lead + String(repeating: "a", count: 300 - lead.count)
    #expect(WebLink.isFit(most) && !WebLink.isFit(most + "a"))
    #expect(PortfolioWork(titles: [.english: "Work"], link: most).faults == [])
    #expect(
      PortfolioWork(titles: [.english: "Work"], link: most + "a").faults
        == [.unfit(.itemLink, charactersMax: 300)])
  }
}
