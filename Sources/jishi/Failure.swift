import HTTP
import Market
import Site
import Store
import Theme

/// The one place that decides what an error means to the person at the terminal.
extension Failure {
  init(_ error: any Error) {
    switch error {
    case let error as UsageError: self.init(sentence: error.sentence, code: .usage)
    case let error as AddressError: self.init(sentence: "\(error)", code: .usage)
    case let error as SheetFaults:
      self.init(sentence: "Nothing was loaded.\n\(error)", code: .usage)
    case let error as SheetError:
      self.init(sentence: "Nothing was loaded.\n\(error)", code: .usage)
    case let error as Faults: self.init(sentence: "\(error)", code: .fault)
    case let error as Rollback.Refusal: self.init(sentence: error.sentence, code: .usage)
    case let error as DeployError: self.init(sentence: "\(error)", code: error.code)
    case let error as SiteError: self.init(sentence: "\(error)", code: .outside)
    case let error as BackupError: self.init(sentence: "\(error)", code: .usage)
    case let error as LedgerHeadError: self.init(sentence: "\(error)", code: error.code)
    case let error as StoreError: self.init(sentence: "\(error)", code: error.code)
    case let error as AccountError: self.init(sentence: error.sentence, code: .usage)
    case let error as SignInError: self.init(sentence: error.sentence, code: .usage)
    case let error as ProfileError: self.init(sentence: error.sentence, code: .usage)
    case let error as GigError: self.init(sentence: error.sentence, code: .usage)
    case let error as CatalogueError: self.init(sentence: error.sentence, code: .usage)
    case let error as ReviewError: self.init(sentence: error.sentence, code: .usage)
    case let error as ReportError: self.init(sentence: error.sentence, code: .usage)
    case let error as ListenError: self.init(sentence: error.sentence, code: error.code)
    default: self.init(sentence: "Something unexpected happened: \(error)", code: .outside)
    }
  }
}

extension DeployError {
  fileprivate var code: ExitCode {
    switch self {
    case .noSite, .within: .usage
    case .altered: .fault
    case .busy, .unlike, .refused, .stopped: .outside
    }
  }
}

extension StoreError {
  fileprivate var code: ExitCode {
    switch self {
    case .corrupt: .fault
    case .missing, .taken, .newer, .older, .conflict, .unfit: .usage
    case .readOnly, .full, .busy, .overloaded, .unavailable, .unconfirmed, .closed, .statement:
      .outside
    }
  }
}

extension LedgerHeadError {
  fileprivate var code: ExitCode {
    switch self {
    case .parted: .fault
    case .system: .outside
    }
  }
}

extension Refusal {
  fileprivate var sentence: String {
    switch self {
    case .signInNeeded: "Only somebody who is signed in may do this."
    case .notAllowed: "This takes a role that the actor does not have."
    }
  }
}

extension AccountError {
  fileprivate var sentence: String {
    switch self {
    case .refused(let refusal): refusal.sentence
    case .unknownParty(let id): "There is no party:\(id); `jishi user` shows the persons."
    case .unknownAccount(let id): "There is no account \(id); `jishi user` lists them."
    case .notActive(let id):
      "party:\(id) is suspended or closed; `jishi user show party:\(id)` says since when."
    case .notSuspended(let id): "party:\(id) is not suspended."
    case .unfitName(let name):
      "“\(name.oneLine)” is no name: one line of at most \(Party.nameCharactersMax) characters is."
    case .unfitContact(let text):
      "“\(text.oneLine)” is neither an e-mail address nor a telephone number such as +8613800138000."
    case .contactTaken(let text):
      "Somebody has \(text) already; `jishi user show \(text)` says who."
    case .notAPerson(let id): "party:\(id) is an organisation, and a person is needed."
    case .notAnOrganisation(let id): "party:\(id) is a person, and an organisation is needed."
    case .alreadyMember(let id): "party:\(id) is a member in this role already."
    case .notAMember(let id): "party:\(id) does not belong to the organisation."
    case .lastOwner(let id): "party:\(id) is the only owner: make somebody else owner first."
    case .tooManyMembers(let max): "An organisation has at most \(max) members."
    case .unfitReason: "A reason is needed, in words that the other side will read."
    case .unchanged: "It is like that already."
    case .unknownInvitation: "There is no such invitation."
    case .invitationOver: "The invitation was answered, taken back, or is too old."
    case .tooManyInvitations(let max): "At most \(max) invitations can be open at a time."
    }
  }
}

extension SignInError {
  /// What an operator can meet; all else is for people at the door.
  fileprivate var sentence: String {
    switch self {
    case .factorIsOff: "The account has no second factor."
    case .tooOften: "It was tried too often; try again later."
    default: "That cannot be done with this account: \(self)."
    }
  }
}

