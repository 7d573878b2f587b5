import Market
import Proving
import Testing

@Suite struct InstantTests {
  @Test(arguments: spans)
  func `a span is whole milliseconds`(span: Duration, milliseconds: Int64) {
    #expect(span.milliseconds == milliseconds)
    #expect(now + span == Instant(milliseconds: 1_790_000_000_000 + milliseconds))
  }

  @Test func `what lies between two instants leads from one to the other`() {
    var random = Seeded(1)
    for _ in 0..<1_000 {
      let bounds = -1_000_000_000_000...Int64(4_000_000_000_000)
      let earlier = Instant(milliseconds: .random(in: bounds, using: &random))
      let later = Instant(milliseconds: .random(in: bounds, using: &random))
      #expect(earlier + (later - earlier) == later)
      #expect((earlier < later) == (later - earlier > .zero))
    }
  }
}

private let spans: [(Duration, Int64)] = [
  (.milliseconds(1), 1), (.seconds(1), 1_000), (.minutes(1), 60_000), (.hours(1), 3_600_000),
  (.days(1), 86_400_000), (.seconds(-1), -1_000), (.microseconds(1_999), 1),
  (.microseconds(-1_999), -1), (.nanoseconds(999_999), 0),
]

@Suite struct IDTests {
  @Test func `ids are in order of their numbers and shown as them`() {
    #expect(ID<Audit>(2) < ID<Audit>(10))
    #expect("\(ID<Audit>(10))" == "10")
  }

  @Test func `each noun has the name of its table`() {
    #expect(
      Noun.allCases.map(\.rawValue) == [
        "account", "audit", "category", "challenge", "change", "gig", "gig_version", "invitation",
        "ledger_account", "ledger_block", "ledger_transfer", "media", "order", "outgoing", "party",
        "portfolio_item", "profile", "queued_task", "rate", "related", "report", "review",
        "rule_version", "security_event", "session", "setting", "share_card", "skill", "tag",
      ])
  }
}
