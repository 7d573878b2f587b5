import Foundation
import Market
import Pages
import Proving
import Testing

@testable import Site
@testable import Store

/// A site that was brought back file by file loses what must not be seen, and nothing else changes in it.
@Suite struct FreezingTests {
  @Test(arguments: Engine.all, FollowingTests.histories)
  func `a frozen site shows nothing that was taken down`(
    engine: Engine, seed: UInt64
  ) async throws {
    let actions = count("JISHI_HISTORY_ACTIONS", or: 120)
    let history = MarketAction.history(
      seed: seed, count: actions, of: MarketAction.Kind.visible, jumps: true)
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let town = try await store.write { try $0.town() }.value
      @Sendable func happen(_ actions: [MarketAction]) async {
        _ = try? await store.write { tx in
          for action in actions { _ = try action.outcome(town, in: tx) }
        }
      }
      let site = try FollowedSite(of: store, at: ground.address)
      let third = history.count / 3
      for actions in history[..<third] { await happen(actions) }
      try await site.follow(toTheEnd: true)
      // Another release, and a market that goes on below it.
      try site.restyle()
      for actions in history[third..<third * 2] { await happen(actions) }
      try await site.follow(toTheEnd: true)
      #expect(site.builds == 2)
      try await site.freeze(as: 1)
      var takings = 0
      for (number, actions) in history[(third * 2)...].enumerated() {
        let before = try site.files()
        let position = try await store.read { try $0.position() }
        await happen(actions)
        if try await site.takeDown() { takings += 1 }
        let hides = try await store.read { rows in
          try rows.changes(after: position, atMost: 1_000).contains { $0.change.hides }
        }
        let files = try site.files()
        if !hides { #expect(files == before, "seed \(seed), at \(number)") }
        #expect(try site.deadLinks() == [], "seed \(seed), at \(number)")
        let hidden = try await hiddenPages(in: files, store)
        #expect(hidden == [], "seed \(seed), at \(number)")
      }
      print("\(engine), seed \(seed): \(takings) times something was taken down")
    }
  }

  /// Pages of gigs, of their versions and of sellers that visitors must not see.
  private func hiddenPages(in files: [String: Data], _ store: Store) async throws -> [String] {
    let pages = files.keys.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }
    return try await store.read { rows in
      try pages.filter { page in
        switch AddressedThing(path: "/\(page)") {
        case .gig(let id): try rows.gigPages([id], CardBox()).isEmpty
        case .seller(let id): try rows.sellerPages([id], CardBox()).isEmpty
        case .gigVersion(let id):
          try rows.gigVersion(id).map { try rows.gigPages([$0.gig], CardBox()).isEmpty } ?? true
        case .tag(let slug, _):
          try rows.tag(slug: slug).map { try rows.listing(.tag($0))?.seen ?? 0 == 0 } ?? true
        default: false
        }
      }.sorted()
    }
  }
}
