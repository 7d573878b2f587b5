package import Market
package import Theme

extension Edition {
  func letter(
    _ subject: String, opening: [String], code: String? = nil, facts: [LetterFact] = [],
    links: [NamedLink] = [], closing: [String]
  ) -> LetterPage {
    LetterPage(
      language: language, direction: direction, subject: subject, opening: opening, code: code,
      facts: facts, links: links, closing: closing, siteName: siteName,
      home: site.origin.whole(PageAddress.home.path(in: locale)), owner: site.owner,
      sender: words(LetterSender(site: siteName)))
  }

  /// To a page of the gate, from outside.
  func wholeLink(_ place: GatePlace) -> NamedLink {
    let title = place == .reset ? words(GateTitle(page: .reset)) : words(GateTitle(page: .signIn))
    return NamedLink(
      name: Said(title), link: site.origin.whole(PageAddress.gate(place).path(in: locale)))
  }

  /// To the page that takes a code, with the code in the address.
  func wholeLink(_ purpose: CodePurpose, _ challenge: String, code: String) -> NamedLink {
    let (page, place): (GatePage, GatePlace) =
      switch purpose {
      case .signUp: (.signUpCode, .signUpCode(challenge))
      case .reset: (.newPassword, .newPassword(challenge))
      case .contact: (.contactCode, .contactCode(challenge))
      }
    let path = PageAddress.gate(place).path(in: locale)
    return NamedLink(
      name: Said(words(GateTitle(page: page))),
      link: site.origin.whole("\(path)?code=\(code)"))
  }

  var wholeHelp: NamedLink {
    NamedLink(
      name: Said(title(of: .help)),
      link: site.origin.whole(PageAddress.help.path(in: locale)))
  }

  /// By the clocks of the site.
  package func moment(_ instant: Instant) -> Moment {
    let minute = calendar.minuteOfDay(at: instant)
    return Moment(
      day(instant), hour: minute / 60, minute: minute % 60,
      offsetMinutes: calendar.minutesEast(at: instant))
  }

  /// By how much those clocks differ from UTC, as people write it.
  func zone(at instant: Instant) -> String {
    let east = calendar.minutesEast(at: instant)
    if east == 0 { return "UTC" }
    let (hours, minutes) = abs(east).quotientAndRemainder(dividingBy: 60)
    let rest = minutes == 0 ? "" : minutes < 10 ? ":0\(minutes)" : ":\(minutes)"
    return "UTC\(east < 0 ? "−" : "+")\(hours)\(rest)"
  }
}

/// What goes to a phone.
package enum ShortText {
  /// One message of 70 characters at most, where it has Chinese in it.
  package static func code(
    _ purpose: CodePurpose, _ code: String, minutes: Int, in edition: Edition
  ) -> String {
    edition.words(
      CodeText(purpose: purpose, code: code, minutes: minutes, site: edition.siteName))
  }

  static let noticeCharactersMax = 100

  /// What a letter is about and where it leads, for who has given us no e-mail address.
  package static func notice(of letter: some Letter, in edition: Edition) -> String {
    let page = letter.said(in: edition)
    return edition.words(
      NoticeText(
        site: page.siteName, subject: page.subject.shortened(to: noticeCharactersMax),
        link: (page.links.first?.link ?? page.home).text))
  }
}
