import Market
import Testing

@testable import Store

@Suite struct OrganisationTests {
  @Test(arguments: Engine.all)
  func `another name is on all that it stands on`(engine: Engine) throws {
    let ground = try Ground(engine)
    try ground.write { tx in
      let (seller, buyer) = (try tx.person("seller"), try tx.person("buyer"))
      let gig = try tx.gig(of: seller.party, in: tx.catalogue()[0])
      let deal = try tx.deal(1, of: gig, buyer: buyer.party)
      let review = try tx.review(deal, .buyer)
      // Neither is seen before the other.
      try tx.review(deal, .seller)
      try tx.saveProfile(of: seller.party, .sample, from: 0, by: .operator, at: now)
      for (party, noun, subject) in [
        (seller.party, Noun.gig, gig.number), (seller.party, .profile, seller.party.number),
        (buyer.party, .review, review.number),
      ] {
        let before = tx.position()
        try tx.rename(party, to: "新的\(noun)", in: .chinese, by: .operator, at: now)
        let touched = try tx.changes(after: before, atMost: 100).map(\.change)
        #expect(touched.contains { $0.noun == noun && $0.subject == subject }, "\(noun)")
        #expect(try tx.party(party).name == "新的\(noun)")
      }
      #expect(try tx.brokenChains().isEmpty)
      let position = tx.position()
      try tx.rename(buyer.party, to: "新的review", in: .chinese, by: .operator, at: now)
      #expect(tx.position() == position)
      #expect(throws: AccountError.unfitName(" ")) {
        try tx.rename(buyer.party, to: " ", in: .chinese, by: .operator, at: now)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `who closes an account leaves, and does not count as an owner`(engine: Engine) throws {
    let ground = try Ground(engine)
    try ground.write { tx in
      let people = try tx.people("ada", "bea")
      let (ada, bea) = (people[0].party, people[1].party)
      let id = try tx.organisation("studio", of: people[0])
      try tx.setMember(bea, as: .owner, in: id, by: .operator, at: now)
      try tx.closeParty(bea, by: tx.actor(people[1].id), at: now)
      #expect(try tx.organisation(id).members == [ada: .owner])
      #expect(throws: AccountError.lastOwner(ada)) {
        try tx.removeMember(ada, from: id, by: tx.actor(people[0].id), at: now)
      }
      // Nobody else is in it: it ends with the account.
      try tx.closeParty(ada, by: tx.actor(people[0].id), at: now)
      #expect(try tx.party(id).state == .closed(at: now))
    }
  }

  @Test(arguments: [
    "a\u{200B}dmin", "\u{FEFF}He", "He\u{E0041}", "He\u{FFF9}", "He\u{FFFF}",
    "Win at https://evil.example", "WWW.evil.example",
  ])
  func `a name hides nothing and is no address`(name: String) throws {
    #expect(throws: AccountError.unfitName(name)) { try Party.checkedName(name) }
  }

  @Test(arguments: ["陈禾", "❤️ Ada", "می‌خواهم", "👩‍🎨 Mia", "Mr. W. Ww"])
  func `names of people are names`(name: String) throws {
    #expect(try Party.checkedName(name) == name)
  }

  @Test(arguments: Engine.all)
  func `an organisation always has an owner`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let (people, id) = try await store.write { tx in
        let people = try tx.people("ada", "bea")
        return (people, try tx.organisation("studio", of: people[0]))
      }.value
      let (ada, bea) = (people[0].party, people[1].party)
      await refuses(store, .lastOwner(ada)) {
        try $0.removeMember(ada, from: id, by: .operator, at: now)
      }
      await refuses(store, .lastOwner(ada)) {
        try $0.setMember(ada, as: .manager, in: id, by: .operator, at: now)
      }
      try await store.write { tx in
        // Whoever was not asked is made a member by nobody but the operator.
        #expect(throws: AccountError.refused(.notAllowed)) {
          try tx.setMember(bea, as: .owner, in: id, by: tx.actor(people[0].id), at: now)
        }
        try tx.setMember(bea, as: .owner, in: id, by: .operator, at: now)
        try tx.setMember(ada, as: .member, in: id, by: tx.actor(people[1].id), at: now)
      }
      await refuses(store, .lastOwner(bea)) {
        try $0.removeMember(bea, from: id, by: .operator, at: now)
      }
      #expect(
        try await store.read { try $0.organisation(id).members } == [ada: .member, bea: .owner])
      // A plain member goes when he likes, and only himself.
      await refuses(store, .refused(.notAllowed)) {
        try $0.removeMember(bea, from: id, by: $0.actor(people[0].id), at: now)
      }
      try await store.write { tx in
        try tx.removeMember(ada, from: id, by: tx.actor(people[0].id), at: now)
      }
      await refuses(store, .notAMember(ada)) {
        try $0.removeMember(ada, from: id, by: .operator, at: now)
      }
      let audits = try await store.read { try $0.audits(of: .party, id.number, atMost: 9) }
      #expect(
        audits.map { "\($0.action): \($0.detail)" } == [
          "remove member: party:\(ada)", "set member: party:\(ada), member",
          "set member: party:\(bea), owner",
        ])
      #expect(try await store.read { try $0.brokenChains() }.isEmpty)
    }
  }

  @Test(arguments: Engine.all)
  func `only persons that are there belong to an organisation that is there`(engine: Engine)
    async throws
  {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let (people, id, other) = try await store.write { tx in
        let people = try tx.people("ada", "bea", "cis")
        try tx.suspend(people[1].party, because: "spam", by: .operator, at: now)
        return (
          people, try tx.organisation("studio", of: people[0]),
          try tx.organisation("other", of: people[0])
        )
      }.value
      let (ada, bea, cis) = (people[0].party, people[1].party, people[2].party)
      await refuses(store, .notAPerson(other)) {
        try $0.setMember(other, as: .member, in: id, by: .operator, at: now)
      }
      await refuses(store, .notActive(bea)) {
        try $0.setMember(bea, as: .member, in: id, by: .operator, at: now)
      }
      await refuses(store, .unknownParty(ID(99))) {
        try $0.setMember(ID(99), as: .member, in: id, by: .operator, at: now)
      }
      await refuses(store, .notAnOrganisation(ada)) {
        try $0.setMember(cis, as: .member, in: ada, by: .operator, at: now)
      }
      await refuses(store, .alreadyMember(ada)) {
        try $0.setMember(ada, as: .owner, in: id, by: .operator, at: now)
      }
      await refuses(store, .notAPerson(other)) {
        _ = try $0.found("x", in: .english, owner: other, by: .operator, at: now)
      }
      await refuses(store, .notActive(bea)) {
        _ = try $0.found("x", in: .english, owner: bea, by: .operator, at: now)
      }
      try await store.write { tx in try tx.closeParty(id, by: .operator, at: now) }
      await refuses(store, .notActive(id)) {
        try $0.setMember(cis, as: .member, in: id, by: .operator, at: now)
      }
    }
  }

  @Test func `an organisation has room for two hundred`() throws {
    func person(_ number: Int64) -> Party {
      Party(id: ID(number), kind: .person, name: "\(number)", language: .english, openedAt: now)
    }
    let party = Party(
      id: ID(1_000), kind: .organisation, name: "studio", language: .english, openedAt: now)
    var members: [ID<Party>: MemberRole] = [ID(0): .owner]
    for number in 1..<Int64(Organisation.membersMax - 1) { members[ID(number)] = .member }
    let almost = try Organisation(party, members: members)
    let full = try almost.with(person(500), as: .member, by: .operator)
    #expect(full.members.count == 200)
    #expect(throws: AccountError.tooManyMembers(200)) {
      try full.with(person(501), as: .member, by: .operator)
    }
    // Who is in already can still get another role.
    #expect(try full.with(person(500), as: .owner, by: .operator).members[ID(500)] == .owner)
  }

  @Test(arguments: Engine.all)
  func `what a party shows goes and comes back with it`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try await ground.withStore { store in
      let (ada, studio, gigs) = try await store.write { tx in
        let categories = try tx.catalogue()
        let ada = try tx.person("ada")
        let studio = try tx.organisation("studio", of: ada)
        var gigs: [ID<Gig>] = []
        for party in [ada.party, studio] {
          try tx.saveProfile(of: party, .sample, from: 0, by: .operator, at: now)
          gigs.append(try tx.gig(of: party, in: categories[0]))
        }
        let paused = try tx.gig(of: ada.party, in: categories[0])
        try tx.pauseGig(paused, by: .operator, at: now)
        return (ada, studio, gigs + [paused])
      }.value
      func shown() async throws -> [Bool] {
        try await store.read { snapshot in
          try [ada.party, studio].map { try snapshot.profile($0)?.isShown == true }
            + gigs.map { try snapshot.gig($0).isShown }
        }
      }
      #expect(try await shown() == [true, true, true, true, false])
      try await store.write { tx in
        try tx.suspend(ada.party, because: "spam", by: .operator, at: now)
      }
      // The organisation is another party: it goes on.
      #expect(try await shown() == [false, true, false, true, false])
      await refuses(store, .notActive(ada.party)) {
        try $0.suspend(ada.party, because: "spam", by: .operator, at: now)
      }
      try await store.write { tx in try tx.reinstate(ada.party, by: .operator, at: now) }
      #expect(try await shown() == [true, true, true, true, false])
      await refuses(store, .notSuspended(ada.party)) {
        try $0.reinstate(ada.party, by: .operator, at: now)
      }
      #expect(try await store.read { try $0.profile(ada.party)?.figures.gigsShown } == 1)
      try await store.write { tx in try tx.closeParty(studio, by: .operator, at: now) }
      #expect(try await shown() == [true, false, true, false, false])
      #expect(try await store.read { try $0.profile(studio)?.figures.gigsShown } == 0)
      // Closed is for good.
      await refuses(store, .notSuspended(studio)) {
        try $0.reinstate(studio, by: .operator, at: now)
      }
      await refuses(store, .notActive(studio)) {
        try $0.closeParty(studio, by: .operator, at: now)
      }
      #expect(try await store.read { try $0.brokenChains() }.isEmpty)
    }
  }

  @Test(arguments: ["", " \n", String(repeating: "x", count: 501), "a\u{0}b"])
  func `who is suspended is told why`(reason: String) throws {
    let party = Party(id: ID(1), kind: .person, name: "a", language: .english, openedAt: now)
    #expect(throws: AccountError.unfitReason) {
      try party.suspended(because: reason, isStaff: false, by: .operator, at: now)
    }
  }
}
