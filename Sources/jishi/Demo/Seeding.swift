import Market
import Store

/// Fills an empty market with a history, step by step in the order of time.
struct Seeding {
  /// How much happens in one transaction: enough that commits cost little.
  static let stepsAtOnce = 12_000

  let store: Store
  let words: DemoWords
  let plan: DemoPlan
  let rules: Rules
  private let crafts: [[Int]]
  private let archive = DemoArchive()
  private var tags: [Said: ID<Tag>] = [:]
  private var skills: [Said: ID<Skill>] = [:]
  private var wording: Wording
  private let people: PersonMaker
  /// Nil where strangers could come in by them.
  private let doors: DemoDoors?

  init(
    _ store: Store, _ words: DemoWords, _ plan: DemoPlan, _ rules: Rules, doors: DemoDoors?
  ) {
    self.doors = doors
    self.store = store
    self.words = words
    self.plan = plan
    self.rules = rules
    crafts = plan.crafts
    wording = Wording(words, seed: plan.seed)
    people = PersonMaker(words: words, seed: plan.seed)
  }

  mutating func run(progress: (Double) -> Void) async throws {
    try await openCatalogue()
    try await openHouse()
    let events = try plan.events(rules)
    var steps = prepare(events.prefix(Self.stepsAtOnce))
    var done = 0
    while !steps.isEmpty {
      let actions = DemoActions(plan: plan, rules: rules, doors: doors, known: archive)
      let now = steps
      // The next steps are put into words while these are being written.
      async let written = Self.write(now, actions, to: store)
      done += now.count
      steps = prepare(events.dropFirst(done).prefix(Self.stepsAtOnce))
      let named = try await written
      archive.add { $0.take(named) }
      progress(Double(done) / Double(events.count))
    }
    try await finish()
  }

  private typealias Prepared = [(at: Instant, step: DemoStep)]

  private static func write(
    _ steps: Prepared, _ actions: DemoActions, to store: Store
  ) async throws -> DemoNames {
    try await store.write { tx in
      var actions = actions
      for (at, step) in steps { try actions.perform(step, at: at, in: tx) }
      if let last = steps.last { _ = try tx.revealReviews(atMost: 1_000, at: last.at) }
      return actions.new
    }.value
  }

  private mutating func prepare(_ events: some Sequence<DemoPlan.Event>) -> Prepared {
    events.map { (at: $0.at, step: step(for: $0)) }
  }

  private mutating func step(for event: DemoPlan.Event) -> DemoStep {
    switch event.what {
    case .joins(let number):
      return .joins(
        number,
        people.seller(
          number, plan.sellers[number], books: crafts[number], skills: skills))
    case .publishes(let number):
      let offer = plan.offers[number]
      return .publishes(
        number,
        wording.gig(
          number, offer, by: plan.sellers[offer.seller], tags: tags))
    case .places(let number): return .places(number)
    case .completes(let number): return .completes(number)
    case .reviews(let number): return .reviews(number, words(of: number))
    case .replies(let number): return reply(to: number)
    case .clears(let clearing, let amount): return .clears(clearing, amount)
    case .pauses(let number): return .pauses(number)
    case .rates(let base, let yuan): return .rates(base: base, yuanPerHundred: yuan)
    }
  }

  private mutating func words(of number: Int) -> Review.Words {
    let deal = plan.deals[number]
    var dice = Dice(plan.seed, .deal, number)
    let stars = deal.stars ?? 5
    func near() -> Int { min(5, max(1, stars + dice.pick([-1, 0, 0, 0, 1]))) }
    let locale: Locale = deal.isInChinese ? .chinese : .english
    let all = Review.Stars(
      overall: stars, quality: near(), communication: near(), timeliness: near())
    let text = wording.review(
      stars, of: words.books[plan.offers[deal.offer].book], in: locale, &dice)
    return Review.Words(stars: all, text: text, language: locale)
  }

  private func reply(to number: Int) -> DemoStep {
    let deal = plan.deals[number]
    var dice = Dice(plan.seed ^ 0x4E, .deal, number)
    let locale: Locale = deal.isInChinese ? .chinese : .english
    let list = (deal.stars ?? 5) > 3 ? "reply \(locale)" : "apology \(locale)"
    var filling = Filling([:], isStudio: false)
    let text = filling.fill(
      dice.pick(words.people.sentences(list)), locale == .chinese ? \.chinese : \.english, &dice)
    return .replies(number, text, locale)
  }
}

// MARK: Before and after

extension Seeding {
  /// The catalogue, and the words that sellers put on what they do.
  private mutating func openCatalogue() async throws {
    let (words, start) = (words, DemoPlan.start)
    let opened = try await store.write { tx in
      try tx.saveCatalogue(words.plan, by: .operator, at: start)
      var names = DemoNames()
      for book in words.books {
        guard let category = try tx.category(slug: book.slug) else {
          throw DemoError.outOfOrder("category \(book.slug)")
        }
        names.categories.append(category.id)
        for tag in book.tags {
          names.tags[tag] = try tx.tag(
            tag.localized([.chinese, .english]), by: .operator, at: start)
        }
        for skill in book.skills {
          names.skills[skill] = try tx.addSkill(
            skill.localized([.chinese, .english]), by: .operator, at: start)
        }
      }
      return names
    }.value
    tags = opened.tags
    skills = opened.skills
    archive.add { $0 = opened }
  }

  /// Staff, and the buyers.
  private mutating func openHouse() async throws {
    let (start, doors) = (DemoPlan.start, doors)
    let staff: [(StaffRole, String)] = [
      (.admin, "站长"), (.moderator, "审核员"), (.finance, "财务"), (.support, "客服"),
    ]
    try await store.write { tx in
      for (role, name) in staff {
        let account = try tx.openAccount(
          name: name, contact: Contact(email: "\(role.rawValue)@example.com"), locale: .chinese,
          by: .operator, at: start)
        try tx.grant(role, to: account.id, by: .operator, at: start)
        try doors?.open(for: account, at: start, in: tx)
      }
    }
    for first in stride(from: 0, to: plan.buyers, by: Self.stepsAtOnce) {
      let numbers = first..<min(first + Self.stepsAtOnce, plan.buyers)
      let buyers = numbers.map { ($0, people.buyer($0)) }
      let opened = try await store.write { tx in
        try buyers.map { number, buyer in
          let account = try tx.openAccount(
            name: buyer.name, contact: Contact(email: "buyer\(number + 1)@example.com"),
            locale: buyer.locale, by: .visitor, at: start)
          if number == 0 { try doors?.open(for: account, at: start, in: tx) }
          return DemoNames.Shop(
            account: account.id, person: account.party, party: account.party)
        }
      }.value
      archive.add { $0.buyers += opened }
    }
  }

  /// What is due by the last day, and the tops of the listings.
  private func finish() async throws {
    let categories = try await store.read { try $0.categories() }
    var listings = categories.map { Listing.category($0.id) }
    listings.append(.market)
    let ready = listings
    try await store.write { tx in
      while try tx.revealReviews(atMost: 1_000, at: DemoPlan.today) > 0 {}
      for listing in ready { try tx.rankFront(of: listing, at: DemoPlan.today) }
    }
    _ = try await store.seal(at: DemoPlan.today)
  }
}
