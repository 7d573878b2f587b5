import Market
import Theme

extension CodePurpose: Choice {}

struct LetterGreeting: Sentence {
  static let key = "letter.greeting"
  static let about = "How a letter begins to somebody whose name is not said."
  static let fields = Fields<Self>()
}

struct NamedGreeting: Sentence {
  static let key = "letter.named"
  let name: String
  static let about = "How a letter begins."
  static let fields = Fields<Self>(Field("name", \.name, "Who it is for."))
}

struct LetterSender: Sentence {
  static let key = "letter.sender"
  let site: String
  static let about = "Who sends a letter, and that nobody reads an answer."
  static let fields = Fields<Self>(Field("site", \.site, "The name of the site."))
}

struct LetterMoment: Sentence {
  static let key = "letter.moment"
  let at: Moment
  let zone: String
  static let about = "A moment, by the clocks of the site."
  static let fields = Fields<Self>(
    Field("at", \.at, "The moment."),
    Field("zone", \.zone, "How much these clocks differ from UTC, such as UTC+8."))
}

struct CodeSubject: Sentence {
  static let key = "letter.codeSubject"
  let purpose: CodePurpose
  static let about = "The subject of a letter that brings a code."
  static let fields = Fields<Self>(Field("purpose", \.purpose, "What the code is for."))
}

struct CodeOpening: Sentence {
  static let key = "letter.codeOpening"
  let purpose: CodePurpose
  static let about = "What stands before a code."
  static let fields = Fields<Self>(Field("purpose", \.purpose, "What the code is for."))
}

struct CodeEnds: Sentence {
  static let key = "letter.codeEnds"
  let minutes: Int
  static let about = "For how long a code is taken."
  static let fields = Fields<Self>(Field("minutes", \.minutes, "For how many minutes."))
}

struct CodeUnless: Sentence {
  static let key = "letter.codeUnless"
  let purpose: CodePurpose
  static let about = "What to do who did not ask for a code."
  static let fields = Fields<Self>(Field("purpose", \.purpose, "What the code is for."))
}

struct CodeText: Sentence {
  static let key = "letter.codeText"
  let purpose: CodePurpose
  let code: String
  let minutes: Int
  let site: String
  static let about = "A code as a text message, of 70 characters at most in Chinese."
  static let fields = Fields<Self>(
    Field("purpose", \.purpose, "What the code is for."), Field("code", \.code, "The code."),
    Field("minutes", \.minutes, "For how many minutes it is taken."),
    Field("site", \.site, "The name of the site, with which such messages begin."))
}

struct NoticeText: Sentence {
  static let key = "letter.noticeText"
  let site: String
  let subject: String
  let link: String
  static let about = "What a letter is about, as a text message."
  static let fields = Fields<Self>(
    Field("site", \.site, "The name of the site, with which such messages begin."),
    Field("subject", \.subject, "The subject of the letter."),
    Field("link", \.link, "Where to read or do more."))
}

struct KnownSubject: Sentence {
  static let key = "letter.knownSubject"
  static let about = "The subject of a letter to who has an account already."
  static let fields = Fields<Self>()
}

struct KnownOpening: Sentence {
  static let key = "letter.knownOpening"
  static let about = "That somebody wanted to open an account with an address that has one."
  static let fields = Fields<Self>()
}

struct KnownUnless: Sentence {
  static let key = "letter.knownUnless"
  static let about = "What to do who did not want to open an account."
  static let fields = Fields<Self>()
}

struct AlertSubject: Sentence {
  static let key = "alert.subject"
  let kind: AlertKind
  static let about = "The subject of a letter about something that happened to an account."
  static let fields = Fields<Self>(Field("kind", \.kind, "What happened."))
}

struct AlertOpening: Sentence {
  static let key = "alert.opening"
  let kind: AlertKind
  let contact: String
  let left: Int
  static let about = "What happened to an account."
  static let fields = Fields<Self>(
    Field("kind", \.kind, "What happened."),
    Field("contact", \.contact, "The new contact, with a gap, if that is what changed."),
    Field("left", \.left, "How many recovery codes are left, if one was used."))
}

struct AlertUnless: Sentence {
  static let key = "alert.unless"
  let kind: AlertKind
  static let about = "What to do who did not do it."
  static let fields = Fields<Self>(Field("kind", \.kind, "What happened."))
}

enum AlertFact: Int, CaseIterable, Choice {
  case time, device, address
}

struct AlertLabel: Sentence {
  static let key = "alert.label"
  let fact: AlertFact
  static let about = "What a line of such a letter is."
  static let fields = Fields<Self>(Field("fact", \.fact, "Which line."))
}

struct InvitationSubject: Sentence {
  static let key = "letter.invitationSubject"
  let host: String
  let organisation: String
  static let about = "The subject of an invitation."
  static let fields = Fields<Self>(
    Field("host", \.host, "Who invites."), Field("organisation", \.organisation, "To what."))
}

struct InvitationOpening: Sentence {
  static let key = "letter.invitationOpening"
  let host: String
  let organisation: String
  let role: MemberRole
  static let about = "Who invites to what, and as what."
  static let fields = Fields<Self>(
    Field("host", \.host, "Who invites."), Field("organisation", \.organisation, "To what."),
    Field("role", \.role, "As what."))
}

struct InvitationLink: Sentence {
  static let key = "letter.invitationLink"
  static let about = "The name of the link to the page that takes the answer."
  static let fields = Fields<Self>()
}

struct InvitationEnds: Sentence {
  static let key = "letter.invitationEnds"
  let at: String
  static let about = "Until when an invitation can be taken."
  static let fields = Fields<Self>(Field("at", \.at, "The moment, with its time zone."))
}

struct InvitationUnless: Sentence {
  static let key = "letter.invitationUnless"
  static let about = "What to do who does not know of such an organisation."
  static let fields = Fields<Self>()
}