extension ProfileError {
  fileprivate var sentence: String {
    switch self {
    case .unknown(let id): "party:\(id) has no profile."
    case .refused(let refusal): refusal.sentence
    case .notActive(let id):
      "party:\(id) is suspended or closed; `jishi user show party:\(id)` says since when."
    case .unfitReason: "A reason is needed, in words that the seller will read."
    case .changedMeanwhile: "Somebody else has changed the profile in the meantime; look again."
    case .unchanged: "The profile is like that already."
    case .unknownSkill(let id): "There is no skill \(id)."
    case .unknownItem(let id): "There is no portfolio item \(id)."
    case .unfit(let faults):
      (["The profile is not fit to be shown:"] + faults.map { "- \($0.sentence)" })
        .joined(separator: "\n")
    }
  }
}

extension GigError {
  fileprivate var sentence: String {
    switch self {
    case .unknown(let id): "There is no gig \(id); `jishi gig` lists them."
    case .refused(let refusal): refusal.sentence
    case .notActive(let id):
      "party:\(id) is suspended or closed; `jishi user show party:\(id)` says since when."
    case .unknownCategory(let id): "There is no category \(id); `jishi catalogue` shows them."
    case .closedCategory:
      "This category takes no gigs: it is closed, or a group; `jishi catalogue` shows what is in it."
    case .unknownTag(let id): "There is no tag \(id)."
    case .notPossible(let state): "This cannot be done while the gig is \(state.wording)."
    case .notModerated(let moderation):
      "This cannot be done while the moderation is “\(moderation.name)”."
    case .takenDown: "Staff have taken the gig down; `jishi gig reinstate ID` lets it back in."
    case .nothingToPublish: "There is nothing to publish: what the gig says is published already."
    case .unfit(let faults): faults.sentences()
    case .tooMany(let cap):
      "The seller's level allows \(cap) gigs on offer; archive one first (`jishi gig archive ID`)."
    case .changedMeanwhile: "Somebody else has changed the gig in the meantime; look again."
    case .unfitReason:
      "--reason needs a text of at most \(Gig.reasonCharactersMax) characters."
    case .unfitSlug(let slug):
      "“\(slug.oneLine)” cannot stand in an address: use a–z, 0–9 and hyphens."
    }
  }
}

extension CatalogueError {
  fileprivate var sentence: String {
    switch self {
    case .refused(let refusal): refusal.sentence
    case .notEmpty(let slug, let shown):
      "“\(slug)” cannot be closed or moved while \(shown == 1 ? "a gig is" : "\(shown) gigs are") shown in it: `jishi gig --category \(slug)` lists them, `jishi gig move ID --to SLUG` moves one."
    case .otherLevel(let slug):
      "“\(slug)” is a group in one place and a category in the other; one of them needs another name."
    }
  }
}

extension ReviewError {
  fileprivate var sentence: String {
    switch self {
    case .unknown(let id): "There is no review \(id)."
    case .refused(let refusal): refusal.sentence
    case .notActive(let id): "party:\(id) is suspended or closed, and says nothing in public."
    case .windowClosed: "The time to say something about this order is over."
    case .alreadyWritten: "This side has written its review already."
    case .alreadyReplied: "The review has been replied to already."
    case .noLongerBlind: "The other side can read the review already."
    case .notShown: "The review is not shown."
    case .unchanged: "The review is like that already."
    case .unfitStars(let range): "Stars go from \(range.lowerBound) to \(range.upperBound)."
    case .unfitText(let max): "A text of at most \(max) characters is needed."
    }
  }
}

extension ReportError {
  fileprivate var sentence: String {
    switch self {
    case .unknown(let id): "There is no report \(id); `jishi reports --all` lists them."
    case .refused(let refusal): refusal.sentence
    case .unknownSubject: "Visitors see no such thing, so it cannot be reported."
    case .missing(let field): "The \(field) says nothing."
    case .tooLong(let field, let max): "The \(field) has more than \(max) characters."
    case .unfit(let field): "The \(field) has signs that cannot be shown in its place."
    case .alreadySettled: "The report is settled already; `jishi report ID` says how."
    }
  }
}

extension ListenError {
  fileprivate var code: ExitCode {
    switch self {
    case .elsewhere: .usage
    case .certificate: .usage
    case .taken, .notAllowed, .system: .outside
    }
  }

  fileprivate var sentence: String {
    switch self {
    case .taken(let endpoint):
      "Another program listens at \(endpoint) already: end it, or name another port with --listen."
    case .certificate(let reason): "The certificate or its key cannot be used: \(reason)."
    case .elsewhere(let endpoint): "\(endpoint.host) is no address of this machine."
    case .notAllowed(let endpoint):
      "The system does not let you listen at \(endpoint); ports below 1024 are often kept for root."
    case .system(let endpoint, let reason): "Nobody can listen at \(endpoint): \(reason)."
    }
  }
}
