/// How long each state of an order may last. When time is up, what the comment says happens.
package struct OrderDeadlines: Hashable, Sendable {
  /// An offer that nobody took ends.
  package let offerDays: Int
  /// The buyer has not paid: the order ends, nothing was owed.
  package let paymentHours: Int
  /// The buyer is reminded every so many days to answer the seller's questions, so many times.
  package let requirementReminderDays: Int
  package let requirementRemindersMax: Int
  /// The buyer has not answered, and the seller did not go on without: cancelled, all goes back.
  package let requirementsDays: Int
  /// The seller is reminded so long before the delivery is due.
  package let dueReminderHours: Int
  /// From so long past the due date the buyer may cancel, and all goes back.
  package let lateCancelHours: Int
  /// Neither delivered nor cancelled so long past the due date: cancelled, all goes back.
  package let abandonedDays: Int
  /// The buyer says nothing to a delivery: accepted.
  package let silentAcceptanceDays: Int
  /// The seller delivers what was asked to be changed; after that the order is late.
  package let revisionDays: Int
  /// The other side says nothing to a wish to cancel: cancelled as the wish says.
  package let cancellationAnswerDays: Int
  /// The buyer says nothing to a wish for more time: declined.
  package let extensionAnswerDays: Int

  init(_ section: RuleSection) {
    offerDays = section.whole("offer-days", 1...90)
    paymentHours = section.whole("payment-hours", 1...168)
    requirementReminderDays = section.whole("requirement-reminder-days", 1...30)
    requirementRemindersMax = section.whole("requirement-reminders-max", 0...20)
    requirementsDays = section.whole("requirements-days", 1...90)
    dueReminderHours = section.whole("due-reminder-hours", 1...168)
    lateCancelHours = section.whole("late-cancel-hours", 0...720)
    abandonedDays = section.whole("abandoned-days", 1...90)
    silentAcceptanceDays = section.whole("silent-acceptance-days", 1...30)
    revisionDays = section.whole("revision-days", 1...90)
    cancellationAnswerDays = section.whole("cancellation-answer-days", 1...30)
    extensionAnswerDays = section.whole("extension-answer-days", 1...30)
    section.expect(
      requirementReminderDays * requirementRemindersMax < requirementsDays,
      "requirements-days",
      "expected more than the \(requirementReminderDays * requirementRemindersMax) days of reminders"
    )
    section.expect(
      lateCancelHours < abandonedDays * 24, "late-cancel-hours",
      "expected less than abandoned-days, \(abandonedDays * 24) hours")
  }
}

extension OrderDeadlines {
  package func offerEnds(madeAt: Instant) -> Instant { madeAt + .days(Int64(offerDays)) }
  package func paymentEnds(placedAt: Instant) -> Instant {
    placedAt + .hours(Int64(paymentHours))
  }

  /// All reminders that there will be, in order.
  package func requirementReminders(paidAt: Instant) -> [Instant] {
    (0..<requirementRemindersMax).map {
      paidAt + .days(Int64(requirementReminderDays) * Int64($0 + 1))
    }
  }

  package func requirementsEnd(paidAt: Instant) -> Instant {
    paidAt + .days(Int64(requirementsDays))
  }
  package func dueReminder(dueAt: Instant) -> Instant {
    dueAt + .hours(-Int64(dueReminderHours))
  }
  package func lateCancelStarts(dueAt: Instant) -> Instant {
    dueAt + .hours(Int64(lateCancelHours))
  }
  package func mayCancelLate(dueAt: Instant, at now: Instant) -> Bool {
    now >= lateCancelStarts(dueAt: dueAt)
  }
  package func abandonedEnds(dueAt: Instant) -> Instant { dueAt + .days(Int64(abandonedDays)) }
  package func acceptanceEnds(deliveredAt: Instant) -> Instant {
    deliveredAt + .days(Int64(silentAcceptanceDays))
  }
  package func isAcceptedBySilence(deliveredAt: Instant, at now: Instant) -> Bool {
    now >= acceptanceEnds(deliveredAt: deliveredAt)
  }
  package func revisionDue(askedAt: Instant) -> Instant { askedAt + .days(Int64(revisionDays)) }
  package func cancellationAnswerEnds(askedAt: Instant) -> Instant {
    askedAt + .days(Int64(cancellationAnswerDays))
  }
  package func extensionAnswerEnds(askedAt: Instant) -> Instant {
    askedAt + .days(Int64(extensionAnswerDays))
  }
}
