import Market
import Proving

@testable import Store

/// How people come in and whom they ask in: actions that ask who acts.
extension RoleTable {
  static let ways = [
    RoleRow(
      "resetFactor", "v .  . . .  . .  . . . y  y  v .",
      first: { tx, _, stall, _ in
        let session = try tx.session(of: stall.person)
        try tx.turnOnFactor(
          [UInt8](repeating: 1, count: TOTP.secretBytes), step: 0, codes: [], in: session, at: now)
      },
      then: { tx, _, stall, actor in
        try tx.resetFactor(of: stall.person.id, by: actor, at: now)
      }),
    RoleRow("setPassword", "v .  . . .  . .  . . . y  y  v .") { tx, _, stall, actor in
      try tx.setPassword(PasswordHash.usual.get(), of: stall.person.id, by: actor, at: now)
    },
    RoleRow("offerReset", "v .  . . .  . .  . . . y  y  v .") { tx, town, _, actor in
      var random = Seeded(4)
      try tx.offerReset(
        of: town.newcomer.id, PublicID(using: &random), code: "204816", by: actor, at: now)
    },
    RoleRow("vouch", "v .  . . .  . .  . . . y  y  v .") { tx, _, stall, actor in
      try tx.vouch(forContactsOf: stall.person.id, by: actor, at: now)
    },
    RoleRow("signOut", "v .  . . .  . .  . . . y  y  v .") { tx, _, stall, actor in
      _ = try tx.signOut(everywhere: stall.person.id, by: actor, at: now)
    },
    RoleRow("invite", "v .  . . y  . .  . . . .  v  v .") { tx, town, _, actor in
      _ = try tx.invite(
        Contact(email: "guest@example.com"), as: .member, to: town.organisation, Self.key(1),
        in: .english, by: actor, at: now)
    },
    RoleRow(
      "withdraw", "v .  . . y  . .  . . . .  y  v .",
      first: { tx, town, _, _ in _ = try tx.invitation(to: town) },
      then: { tx, town, _, actor in
        let open = try tx.invitations(to: town.organisation, at: now)
        guard let last = open.last else { throw AccountError.unknownInvitation }
        try tx.withdraw(last.id, from: town.organisation, by: actor, at: now)
      }),
    RoleRow(
      // Nobody belongs to it twice. Who has asked others in and has left since, asks nobody in.
      "accept", "v y  y y .  y y  y y y y  v  v s",
      first: { tx, town, _, actor in
        _ = try tx.invitation(to: town)
        guard case .member(let standing) = actor,
          try tx.organisation(town.organisation).members[standing.party] != nil
        else { return }
        try tx.removeMember(standing.party, from: town.organisation, by: .operator, at: now)
      },
      then: { tx, _, _, actor in _ = try tx.accept(Self.key(2), by: actor, at: now) }),
    RoleRow(
      "decline", "v y  y y y  y y  y y y y  v  v y",
      first: { tx, town, _, _ in _ = try tx.invitation(to: town) },
      then: { tx, _, _, actor in try tx.decline(Self.key(2), by: actor, at: now) }),
  ]

  fileprivate static func key(_ seed: UInt64) -> PublicID<Invitation> {
    var random = Seeded(seed)
    return PublicID(using: &random)
  }
}

extension Transaction {
  fileprivate func session(of account: Account) throws -> Session {
    let comer = Comer(UInt64(account.id.number))
    return try begin(comer.arrival(), account, isSecond: false, at: now)
  }

  fileprivate func invitation(to town: Town) throws -> Invitation {
    guard let boss = town.people[.boss] else { throw AccountError.unchanged }
    return try invite(
      Contact(email: "guest@example.com"), as: .member, to: town.organisation,
      RoleTable.key(2), in: .english, by: actor(boss.id), at: now)
  }
}
