package import Theme

/// How one signs in, on which devices, and what happened to the account.
package struct SecurityPage: View {
  package let around: FormFrame
  package let needs: [NeedLine]
  package let isFactorOn: Bool
  package let factorSince: Moment?
  package let factorLink: Link
  package let factorOffLink: Link
  package let codesLeft: Int
  package let isShortOfCodes: Bool
  package let codesLink: Link
  package let passwordChanged: Moment?
  package let passwordLink: Link
  package let sessions: [SessionLine]
  package let endOthers: FormAddress?
  package let events: [SecurityEventLine]
  package let closeLink: Link

  package init(
    around: FormFrame,
    needs: [NeedLine] = [],
    isFactorOn: Bool,
    factorSince: Moment? = nil,
    factorLink: Link,
    factorOffLink: Link,
    codesLeft: Int = 0,
    isShortOfCodes: Bool = false,
    codesLink: Link,
    passwordChanged: Moment? = nil,
    passwordLink: Link,
    sessions: [SessionLine],
    endOthers: FormAddress? = nil,
    events: [SecurityEventLine] = [],
    closeLink: Link
  ) {
    self.around = around
    self.needs = needs
    self.isFactorOn = isFactorOn
    self.factorSince = factorSince
    self.factorLink = factorLink
    self.factorOffLink = factorOffLink
    self.codesLeft = codesLeft
    self.isShortOfCodes = isShortOfCodes
    self.codesLink = codesLink
    self.passwordChanged = passwordChanged
    self.passwordLink = passwordLink
    self.sessions = sessions
    self.endOthers = endOthers
    self.events = events
    self.closeLink = closeLink
  }

  package static let isDynamic = true
  package static let about = "The page about how one signs in, and what happened to the account."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("needs", \.needs, "What the member should do."),
    Field("isFactorOn", \.isFactorOn, "Signing in takes a second step."),
    Field("factorSince", \.factorSince, "Since when, if it does."),
    Field("factorLink", \.factorLink, "Where the second step is set up."),
    Field("factorOffLink", \.factorOffLink, "Where it is given up."),
    Field("codesLeft", \.codesLeft, "How many of the kept codes are left."),
    Field("isShortOfCodes", \.isShortOfCodes, "Few of them are left."),
    Field("codesLink", \.codesLink, "Where there are new ones."),
    Field("passwordChanged", \.passwordChanged, "When the password was changed, if it ever was."),
    Field("passwordLink", \.passwordLink, "Where it is changed."),
    Field("sessions", \.sessions, "The devices on which the member is signed in."),
    Field("endOthers", \.endOthers, "Signs out on all others; missing if there are none."),
    Field("events", \.events, "What happened to the account, the newest first."),
    Field("closeLink", \.closeLink, "Where the account is closed."))
}

/// A device on which somebody is signed in.
package struct SessionLine: View {
  package let device: String
  package let isMobile: Bool
  package let address: String
  package let began: Moment
  package let seen: Moment
  package let isThis: Bool
  package let end: FormAddress

  package init(
    device: String,
    isMobile: Bool,
    address: String,
    began: Moment,
    seen: Moment,
    isThis: Bool,
    end: FormAddress
  ) {
    self.device = device
    self.isMobile = isMobile
    self.address = address
    self.began = began
    self.seen = seen
    self.isThis = isThis
    self.end = end
  }

  package static let about = "A device on which a member is signed in."
  package static let fields = Fields<Self>(
    Field("device", \.device, "Its browser and system, in words."),
    Field("isMobile", \.isMobile, "It is a phone or a tablet."),
    Field("address", \.address, "Its network address."),
    Field("began", \.began, "When the member signed in on it."),
    Field("seen", \.seen, "When it was last used."),
    Field("isThis", \.isThis, "It is the one that shows this page."),
    Field("end", \.end, "Where signing out on it is sent."))
}

/// Something that happened to the account.
package struct SecurityEventLine: View {
  package let kind: SecurityEventChoice
  package let weight: SecurityWeight
  package let at: Moment
  package let device: String?
  package let address: String?

  package init(
    kind: SecurityEventChoice,
    weight: SecurityWeight,
    at: Moment,
    device: String? = nil,
    address: String? = nil
  ) {
    self.kind = kind
    self.weight = weight
    self.at = at
    self.device = device
    self.address = address
  }

  package static let about = "Something that happened to an account."
  package static let fields = Fields<Self>(
    Field("kind", \.kind, "What it was."),
    Field("weight", \.weight, "How grave it is."),
    Field("at", \.at, "When it was."),
    Field("device", \.device, "By what device, if that is known."),
    Field("address", \.address, "From which network address, if that is known."))
}
