import Market
import Proving
import Testing

@testable import Store

@Suite struct InvitationTests {
  @Test(arguments: Engine.all)
  func `whoever is invited belongs to it when he says so, once`(engine: Engine) throws {
    let ground = try Ground(engine)
    let comer = Comer(1)
    let (key, other) = (comer.key(PublicID<Invitation>.self), comer.key(PublicID<Invitation>.self))
    try ground.write { tx in
      let people = try tx.people("boss", "guest", "third")
      let studio = try tx.organisation("studio", of: people[0])
      let boss = try tx.actor(people[0].id)
      let guest = try tx.actor(people[1].id)
      let contact = try Contact(email: "somewhere@example.com")
      let sent = try tx.invite(
        contact, as: .manager, to: studio, key, in: .chinese, by: boss, at: now)
      #expect(
        try tx.lastSent(to: "somewhere@example.com")
          == .invitation(key, from: "boss", to: "studio", as: .manager))
      #expect(try tx.invitations(to: studio, at: now) == [sent])
      #expect(throws: AccountError.refused(.signInNeeded)) {
        _ = try tx.accept(key, by: .visitor, at: now)
      }
      _ = try tx.accept(key, by: guest, at: now)
      #expect(try tx.organisation(studio).members[people[1].party] == .manager)
      #expect(throws: AccountError.invitationOver) {
        _ = try tx.accept(key, by: tx.actor(people[2].id), at: now)
      }
      _ = try tx.invite(contact, as: .owner, to: studio, other, in: .chinese, by: boss, at: now)
      #expect(throws: AccountError.invitationOver) {
        _ = try tx.accept(
          other, by: tx.actor(people[2].id), at: now + Invitation.life)
      }
      // Who may not invite any more has invited nobody.
      try tx.setMember(people[1].party, as: .owner, in: studio, by: boss, at: now)
      try tx.removeMember(people[0].party, from: studio, by: tx.actor(people[1].id), at: now)
      #expect(throws: AccountError.refused(.notAllowed)) {
        _ = try tx.accept(other, by: tx.actor(people[2].id), at: now)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `only those who govern invite and withdraw`(engine: Engine) throws {
    let ground = try Ground(engine)
    let comer = Comer(1)
    let key = comer.key(PublicID<Invitation>.self)
    try ground.write { tx in
      let people = try tx.people("boss", "manager", "other")
      let studio = try tx.organisation("studio", of: people[0])
      try tx.setMember(people[1].party, as: .manager, in: studio, by: .operator, at: now)
      let contact = try Contact(phone: "+8613800138000")
      for person in people.dropFirst() {
        #expect(throws: AccountError.refused(.notAllowed)) {
          _ = try tx.invite(
            contact, as: .member, to: studio, key, in: .chinese, by: tx.actor(person.id), at: now)
        }
      }
      let boss = try tx.actor(people[0].id)
      let sent = try tx.invite(
        contact, as: .member, to: studio, key, in: .chinese, by: boss, at: now)
      #expect(throws: AccountError.refused(.notAllowed)) {
        try tx.withdraw(sent.id, from: studio, by: tx.actor(people[1].id), at: now)
      }
      try tx.withdraw(sent.id, from: studio, by: boss, at: now)
      #expect(try tx.invitations(to: studio, at: now).isEmpty)
      #expect(throws: AccountError.invitationOver) {
        _ = try tx.accept(key, by: tx.actor(people[2].id), at: now)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `nobody writes to strangers without end`(engine: Engine) throws {
    let ground = try Ground(engine)
    let comer = Comer(1)
    try ground.write { tx in
      let boss = try tx.people("boss")[0]
      let studio = try tx.organisation("studio", of: boss)
      for number in 0..<Attempts.Limit.inviting.free {
        _ = try tx.invite(
          Contact(email: "guest\(number)@example.com"), as: .member, to: studio,
          comer.key(PublicID<Invitation>.self), in: .english, by: tx.actor(boss.id), at: now)
      }
      let last = comer.key(PublicID<Invitation>.self)
      #expect(throws: SignInError.self) {
        _ = try tx.invite(
          Contact(email: "last@example.com"), as: .member, to: studio, last, in: .english,
          by: tx.actor(boss.id), at: now)
      }
    }
  }
}
