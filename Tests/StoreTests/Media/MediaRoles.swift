import Market

@testable import Store

extension RoleTable {
  private static let openIt: RoleRow.Step = { tx, _, stall, _ in
    // Whoever is suspended may have begun before.
    _ = try tx.makeArriving(.sample(7), of: stall.party)
  }

  static let media = [
    RoleRow("openMedia", "v y  y y y  . .  . . . .  y  v s") { tx, _, stall, actor in
      _ = try tx.openMedia(.sample(), key: .sample(7), of: stall.party, by: actor, at: now)
    },
    RoleRow("mediaArrived", "v y  y y y  . .  . . . .  y  v y", first: openIt) {
      tx, _, _, actor in
      try tx.mediaArrived(
        .sample(7), digest: "d", head: MediaSample.pngHead, by: actor, at: now)
    },
    RoleRow("removeMedia", "v y  y y y  . .  . . . .  y  v y", first: openIt) {
      tx, _, _, actor in
      try tx.removeMedia(.sample(7), by: actor, at: now)
    },
  ]
}
