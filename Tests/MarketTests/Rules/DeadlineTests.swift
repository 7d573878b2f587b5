import Market
import Testing

/// Each deadline one millisecond before, at, and one millisecond after.
@Suite struct DeadlineTests {
  private let rules = Rules.standard
  private let tick = Duration.milliseconds(1)

  /// Whether something holds before, at and after a moment.
  private func around(_ moment: Instant, _ holds: (Instant) -> Bool) -> [Bool] {
    [moment + .milliseconds(-1), moment, moment + tick].map(holds)
  }

  @Test func `three days of silence accept a delivery`() {
    let found = around(now + .days(3)) {
      rules.order.isAcceptedBySilence(deliveredAt: now, at: $0)
    }
    #expect(found == [false, true, true])
    #expect(rules.order.acceptanceEnds(deliveredAt: now) == now + .days(3))
  }

  @Test func `a buyer may cancel from 24 hours past the due date`() {
    let found = around(now + .hours(24)) { rules.order.mayCancelLate(dueAt: now, at: $0) }
    #expect(found == [false, true, true])
  }

  @Test func `14 days of silence release a milestone`() {
    let found = around(now + .days(14)) {
      rules.contract.isReleasedBySilence(submittedAt: now, at: $0)
    }
    #expect(found == [false, true, true])
  }

  @Test func `every state of an order has its deadline`() {
    let order = rules.order
    #expect(order.offerEnds(madeAt: now) == now + .days(7))
    #expect(order.paymentEnds(placedAt: now) == now + .hours(24))
    #expect(
      order.requirementReminders(paidAt: now) == [2, 4, 6].map { now + .days($0) })
    #expect(order.requirementsEnd(paidAt: now) == now + .days(14))
    #expect(order.dueReminder(dueAt: now) == now + .hours(-24))
    #expect(order.abandonedEnds(dueAt: now) == now + .days(14))
    #expect(order.revisionDue(askedAt: now) == now + .days(3))
    #expect(order.cancellationAnswerEnds(askedAt: now) == now + .days(2))
    #expect(order.extensionAnswerEnds(askedAt: now) == now + .days(2))
    #expect(rules.contract.fundingEnds(agreedAt: now) == now + .days(14))
  }

  @Test func `help is given for 30 days and a refund for 180, from the release on`() {
    let dispute = rules.dispute
    #expect(around(now) { dispute.mayAskForHelp(releasedAt: now, at: $0) } == [false, true, true])
    let help = around(now + .days(30)) { dispute.mayAskForHelp(releasedAt: now, at: $0) }
    #expect(help == [true, false, false])
    let refund = around(now + .days(180)) {
      dispute.mayRefundVoluntarily(releasedAt: now, at: $0)
    }
    #expect(refund == [true, false, false])
    #expect(!dispute.mayRefundVoluntarily(releasedAt: now, at: now + .milliseconds(-1)))
  }

  @Test func `a claim is answered in five days of work at the site`() throws {
    let claimed = try #require(Instant(utcText: "2026-11-20T10:00Z"))
    let ends = rules.dispute.answerEnds(claimedAt: claimed, .china)
    #expect(ends.utcText == "2026-11-27T16:00:00Z")
    #expect(rules.dispute.answerEnds(claimedAt: claimed, .utc).utcText == "2026-11-28T00:00:00Z")
    #expect(
      rules.dispute.offerAnswerEnds(offeredAt: claimed, .utc).utcText == "2026-11-26T00:00:00Z")
    #expect(
      rules.dispute.decisionEnds(handedOverAt: claimed, .utc).utcText == "2026-12-05T00:00:00Z")
  }

  @Test func `a warning can be appealed for 14 days`() {
    let found = around(now + .days(14)) { rules.message.mayAppeal(warnedAt: now, at: $0) }
    #expect(found == [true, false, false])
  }

  @Test func `who is not answered writes five messages and no sixth`() {
    #expect([4, 5, 6].map { rules.message.maySend(unanswered: $0) } == [true, false, false])
  }

  @Test func `a gig promises up to nine revisions or any number`() throws {
    #expect([-1, 0, 9, 10].map { rules.gig.allows(revisions: $0) } == [false, true, true, false])
    #expect(rules.gig.allows(revisions: nil))
    let text = Rules.standardText.replacing(
      "unlimited-revisions = yes", with: "unlimited-revisions = no")
    #expect(try !Rules(text: text, file: "my.rules").gig.allows(revisions: nil))
  }
}

@Suite struct HourlyTests {
  private let hourly = Rules.standard.hourly
  private func at(_ text: String) throws -> Instant { try #require(Instant(utcText: text)) }

  @Test func `a week goes from Monday to Sunday in UTC`() throws {
    let week = HourlyWeek(of: try at("2026-11-21T12:00Z"))
    #expect(week.start.utcText == "2026-11-16T00:00:00Z")
    #expect(week.end.utcText == "2026-11-23T00:00:00Z")
    #expect(HourlyWeek(of: week.start) == week)
    #expect(HourlyWeek(of: week.end + .milliseconds(-1)) == week)
    #expect(HourlyWeek(of: week.end) == week.next)
    #expect(HourlyWeek(of: week.start + .milliseconds(-1)).next == week)
    #expect(HourlyWeek(of: try at("1969-12-31")).start.utcText == "1969-12-29T00:00:00Z")
  }

  @Test func `a week is reviewed until Friday is over`() throws {
    let week = HourlyWeek(of: try at("2026-11-21T12:00Z"))
    #expect(hourly.reviewEnds(of: week).utcText == "2026-11-28T00:00:00Z")
    let moments = [
      "2026-11-22T23:59:59Z", "2026-11-23", "2026-11-27T23:59:59Z", "2026-11-28",
    ]
    #expect(
      try moments.map { hourly.mayReview(week, at: try at($0)) } == [false, true, true, false])
    let last = try at("2026-11-28") + .milliseconds(-1)
    #expect(hourly.mayReview(week, at: last))
  }

  @Test func `a slot has ten minutes and begins on the hour`() throws {
    let start = try at("2026-11-21T12:10Z")
    #expect(hourly.slotStart(of: start) == start)
    #expect(hourly.slotStart(of: start + .milliseconds(599_999)) == start)
    #expect(hourly.slotStart(of: start + .minutes(10)) == start + .minutes(10))
    #expect(hourly.slotStart(of: start + .milliseconds(-1)) == start + .minutes(-10))
    #expect(hourly.slotStart(of: Instant(milliseconds: -1)).milliseconds == -600_000)
  }

  @Test func `no more slots are worked than the cap has`() {
    #expect([239, 240, 241].map { hourly.slotsLeft(capHours: nil, worked: $0) } == [1, 0, 0])
    #expect(hourly.slotsLeft(capHours: 1, worked: 0) == 6)
    #expect(hourly.slotsLeft(capHours: 80, worked: 0) == 480)
    #expect(hourly.slotsLeft(capHours: 81, worked: 0) == 480)
  }

  @Test func `a week is paid by its slots and rounded once`() throws {
    let rate = Money(minorUnits: 10_001, .cny)
    #expect(try hourly.pay(slots: 6, hourly: rate) == rate)
    #expect(try hourly.pay(slots: 1, hourly: rate).minorUnits == 1_667)
    #expect(try hourly.pay(slots: 3, hourly: rate).minorUnits == 5_000)
    #expect(try hourly.pay(slots: 240, hourly: rate).minorUnits == 400_040)
    #expect(throws: MoneyError.tooLarge) {
      try hourly.pay(slots: 7, hourly: Money(minorUnits: .max, .cny))
    }
  }
}
