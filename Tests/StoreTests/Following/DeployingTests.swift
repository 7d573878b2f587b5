import Foundation
import Market
import Proving
import Testing

@testable import Site
@testable import Store

/// What is sent is the site, whatever happens to both while it is sent.
@Suite struct DeployingTests {
  @Test(arguments: FollowingTests.histories)
  func `a site that is sent is the same, and leads to nowhere at no step`(seed: UInt64) async throws
  {
    let actions = count("JISHI_HISTORY_ACTIONS", or: 120)
    let kinds = seed % 2 == 0 ? MarketAction.Kind.weighted : MarketAction.Kind.visible
    let history = MarketAction.history(seed: seed, count: actions, of: kinds)
    var random = Seeded(seed)
    let ground = try Ground(.sqlite)
    var deployments = 0
    var breaks = 0
    try await ground.withStore { store in
      let town = try await store.write { try $0.town() }.value
      let site = try FollowedSite(of: store, at: ground.address)
      let far = FarSite(seed: seed)
      try await site.follow(toTheEnd: true)
      for (number, actions) in history.enumerated() {
        _ = try? await store.write { tx in
          for action in actions { _ = try action.outcome(town, in: tx) }
        }
        try await site.follow(toTheEnd: .random(using: &random))
        switch Int.random(in: 0..<12, using: &random) {
        case 0: try site.edit(using: &random)
        case 1: try site.restyle()
        default: break
        }
        if Int.random(in: 0..<3, using: &random) == 0 { continue }
        if Int.random(in: 0..<3, using: &random) == 0 { far.breakOff(within: 40) }
        do {
          _ = try site.deploy(to: far)
          deployments += 1
          far.settle()
          #expect(try far.files == site.files(), "seed \(seed), at \(number)")
          // Nothing is sent twice.
          let sent = far.sent
          _ = try site.deploy(to: far)
          #expect(far.sent == sent)
        } catch is FarSite.Broken {
          breaks += 1
        }
        #expect(far.faults == [], "seed \(seed), at \(number)")
        if !far.faults.isEmpty { return }
      }
    }
    print("seed \(seed): \(deployments) deployments, \(breaks) broken off")
  }
}
