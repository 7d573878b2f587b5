/// When two sides do not agree.
package struct DisputeRules: Hashable, Sendable {
  /// The other side says nothing to a claim: the claim is won.
  package let answerBusinessDays: Int
  /// An offer of one side that the other does not answer ends.
  package let offerAnswerBusinessDays: Int
  package let offersMax: Int
  /// Staff decides, once the two could not.
  package let decisionBusinessDays: Int
  package let statementCharactersMax: Int
  package let evidenceFilesMax: Int
  /// So long after the money was released one can still ask for help.
  package let helpDays: Int
  /// So long after the money was released a seller can still give it back of his own will.
  package let voluntaryRefundDays: Int

  init(_ section: RuleSection) {
    answerBusinessDays = section.whole("answer-business-days", 1...30)
    offerAnswerBusinessDays = section.whole("offer-answer-business-days", 1...30)
    offersMax = section.whole("offers-max", 1...50)
    decisionBusinessDays = section.whole("decision-business-days", 1...60)
    statementCharactersMax = section.whole("statement-characters-max", 200...50_000)
    evidenceFilesMax = section.whole("evidence-files-max", 0...100)
    helpDays = section.whole("help-days", 1...365)
    voluntaryRefundDays = section.whole("voluntary-refund-days", 1...730)
    section.expect(
      helpDays <= voluntaryRefundDays, "help-days",
      "expected at most voluntary-refund-days, \(voluntaryRefundDays): help may end in a refund")
  }
}

extension DisputeRules {
  package var statement: TextLimit { TextLimit(charactersMax: statementCharactersMax) }

  package func answerEnds(claimedAt: Instant, _ calendar: Calendar) -> Instant {
    calendar.end(ofBusinessDays: answerBusinessDays, after: claimedAt)
  }
  package func offerAnswerEnds(offeredAt: Instant, _ calendar: Calendar) -> Instant {
    calendar.end(ofBusinessDays: offerAnswerBusinessDays, after: offeredAt)
  }
  package func decisionEnds(handedOverAt: Instant, _ calendar: Calendar) -> Instant {
    calendar.end(ofBusinessDays: decisionBusinessDays, after: handedOverAt)
  }

  package func helpEnds(releasedAt: Instant) -> Instant { releasedAt + .days(Int64(helpDays)) }
  package func mayAskForHelp(releasedAt: Instant, at now: Instant) -> Bool {
    (releasedAt..<helpEnds(releasedAt: releasedAt)).contains(now)
  }
  package func voluntaryRefundEnds(releasedAt: Instant) -> Instant {
    releasedAt + .days(Int64(voluntaryRefundDays))
  }
  package func mayRefundVoluntarily(releasedAt: Instant, at now: Instant) -> Bool {
    (releasedAt..<voluntaryRefundEnds(releasedAt: releasedAt)).contains(now)
  }
}
