import Market
import Proving
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

  @Test func `a work has ten pictures at most, each once`() {
    func faults(_ media: [MediaKey]) -> [ProfileFault] {
      PortfolioWork(titles: [.english: "Work"], media: media).faults
    }
    let keys = Self.keys(11)
    #expect(faults(Array(keys.prefix(10))) == [])
    #expect(faults(keys) == [.tooMany(.itemMedia, max: 10)])
    #expect(faults([keys[0], keys[0]]) == [.doubled(.itemMedia)])
  }

  @Test(
    arguments: [
      ([(1, .waiting)], []),
      ([(1, .arriving)], [.missing(.itemMedia)]),
      // It may have been refused since it was named.
      ([(1, .refused(.unreadable))], []),
      ([(2, .waiting)], [.unknown(.itemMedia)]),
      ([], [.unknown(.itemMedia)]),
    ] as [([(Int64, MediaFile.State)], [ProfileFault])])
  func `pictures are whole files of the seller`(
    files: [(party: Int64, state: MediaFile.State)], faults: [ProfileFault]
  ) {
    let key = Self.keys(1)[0]
    let there = files.map {
      MediaFile(
        id: ID(1), key: key, party: ID($0.party), name: "a.png", format: .png, bytes: 1,
        openedAt: now, state: $0.state)
    }
    let work = PortfolioWork(titles: [.english: "Work"], media: [key])
    #expect(work.mediaFaults(of: ID(1), there) == faults)
  }

  private static func keys(_ count: Int) -> [MediaKey] {
    var random = Seeded(1)
    return (0..<count).map { _ in MediaKey(using: &random) }
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
