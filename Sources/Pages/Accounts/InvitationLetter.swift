package import Market
package import Theme

/// Somebody is asked to join an organisation.
package struct InvitationLetter: Letter {
  /// Names are chosen by whoever invites, and could be a whole letter.
  static let nameCharactersMax = 40

  /// Who invites.
  package let host: String
  package let organisation: String
  package let role: MemberRole
  /// The path of the page that takes the answer, with the code of the invitation.
  package let answer: Link
  /// Until when it can be taken.
  package let endsAt: Instant

  package init(
    from host: String, to organisation: String, as role: MemberRole, answer: Link, endsAt: Instant
  ) {
    self.host = host
    self.organisation = organisation
    self.role = role
    self.answer = answer
    self.endsAt = endsAt
  }

  package func said(in edition: Edition) -> LetterPage {
    let host = host.onOneLine.shortened(to: Self.nameCharactersMax)
    let organisation = organisation.onOneLine.shortened(to: Self.nameCharactersMax)
    let whole = answer.isOutside ? answer : edition.site.origin.whole(answer.text)
    let ends = LetterMoment(at: edition.moment(endsAt), zone: edition.zone(at: endsAt))
    return edition.letter(
      edition.words(InvitationSubject(host: host, organisation: organisation)),
      opening: [
        edition.words(LetterGreeting()),
        edition.words(InvitationOpening(host: host, organisation: organisation, role: role)),
      ],
      links: [NamedLink(name: Said(edition.words(InvitationLink())), link: whole)],
      closing: [
        edition.words(InvitationEnds(at: edition.words(ends))), edition.words(InvitationUnless()),
      ])
  }
}
