import Market
import Testing

@testable import Store

@Suite struct ReviewActionTests {
  private let end = now + .days(14)
  private let tick = Duration.milliseconds(1)

  /// A gig, its seller with a profile, and one who bought it.
  private struct Scene {
    let deal: Deal
    let seller: Account
    let buyer: Account
  }

  private func scene(in store: Store) async throws -> Scene {
    try await store.write { tx in
      let people = try tx.people("seller", "buyer")
      try tx.saveProfile(of: people[0].party, .sample, from: 0, by: .operator, at: now)
      let gig = try tx.gig(of: people[0].party, in: tx.catalogue()[0])
      return Scene(
        deal: try tx.deal(7, of: gig, buyer: people[1].party), seller: people[0], buyer: people[1])
    }.value
  }

  /// What is counted: of the gig, then of the profile.
  private func counts(_ scene: Scene, in store: Store) async throws -> [Int64] {
    try await store.read { snapshot in
      let gig = try snapshot.gigFigures(scene.deal.gig)
      let profile = try snapshot.profile(scene.deal.seller)?.figures ?? SellerFigures()
      return [gig.reviews, gig.stars, profile.reviews, profile.stars]
    }
  }

  private func refuses(
    _ store: Store, _ refusal: ReviewError, sourceLocation: SourceLocation = #_sourceLocation,
    _ act: @escaping @Sendable (borrowing Transaction) throws -> Void
  ) async {
    await #expect(throws: refusal, sourceLocation: sourceLocation) {
      try await store.write { tx in try act(tx) }
    }
  }

  @Test(arguments: Engine.all)
  func `both are blind until the second speaks`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let scene = try await scene(in: store)
      let deal = scene.deal
      let first = try await store.write { tx in try tx.review(deal, .buyer, 4) }.value
      #expect(try await store.read { try $0.review(first) }.state == .blind)
      #expect(try await store.read { try $0.reviews(of: deal.gig, atMost: 9) }.isEmpty)
      #expect(try await store.read { try $0.reviews(about: deal.seller, atMost: 9) }.isEmpty)
      #expect(try await counts(scene, in: store) == [0, 0, 0, 0])
      // As long as it is blind it can be told otherwise.
      try await store.write { tx in
        try tx.editReview(first, .sample(2), by: tx.actor(scene.buyer.id), at: now + tick)
      }
      let later = now + .days(1)
      let second = try await store.write { tx in
        try tx.review(deal, .seller, 1, at: later)
      }.value
      let shown = try await store.read { try [$0.review(first), $0.review(second)] }
      #expect(shown.map(\.state) == [.shown(at: later), .shown(at: later)])
      #expect(shown.map(\.stars.overall) == [2, 1])
      #expect(shown.map(\.author) == [deal.buyer, deal.seller])
      // Only what buyers say counts, and only that is read on the gig.
      #expect(try await counts(scene, in: store) == [1, 2, 1, 2])
      #expect(try await store.read { try $0.reviews(of: deal.gig, atMost: 9) } == [shown[0]])
      for id in [first, second] {
        await refuses(store, .noLongerBlind) {
          try $0.editReview(id, .sample(5), by: .operator, at: later)
        }
      }
      for side in Review.Side.allCases {
        await refuses(store, .alreadyWritten) { try $0.review(deal, side, at: later) }
      }
      #expect(try await store.read { try $0.brokenChains() }.isEmpty)
    }
    #expect(try Database.examine(ground.address).faults == [])
  }

  @Test(arguments: Engine.all)
  func `the window is open for 14 days to the millisecond`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let (end, tick) = (end, tick)
    try await ground.withStore { store in
      let scene = try await scene(in: store)
      let deal = scene.deal
      await refuses(store, .windowClosed) {
        try $0.review(deal, .buyer, at: now + .milliseconds(-1))
      }
      let id = try await store.write { tx in
        try tx.review(deal, .buyer, at: end + .milliseconds(-1))
      }.value
      for moment in [end, end + tick] {
        await refuses(store, .windowClosed) { try $0.review(deal, .seller, at: moment) }
      }
      // What is over can be read, even before anybody has opened it: so it cannot be edited.
      await refuses(store, .noLongerBlind) {
        try $0.editReview(id, .sample(1), by: .operator, at: end)
      }
      #expect(try await reveal(in: store, at: end + .milliseconds(-1)) == 0)
      #expect(try await counts(scene, in: store) == [0, 0, 0, 0])
      #expect(try await reveal(in: store, at: end) == 1)
      #expect(try await reveal(in: store, at: end) == 0)
      #expect(try await counts(scene, in: store) == [1, 5, 1, 5])
      #expect(try await store.read { try $0.review(id) }.state == .shown(at: end))
    }
  }

  private func reveal(in store: Store, at moment: Instant) async throws -> Int {
    try await store.write { tx in try tx.revealReviews(atMost: 9, at: moment) }.value
  }

  @Test(arguments: Engine.all)
  func `reviews are opened in order, so many at a time`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let end = end
    try await ground.withStore { store in
      let deal = try await scene(in: store).deal
      let ids = try await store.write { tx in
        try (0..<5 as Range<Int64>).map { place in
          let deal = Deal(
            order: 100 + place, gig: deal.gig, version: deal.version, buyer: deal.buyer,
            seller: deal.seller, completedAt: now + .milliseconds(-place))
          return try tx.review(deal, place == 2 ? .seller : .buyer)
        }
      }.value
      func open(_ limit: Int, at moment: Instant) async throws -> [Bool] {
        let count = try await store.write { tx in
          try tx.revealReviews(atMost: limit, at: moment)
        }.value
        let shown = try await store.read { snapshot in
          try ids.map { try snapshot.review($0).isShown }
        }
        #expect(count <= limit)
        return shown
      }
      let first = end + .milliseconds(-3)
      #expect(try await open(9, at: first) == [false, false, false, true, true])
      #expect(try await open(1, at: end) == [false, false, true, true, true])
      #expect(try await open(1, at: end) == [false, true, true, true, true])
      #expect(try await open(9, at: end) == [true, true, true, true, true])
      #expect(try await store.read { try $0.gigFigures(deal.gig) }.reviews == 4)
      #expect(try await store.read { try $0.brokenChains() }.isEmpty)
    }
  }

  @Test(arguments: Engine.all)
  func `a clock that was set back keeps nobody from speaking`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let scene = try await scene(in: store)
      let ids = try await store.write { tx in
        [
          try tx.review(scene.deal, .buyer, at: now + .minutes(11)),
          try tx.review(scene.deal, .seller, at: now + .minutes(1)),
        ]
      }.value
      for id in ids { #expect(try await store.read { try $0.review(id) }.isShown) }
      #expect(try await counts(scene, in: store) == [1, 5, 1, 5])
    }
  }

  @Test(arguments: Engine.all)
  func `who could read the other's is too late, even under longer rules`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    let end = end
    let longer = Rules.standardText.replacing("window-days = 14", with: "window-days = 30")
    try await ground.withStore { store in
      let deal = try await scene(in: store).deal
      try await store.write { tx in
        try tx.setRules(longer, file: "my.rules", from: end, by: .operator, at: now)
        try tx.review(deal, .buyer)
        let half = Deal(
          order: 8, gig: deal.gig, version: deal.version, buyer: deal.buyer, seller: deal.seller,
          completedAt: now + .milliseconds(-1))
        try tx.review(half, .buyer)
        // In the last millisecond of the old rules the one of them is opened.
        #expect(try tx.revealReviews(atMost: 9, at: end + .milliseconds(-1)) == 1)
      }
      await refuses(store, .windowClosed) { tx in
        let half = try tx.reviews(on: 8)[0].deal
        try tx.review(half, .seller, at: end)
      }
      try await store.write { tx in try tx.review(deal, .seller, at: end) }
    }
  }

  @Test(arguments: Engine.all)
  func `a review is answered once, while it can be read`(engine: Engine) async throws {
    let ground = try Ground(engine)
    let last = end + .days(30)
    let end = end
    try await ground.withStore { store in
      let scene = try await scene(in: store)
      let id = try await store.write { tx in try tx.review(scene.deal, .buyer) }.value
      @Sendable func reply(
        _ text: String, by account: Account?, at moment: Instant
      ) -> @Sendable (borrowing Transaction) throws -> Void {
        { tx in
          let actor = try account.map { try tx.actor($0.id) } ?? .operator
          try tx.replyToReview(id, text, in: .chinese, by: actor, at: moment)
        }
      }
      await refuses(store, .notShown, reply("谢谢", by: scene.seller, at: end))
      #expect(try await reveal(in: store, at: end) == 1)
      // The author has said enough.
      await refuses(store, .refused(.notAllowed), reply("谢谢", by: scene.buyer, at: end))
      await refuses(store, .windowClosed, reply("谢谢", by: scene.seller, at: last))
      let long = String(repeating: "字", count: 1_001)
      for text in ["", " ", "\u{202E}x", long] {
        await refuses(
          store, .unfitText(charactersMax: 1_000), reply(text, by: scene.seller, at: end))
      }
      let fit = String(long.dropLast())
      let moment = last + .milliseconds(-1)
      try await store.write { tx in try reply(fit, by: scene.seller, at: moment)(tx) }
      let answer = Review.Reply(text: fit, language: .chinese, at: moment)
      #expect(try await store.read { try $0.review(id) }.reply == answer)
      await refuses(store, .alreadyReplied, reply("再", by: scene.seller, at: moment))
      // What is removed takes its answer along, and brings it back.
      try await store.write { tx in
        try tx.removeReview(id, because: "abuse", by: .operator, at: moment)
      }
      await refuses(store, .notShown, reply("再", by: scene.seller, at: moment))
      try await store.write { tx in try tx.restoreReview(id, by: .operator, at: moment) }
      #expect(try await store.read { try $0.review(id) }.reply == answer)
    }
  }

  @Test(arguments: Engine.all)
  func `removed and restored, a review counts as often as it is seen`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let scene = try await scene(in: store)
      let ids = try await store.write { tx in
        [try tx.review(scene.deal, .buyer, 3), try tx.review(scene.deal, .seller, 1)]
      }.value
      for id in ids {
        await refuses(store, .unchanged) { try $0.restoreReview(id, by: .operator, at: now) }
        for reason in ["", "\u{7}", String(repeating: "x", count: 501)] {
          await refuses(store, .unfitText(charactersMax: 500)) {
            try $0.removeReview(id, because: reason, by: .operator, at: now)
          }
        }
        try await store.write { tx in
          try tx.removeReview(id, because: "abuse", by: .operator, at: now)
        }
        #expect(
          try await store.read { try $0.review(id) }.state == .removed(at: now, reason: "abuse"))
        await refuses(store, .notShown) {
          try $0.removeReview(id, because: "abuse", by: .operator, at: now)
        }
        #expect(try await counts(scene, in: store) == [0, 0, 0, 0])
        await refuses(store, .noLongerBlind) {
          try $0.editReview(id, .sample(5), by: .operator, at: now)
        }
      }
      #expect(try await store.read { try $0.reviews(of: scene.deal.gig, atMost: 9) }.isEmpty)
      try await store.write { tx in
        for id in ids { try tx.restoreReview(id, by: .operator, at: now) }
      }
      #expect(try await counts(scene, in: store) == [1, 3, 1, 3])
      let audits = try await store.read { try $0.audits(of: .review, ids[0].number, atMost: 9) }
      #expect(audits.map { "\($0.action) \($0.detail)" } == ["restore ", "remove abuse"])
      #expect(try await store.read { try $0.brokenChains() }.isEmpty)
    }
  }

  @Test(arguments: [
    (0, 5, 5, 5), (6, 5, 5, 5), (5, 0, 5, 5), (5, 5, 6, 5), (5, 5, 5, -1), (.min, 1, 1, .max),
  ])
  func `stars are from one to five`(stars: (Int, Int, Int, Int)) async throws {
    let ground = try Ground(.sqlite)
    try await ground.withStore { store in
      let deal = try await scene(in: store).deal
      let words = Review.Words(
        stars: .init(
          overall: stars.0, quality: stars.1, communication: stars.2, timeliness: stars.3),
        text: "", language: .english)
      await refuses(store, .unfitStars(1...5)) {
        _ = try $0.writeReview(on: deal, as: .buyer, words, by: .operator, at: now)
      }
      let id = try await store.write { tx in try tx.review(deal, .buyer) }.value
      await refuses(store, .unfitStars(1...5)) {
        try $0.editReview(id, words, by: .operator, at: now)
      }
    }
  }

  @Test func `words may be missing or many, but not too many`() async throws {
    let ground = try Ground(.sqlite)
    try await ground.withStore { store in
      let deal = try await scene(in: store).deal
      @Sendable func words(_ text: String) -> Review.Words {
        Review.Words(stars: Review.Words.sample().stars, text: text, language: .chinese)
      }
      for text in [" ", "a\u{202E}b", String(repeating: "字", count: 2_001)] {
        await refuses(store, .unfitText(charactersMax: 2_000)) {
          _ = try $0.writeReview(on: deal, as: .buyer, words(text), by: .operator, at: now)
        }
      }
      for (side, text) in [
        (Review.Side.buyer, ""), (.seller, String(repeating: "字", count: 2_000)),
      ] {
        let review = try await store.write { tx in
          try tx.writeReview(on: deal, as: side, words(text), by: .operator, at: now)
        }.value
        #expect(try await store.read { try $0.review(review.id) } == review)
        #expect(review.text == text)
      }
      await refuses(store, .unknown(ID(9))) {
        try $0.removeReview(ID(9), because: "x", by: .operator, at: now)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `of twenty who write for one side at once, one is heard`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let scene = try await scene(in: store)
      let deal = scene.deal
      let written = await withTaskGroup(of: Bool.self) { group in
        for number in 0..<20 {
          group.addTask {
            let side: Review.Side = number.isMultiple(of: 2) ? .buyer : .seller
            return (try? await store.write { tx in try tx.review(deal, side) }) != nil
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(written == 2)
      #expect(try await counts(scene, in: store) == [1, 5, 1, 5])
    }
  }
}
