package import Market
package import Store

/// Chains what is new in the ledger into blocks, and keeps their heads in a file outside the
/// database. One is enough; several do no harm.
package enum Sealing {
  /// What one round did.
  package struct Round: Sendable {
    package let blocks: [LedgerBlock]
    /// Of the last block there is.
    package let head: LedgerHead?
  }

  package static func seal(
    _ store: Store, headsTo path: String, clock: @Sendable () -> Instant
  ) async throws -> Round {
    // First, for what a sealer that died did not write any more.
    _ = try await store.writeHeads(to: path)
    let blocks = try await store.seal(at: clock())
    return Round(blocks: blocks, head: try await store.writeHeads(to: path))
  }

  /// Until the task is cancelled. What may pass is told and tried again in the next round; what
  /// does not is thrown.
  package static func run(
    on store: Store, headsTo path: String, every span: Duration,
    clock: @Sendable () -> Instant, tell: @Sendable (Event) -> Void
  ) async throws {
    var isTroubled = false
    while !Task.isCancelled {
      do {
        let round = try await seal(store, headsTo: path, clock: clock)
        if isTroubled { tell(.mended) }
        isTroubled = false
        for block in round.blocks { tell(.sealed(block)) }
      } catch let error as StoreError where error.mayPass {
        tell(.trouble(error))
        isTroubled = true
      }
      try await Task.sleep(for: span)
    }
  }
}
