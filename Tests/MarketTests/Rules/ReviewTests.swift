import Market
import Testing

@Suite struct ReviewTests {
  private let rules = Rules.standard.review
  private let end = now + .days(14)
  private let tick = Duration.milliseconds(1)

  private func pair(buyer: Instant? = nil, seller: Instant? = nil) -> ReviewPair {
    ReviewPair(completedAt: now, buyerWroteAt: buyer, sellerWroteAt: seller)
  }

  @Test(arguments: Review.Side.allCases)
  func `a side may write once, within 14 days`(side: Review.Side) {
    let moments = [now + .milliseconds(-1), now, end + .milliseconds(-1), end]
    #expect(moments.map { rules.mayWrite(pair(), as: side, at: $0) } == [false, true, true, false])
    let written = pair(buyer: now, seller: now)
    #expect(!rules.mayWrite(written, as: side, at: now + tick))
  }

  @Test func `who has not written may, although the other has`() {
    let half = pair(buyer: now + .days(1))
    #expect(rules.mayWrite(half, as: .seller, at: end + .milliseconds(-1)))
    #expect(!rules.mayWrite(half, as: .buyer, at: now + .days(2)))
  }

  @Test func `both are shown when the second is written`() {
    let first = now + .days(1)
    let second = now + .days(2)
    for whole in [pair(buyer: first, seller: second), pair(buyer: second, seller: first)] {
      #expect(rules.shownFrom(whole) == second)
      #expect(rules.isBlind(whole, at: second + .milliseconds(-1)))
      #expect(!rules.isBlind(whole, at: second))
    }
  }

  @Test func `one alone is shown when the window closes`() {
    for half in [pair(buyer: now), pair(seller: now)] {
      #expect(rules.shownFrom(half) == end)
      #expect([end + .milliseconds(-1), end].map { rules.isBlind(half, at: $0) } == [true, false])
    }
  }

  @Test func `a review is edited by who wrote it, while nobody reads it`() {
    let half = pair(buyer: now)
    #expect(rules.mayEdit(half, as: .buyer, at: end + .milliseconds(-1)))
    #expect(!rules.mayEdit(half, as: .buyer, at: end))
    #expect(!rules.mayEdit(half, as: .seller, at: now + tick))
    let whole = pair(buyer: now, seller: now + .days(1))
    for side in Review.Side.allCases {
      #expect(!rules.mayEdit(whole, as: side, at: now + .days(1)))
    }
  }

  @Test func `a review is answered once, for 30 days from when it is shown`() {
    let half = pair(buyer: now)
    let last = end + .days(30)
    let moments = [end + .milliseconds(-1), end, last + .milliseconds(-1), last]
    func answers(to side: Review.Side, after earlier: Instant?) -> [Bool] {
      moments.map { rules.mayReply(to: side, of: half, repliedAt: earlier, at: $0) }
    }
    #expect(answers(to: .buyer, after: nil) == [false, true, true, false])
    #expect(answers(to: .buyer, after: end) == [false, false, false, false])
    #expect(answers(to: .seller, after: nil) == [false, false, false, false])
  }
}

@Suite struct TextLimitTests {
  private let title = Rules.standard.gig.title

  @Test(arguments: ["a", "字", "é", "e\u{301}", "👩‍👩‍👧‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇨🇳", "\r\n", "แก๋"])
  func `a character is what a reader takes for one`(character: String) {
    let count = character.count
    func excess(_ times: Int) -> TextLimit.Excess? {
      title.excess(of: String(repeating: character, count: times))
    }
    #expect(excess(79 / count) == nil)
    #expect(excess(80 / count) == nil)
    #expect(excess(81) == .characters(81 * count - 80))
  }

  @Test func `marks that no language writes are refused`() {
    let most = TextLimit.scalarsInCharacterMax - 1
    func heaped(_ marks: Int) -> String { "ab" + String(repeating: "\u{301}", count: marks) }
    #expect(title.excess(of: heaped(most)) == nil)
    #expect(title.excess(of: heaped(most + 1)) == .marks(character: 2))
    #expect(!title.allows(heaped(most + 1)))
    #expect(heaped(10_000).count == 2)
    #expect(title.excess(of: heaped(10_000)) == .bytes(20_002 - 80 * 16 * 4))
  }

  @Test func `nothing fits everywhere`() {
    #expect(title.allows(""))
    #expect(TextLimit(charactersMax: 0).allows(""))
    #expect(!TextLimit(charactersMax: 0).allows("a"))
  }
}
