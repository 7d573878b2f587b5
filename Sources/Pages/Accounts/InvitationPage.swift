package import Market
package import Theme

/// An invitation, as the invited sees it.
package struct InvitationForm: Sendable {
  package var state: FormState
  package var invitation: ReceivedInvitation
  /// From the link, or as it came in the field `code`.
  package var code: String
  /// Whoever would join.
  package var name: String
  package var nameLanguage: Locale
  /// It was answered or withdrawn, or its time is over.
  package var isOver: Bool
  /// Of the IANA database.
  package var timezone: String

  package init(
    state: FormState, invitation: ReceivedInvitation, code: String = "", name: String,
    nameLanguage: Locale, isOver: Bool = false, timezone: String
  ) {
    self.state = state
    self.invitation = invitation
    self.code = code
    self.name = name
    self.nameLanguage = nameLanguage
    self.isOver = isOver
    self.timezone = timezone
  }
}

/// Where somebody answers an invitation.
package struct InvitationPage: View {
  package let around: FormFrame
  package let invitation: InvitationLine
  package let seal: Seal
  package let name: Said
  package let form: FormAddress?
  package let code: String
  package let back: Link

  package init(
    around: FormFrame,
    invitation: InvitationLine,
    seal: Seal,
    name: Said,
    form: FormAddress? = nil,
    code: String,
    back: Link
  ) {
    self.around = around
    self.invitation = invitation
    self.seal = seal
    self.name = name
    self.form = form
    self.code = code
    self.back = back
  }

  package static let isDynamic = true
  package static let about = "The page on which somebody answers an invitation."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("invitation", \.invitation, "To what, by whom, as what."),
    Field("seal", \.seal, "The characters that stand for the organisation."),
    Field("name", \.name, "Who would join."),
    Field("form", \.form, "Where the answer is sent; missing when it is too late."),
    Field("code", \.code, "What came with the link, for the hidden field `code`."),
    Field("back", \.back, "The page of all organisations of the member."))
}
