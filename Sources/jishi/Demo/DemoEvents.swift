import Market

/// Everything that happens in the plan, in the order of time.
extension DemoPlan {
  enum What: Sendable {
    case rates(String, Int64)
    case joins(Int)
    case publishes(Int)
    case places(Int)
    case completes(Int)
    case reviews(Int)
    case replies(Int)
    case clears(Int)
    case pauses(Int)
  }

  struct Event: Sendable {
    let at: Instant
    let what: What
  }

  /// Before the first seller came.
  static var start: Instant { today + .days(-Int64(years * 365 + 30)) }

  /// The crafts of each seller's gigs, the main one first.
  var crafts: [[Int]] {
    var crafts: [[Int]] = Array(repeating: [], count: sellers.count)
    for offer in offers where !crafts[offer.seller].contains(offer.book) {
      crafts[offer.seller].append(offer.book)
    }
    return crafts
  }

  func events(_ rules: Rules) -> [Event] {
    var events: [Event] = rateEvents
    for (number, seller) in sellers.enumerated() {
      events.append(Event(at: seller.joinedAt, what: .joins(number)))
    }
    for (number, offer) in offers.enumerated() {
      events.append(Event(at: offer.openedAt, what: .publishes(number)))
      guard offer.ending == .paused else { continue }
      events.append(Event(at: Self.today + .minutes(-Int64(number % 1_000)), what: .pauses(number)))
    }
    for (number, deal) in deals.enumerated() { events += self.events(of: deal, number, rules) }
    // What has the same moment stays in the order in which it was planned.
    return events.enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  private func events(of deal: Deal, _ number: Int, _ rules: Rules) -> [Event] {
    var events = [
      Event(at: deal.placedAt, what: .places(number)),
      Event(at: deal.completedAt, what: .completes(number)),
    ]
    if deal.stars != nil {
      events.append(Event(at: deal.reviewedAt, what: .reviews(number)))
      // Some time after it could be read.
      let repliedAt =
        deal.completedAt + .days(Int64(rules.review.windowDays))
        + .minutes(
          Int64(number % 20_000))
      if deal.hasReply, repliedAt < Self.today {
        events.append(Event(at: repliedAt, what: .replies(number)))
      }
    }
    let level = sellers[offers[deal.offer].seller].level
    let clearedAt = rules.levels.clearanceEnds(level, earnedAt: deal.completedAt)
    if clearedAt < Self.today { events.append(Event(at: clearedAt, what: .clears(number))) }
    return events
  }

  /// What some currencies cost, month by month; invented, but near what they have cost.
  private var rateEvents: [Event] {
    var dice = Dice(seed)
    let near: [(code: String, yuan: Int)] = [
      ("USD", 712), ("EUR", 778), ("GBP", 905), ("HKD", 91), ("SGD", 530),
    ]
    return (0..<Self.years * 12).flatMap { month in
      near.map { currency in
        Event(
          at: Self.start + .days(Int64(month * 30 + 1)),
          what: .rates(
            currency.code,
            Int64(currency.yuan * dice.number(96...104) / 100)))
      }
    }
  }
}
