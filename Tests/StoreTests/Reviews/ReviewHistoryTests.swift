import Market
import Proving
import Testing

@testable import Store

@Suite struct ReviewHistoryTests {
  /// Whatever is written, opened, removed and restored: gigs and sellers count what can be read.
  @Test(arguments: Engine.all)
  func `what is counted is what buyers said and others can read`(engine: Engine) async throws {
    let first = UInt64(count("JISHI_SEED", or: Int.random(in: 0...999_999)))
    for seed in first..<first + UInt64(count("JISHI_HISTORIES", or: 3)) {
      let ground = try Ground(engine)
      try await ground.withStore { store in try await live(seed, in: store) }
      #expect(try Database.examine(ground.address).faults == [], "seed \(seed)")
    }
  }

  private func live(_ seed: UInt64, in store: Store) async throws {
    var dice = Seeded(seed)
    let (gigs, buyer) = try await store.write { tx in
      let category = try tx.catalogue()[0]
      let people = try tx.people("ada", "bea", "buyer").map(\.party)
      // Bea has no profile at first.
      try tx.saveProfile(of: people[0], .sample, from: 0, by: .operator, at: now)
      let gigs = try [0, 0, 1].map { try tx.gig(of: people[$0], in: category) }
      return (gigs, people[2])
    }.value
    let bea = try await store.read { try $0.gig(gigs[2]).party }
    var model = Model()
    var moment = now
    for step in 0..<120 {
      moment = moment + .hours(Int64.random(in: 0...12, using: &dice))
      let move = Move(using: &dice, gigs: gigs, at: moment)
      let (done, known) = (model.takes(move), model)
      let outcome: String = await {
        do {
          try await store.write { tx in try tx.make(move, known, buyer: buyer) }
          return "done"
        } catch { return error is ReviewError ? "refused" : "\(error)" }
      }()
      #expect(outcome == (done ? "done" : "refused"), "seed \(seed), step \(step): \(move)")
      if step == 60 {
        try await store.write { [moment] tx in
          try tx.saveProfile(of: bea, .sample, from: 0, by: .operator, at: moment)
        }
      }
      guard step % 10 == 9 else { continue }
      try await compare(model, gigs, in: store, "seed \(seed), step \(step)")
    }
    #expect(try await store.read { try $0.brokenChains() }.isEmpty, "seed \(seed)")
  }

  private func compare(
    _ model: Model, _ gigs: [ID<Gig>], in store: Store, _ place: Comment
  ) async throws {
    let found = try await store.read { snapshot in
      try gigs.map { id in
        let figures = try snapshot.gigFigures(id)
        let party = try snapshot.gig(id).party
        return (party, figures, try snapshot.profile(party)?.figures)
      }
    }
    for (gig, (party, figures, profile)) in zip(gigs, found) {
      let mine = model.counted { $0 == gig }
      #expect([figures.reviews, figures.stars] == mine, place)
      guard let profile else { continue }
      let others = Set(zip(gigs, found).filter { $0.1.0 == party }.map(\.0))
      #expect([profile.reviews, profile.stars] == model.counted { others.contains($0) }, place)
    }
  }
}

/// One thing that somebody tries, fit or not.
private struct Move: Sendable {
  enum Kind: CaseIterable {
    case complete, complete2, write, write2, write3, edit, reveal, remove, restore
  }
  let kind: Kind
  let gig: ID<Gig>
  let side: Review.Side
  let stars: Int
  /// Which deal or review is meant, by a large number.
  let choice: Int
  let at: Instant

  init(using dice: inout Seeded, gigs: [ID<Gig>], at moment: Instant) {
    kind = Kind.allCases.randomElement(using: &dice) ?? .reveal
    gig = gigs.randomElement(using: &dice) ?? ID(0)
    side = Bool.random(using: &dice) ? .buyer : .seller
    stars = Int.random(in: 0...5, using: &dice)
    choice = Int.random(in: 0...9_999, using: &dice)
    at = moment
  }
}

