/// Contracts that are paid by milestones.
package struct ContractRules: Hashable, Sendable {
  package let milestonesMax: Int
  /// So many must be funded before work begins.
  package let fundedMilestonesMin: Int
  /// A contract that nobody funds ends.
  package let fundingDays: Int
  /// The buyer says nothing to what was submitted: the milestone is paid.
  package let milestoneSilenceDays: Int

  init(_ section: RuleSection) {
    milestonesMax = section.whole("milestones-max", 1...200)
    fundedMilestonesMin = section.whole("funded-milestones-min", 1...200)
    fundingDays = section.whole("funding-days", 1...90)
    milestoneSilenceDays = section.whole("milestone-silence-days", 1...90)
    section.expect(
      fundedMilestonesMin <= milestonesMax, "funded-milestones-min",
      "expected at most milestones-max, \(milestonesMax)")
  }
}

extension ContractRules {
  package func fundingEnds(agreedAt: Instant) -> Instant { agreedAt + .days(Int64(fundingDays)) }
  package func releaseEnds(submittedAt: Instant) -> Instant {
    submittedAt + .days(Int64(milestoneSilenceDays))
  }
  package func isReleasedBySilence(submittedAt: Instant, at now: Instant) -> Bool {
    now >= releaseEnds(submittedAt: submittedAt)
  }
}
