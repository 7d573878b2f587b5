import Market
import Proving
import Testing

@testable import Store

/// Whoever follows the log has the same site as who makes it anew, whatever has happened.
@Suite struct FollowingTests {
  static let histories = 1...UInt64(count("JISHI_HISTORIES", or: 4))

  @Test(arguments: Engine.all, histories)
  func `a site that follows is the site that is made anew`(
    engine: Engine, seed: UInt64
  ) async throws {
    let actions = count("JISHI_HISTORY_ACTIONS", or: 120)
    let kinds = seed % 2 == 0 ? MarketAction.Kind.weighted : MarketAction.Kind.visible
    let history = MarketAction.history(seed: seed, count: actions, of: kinds, jumps: true)
    var random = Seeded(seed)
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let town = try await store.write { try $0.town() }.value
      let site = try FollowedSite(of: store, at: ground.address)
      try await site.follow(toTheEnd: true)
      for (number, actions) in history.enumerated() {
        if !site.isEmployed, Int.random(in: 0..<16, using: &random) == 0 {
          try site.employ(using: &random)
        }
        _ = try? await store.write { tx in
          for action in actions { _ = try action.outcome(town, in: tx) }
        }
        if site.isEmployed {
          try site.strike(using: &random)
        } else {
          if Int.random(in: 0..<3, using: &random) == 0 {
            try await site.follow(toTheEnd: .random(using: &random))
          }
          switch Int.random(in: 0..<30, using: &random) {
          case 0: site.forget()
          case 1: try site.edit(using: &random)
          case 2: try site.restyle()
          default: break
          }
        }
        // What may wait must not be missed by what did not, whoever was killed in between.
        if !site.isEmployed { #expect(try site.deadLinks() == [], "seed \(seed), at \(number)") }
        guard number % 16 == 15 || number == history.count - 1 else { continue }
        try site.dismiss()
        try await site.follow(toTheEnd: true)
        let differences = try await site.differences()
        #expect(differences == [], "seed \(seed), after transaction \(number)")
        if !differences.isEmpty { return }
      }
      print(
        "\(engine), seed \(seed): \(site.updates) updates, \(site.builds) builds,",
        "\(site.deaths) deaths (\(site.halves) halfway)")
    }
  }

  @Test(arguments: Engine.all)
  func `a vertical that changes alone changes the pages that show it`(engine: Engine) async throws {
    let catalogue = GigFair.catalogue.replacing("summary.zh-CN = 标志", with: "vertical = studio")
    func step(_ name: String) throws -> CataloguePlan {
      try GigFair.plan(
        catalogue + "\n[vertical studio]\nname.en = S\n[step draft]\nname.en = \(name)")
    }
    try await GigFair.open(engine) { fair in
      let site = try FollowedSite(of: fair.store, at: fair.ground.address)
      let plans = try [step("Draft"), step("Sketch")]
      try await fair.write { try $0.saveCatalogue(plans[0], by: .operator, at: now) }
      _ = try await fair.published()
      try await site.follow(toTheEnd: true)
      try await fair.write { try $0.saveCatalogue(plans[1], by: .operator, at: now) }
      try await site.follow(toTheEnd: true)
      #expect(try await site.differences() == [])
    }
  }
}
