import HTTP
import Market
import Pages
import Store

/// What the pages of an account show of it.
struct MemberFile {
  let account: Account
  let party: Party
  let preferences: Preferences
  let factor: Factor?
  let codesLeft: Int
  let passwordSetAt: Instant?
  let isStaff: Bool
  let proofs: Set<String>

  var contacts: [ContactFact] {
    [
      account.contact.email.map { ContactFact(.email, $0, isProven: proofs.contains($0)) },
      account.contact.phone.map { ContactFact(.phone, $0, isProven: proofs.contains($0)) },
    ].compactMap(\.self)
  }

  var provenContacts: [String] { contacts.filter(\.isProven).map(\.text) }

  /// By which he signs in.
  var name: String { account.contact.email ?? account.contact.phone ?? "" }

  var mustTurnFactorOn: Bool { isStaff && factor == nil }
}

extension Reading where Self: ~Copyable {
  func memberFile(_ session: Session) throws -> MemberFile {
    let account = try account(session.account)
    return MemberFile(
      account: account, party: try party(account.party),
      preferences: try preferences(of: account.id), factor: try factor(of: account.id),
      codesLeft: try backupCodesLeft(of: account.id),
      passwordSetAt: try passwordSetAt(of: account.id),
      isStaff: try !roles(of: account.id).isEmpty, proofs: try proofs(of: account.id))
  }

  func organisationFacts(_ file: MemberFile, _ session: Session) throws -> [OrganisationFact] {
    try memberships(of: file.party.id).filter(\.organisation.isActive).map { membership in
      let party = membership.organisation
      return OrganisationFact(
        party: party.id, name: party.name, language: party.language, role: membership.role,
        memberCount: try members(of: party.id).count, isActing: session.acting == party.id)
    }
  }
}

// What all pages of an account have in common.
extension Visit {
  /// Of a page of the account, after nothing or after what has just been tried or done.
  func state(after trouble: Trouble? = nil) -> FormState {
    FormState(
      token: formToken(), faults: trouble?.faults ?? [], isStale: trouble?.isStale ?? false,
      done: trouble == nil ? flash?.done : nil, refusal: trouble?.refusal)
  }

  func redirect(to place: SettingsAddress, done: SettingsDone) -> Answer {
    redirect(to: PageAddress.settings(place).path(in: locale), saying: Flash(done))
  }

  /// A page made of what is kept of the member; only routes for members ask for it.
  func memberPage<Page: Printable>(
    after trouble: Trouble? = nil,
    _ compose: @escaping @Sendable (borrowing Snapshot, MemberFile, Session) throws -> Page
  ) -> Step {
    guard let session else { return signInNeeded }
    return .read { rows in
      let page = try compose(rows, rows.memberFile(session), session)
      return .answer(self.page(page, status: trouble?.status ?? .ok))
    }
  }
}

extension Flash {
  init(_ done: SettingsDone) { self.init(.done, "\(done)") }

  var done: SettingsDone? { choice(.done) }
}

extension Trouble {
  /// Why something about an account was not done, when no field is to blame.
  var refusal: SettingsRefusal? {
    if until != nil { return .tooManyTries }
    switch profile {
    case .changedMeanwhile?: return .changedMeanwhile
    case .unchanged?: return .gone
    default: break
    }
    switch account {
    case .lastOwner?: return .lastOwner
    case .tooManyMembers?, .tooManyInvitations?: return .tooManyMembers
    case .refused(.notAllowed)?: return .notAllowed
    case .invitationOver?, .unknownInvitation?, .notAMember?, .alreadyMember?, .unchanged?:
      return .gone
    default: return nil
    }
  }
}
