import HTTP
import Market
import Pages

// Why somebody could not come in, or change how he does, by the fields of the forms there.
extension Trouble {
  static func told(by error: SignInError) -> Trouble {
    switch error {
    case .wrong: Trouble([("contact", .wrong), ("password", .wrong)])
    case .tooOften(let until): Trouble(.tooMany, until: until)
    case .challengeOver: Trouble("code", .expired)
    case .wrongCode(let left): Trouble("code", .wrongCode(left: left))
    case .wrongPassword: Trouble("current", .wrong)
    case .wrongSecond: Trouble("code", .wrong)
    case .factorIsOn: .alreadySo
    case .factorIsOff: Trouble(.badRequest, status: .conflict)
    case .unknownSession: Trouble(.notFound)
    }
  }

  static func told(by error: AccountError) -> Trouble {
    switch error {
    case .refused(.signInNeeded): Trouble(.signInNeeded)
    case .refused(.notAllowed): Trouble(.forbidden)
    case .unknownParty, .unknownAccount, .unknownInvitation, .notAnOrganisation: Trouble(.notFound)
    case .unfitName: Trouble("name", .unfit)
    case .unfitContact: Trouble("contact", .unfit)
    case .contactTaken, .notActive, .notSuspended, .notAPerson, .alreadyMember, .notAMember,
      .unchanged, .unfitReason, .lastOwner, .tooManyMembers, .invitationOver, .tooManyInvitations:
      Trouble(.badRequest, status: .conflict, saying: "\(error)")
    }
  }
}
