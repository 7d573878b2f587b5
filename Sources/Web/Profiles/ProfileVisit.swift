import HTTP
import Market
import Pages
import Store

// What all pages about the own profile have in common.
extension Visit {
  /// In whose name somebody who has signed in sells.
  var actingParty: ID<Party>? { session.flatMap { seller($0) } }

  func redirect(to place: ProfileAddress, done: SettingsDone) -> Answer {
    redirect(to: PageAddress.profile(place).path(in: locale), saying: Flash(done))
  }

  /// Changes a part of the profile in the same transaction in which it was read. `seen` is the revision
  /// that the writer worked from.
  func saveProfile(
    from seen: Int, at place: ProfileAddress, done: SettingsDone = .profileSaved,
    _ change: @escaping @Sendable (inout ProfileContent, borrowing Transaction) throws -> Void
  ) -> Step {
    let (actor, now) = (actor, now)
    return presenting(at: place, done: done) { tx, party in
      let profile = try tx.profile(party)
      // Who may not is told before anything that he wrote is looked at.
      try actor.must(.present, over: party, or: ProfileError.self)
      guard seen == profile?.revision ?? 0 else { throw ProfileError.changedMeanwhile }
      var content = profile?.content ?? ProfileContent(texts: [:])
      try change(&content, tx)
      try tx.saveProfile(
        of: party, content, from: seen, publishing: profile?.isPublished ?? true, by: actor,
        at: now)
    }
  }

  /// Does something for the party in whose name he acts, and tells by the names of a form what is wrong.
  func presenting(
    at place: ProfileAddress, done: SettingsDone,
    _ act: @escaping @Sendable (borrowing Transaction, ID<Party>) throws -> Void
  ) -> Step {
    guard let party = actingParty else { return signInNeeded }
    let locale = locale
    return .write { tx in
      do {
        try act(tx, party)
      } catch let error as ProfileError {
        throw Trouble.told(by: error, .form(locale))
      }
    } then: {
      .answer(self.redirect(to: place, done: done))
    }
  }

  /// A page about the profile for who may change it. It begins with what others see first.
  func profilePage<Page: Printable>(
    after trouble: Trouble? = nil, isFirst: Bool = false,
    _ compose: @escaping @Sendable (borrowing Snapshot, Party, Profile?) throws -> Page
  ) -> Step {
    guard let party = actingParty else { return signInNeeded }
    return .read { rows in
      guard self.actor.refusal(of: .present, over: party) == nil else { throw Trouble(.forbidden) }
      let profile = try rows.profile(party)
      guard profile != nil || isFirst else {
        let first = PageAddress.profile(.section(.about)).path(in: self.locale)
        return .answer(self.redirect(to: first))
      }
      let page = try compose(rows, rows.party(party), profile)
      return .answer(self.page(page, status: trouble?.status ?? .ok))
    }
  }

  /// What is in the fields: as it is kept, or as it was typed.
  func form(
    at address: ProfileAddress, after trouble: Trouble?, kept: [String: String], revision: Int,
    skills: [String] = [], kind: Qualification.Kind = .education
  ) -> ProfileForm {
    let isLate = trouble?.profile == .changedMeanwhile
    // Whoever was told that it has changed meanwhile goes on from what is kept by now.
    let seen = trouble == nil || isLate ? revision : Int(typed("revision")) ?? revision
    return ProfileForm(
      state: state(after: trouble), address: address,
      values: trouble == nil ? kept : typedFields, kept: isLate ? kept : [:], revision: seen,
      skills: skills, kind: kind)
  }
}