/// The rules once more, as plainly as can be.
private struct Model: Sendable {
  struct Entry: Sendable {
    let deal: Int
    let side: Review.Side
    var stars: Int
    var state: String
  }
  var deals: [(gig: ID<Gig>, completedAt: Instant)] = []
  var entries: [Entry] = []

  /// False when it must be refused.
  mutating func takes(_ move: Move) -> Bool {
    switch move.kind {
    case .complete, .complete2: deals.append((move.gig, move.at))
    case .write, .write2, .write3:
      guard let deal = deal(move) else { return true }
      let mine = entries.filter { $0.deal == deal }
      guard !mine.contains(where: { $0.side == move.side }), move.stars > 0,
        move.at < deals[deal].completedAt + .days(14), mine.allSatisfy({ $0.state == "blind" })
      else { return false }
      entries.append(Entry(deal: deal, side: move.side, stars: move.stars, state: "blind"))
      guard !mine.isEmpty else { break }
      for place in entries.indices where entries[place].deal == deal {
        entries[place].state = "shown"
      }
    case .edit:
      guard let place = entry(move) else { return true }
      let end = deals[entries[place].deal].completedAt + .days(14)
      guard entries[place].state == "blind", move.at < end, move.stars > 0 else { return false }
      entries[place].stars = move.stars
    case .reveal:
      for place in entries.indices
      where entries[place].state == "blind"
        && move.at >= deals[entries[place].deal].completedAt + .days(14)
      { entries[place].state = "shown" }
    case .remove: return turn(move, from: "shown", to: "removed")
    case .restore: return turn(move, from: "removed", to: "shown")
    }
    return true
  }

  private mutating func turn(_ move: Move, from before: String, to after: String) -> Bool {
    guard let place = entry(move) else { return true }
    guard entries[place].state == before else { return false }
    entries[place].state = after
    return true
  }

  /// Nil when there is none yet: then nothing is tried.
  func deal(_ move: Move) -> Int? { deals.isEmpty ? nil : move.choice % deals.count }
  func entry(_ move: Move) -> Int? { entries.isEmpty ? nil : move.choice % entries.count }

  func counted(_ isMeant: (ID<Gig>) -> Bool) -> [Int64] {
    let counted = entries.filter {
      $0.side == .buyer && $0.state == "shown" && isMeant(deals[$0.deal].gig)
    }
    return [Int64(counted.count), Int64(counted.reduce(0) { $0 + $1.stars })]
  }
}

extension Transaction {
  /// Reviews are numbered from 1 in the order in which they were written, as the model has them.
  fileprivate func make(_ move: Move, _ model: Model, buyer: ID<Party>) throws {
    let words = Review.Words.sample(move.stars)
    switch move.kind {
    case .complete, .complete2: break
    case .write, .write2, .write3:
      guard let place = model.deal(move) else { return }
      let (id, completedAt) = model.deals[place]
      let gig = try gig(id)
      guard let version = gig.version else { throw GigError.nothingToPublish }
      let deal = Deal(
        order: Int64(place), gig: id, version: version, buyer: buyer, seller: gig.party,
        completedAt: completedAt)
      _ = try writeReview(on: deal, as: move.side, words, by: .operator, at: move.at)
    case .edit: try on(move, model) { try editReview($0, words, by: .operator, at: move.at) }
    case .reveal: _ = try revealReviews(atMost: 1_000, at: move.at)
    case .remove:
      try on(move, model) {
        try removeReview($0, because: "abuse", by: .operator, at: move.at)
      }
    case .restore: try on(move, model) { try restoreReview($0, by: .operator, at: move.at) }
    }
  }

  private func on(_ move: Move, _ model: Model, _ act: (ID<Review>) throws -> Void) throws {
    guard let place = model.entry(move) else { return }
    try act(ID(Int64(place + 1)))
  }
}
