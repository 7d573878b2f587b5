package import Market
import Theme

/// Something happened to an account that its owner should know of.
package struct AlertLetter: Letter {
  package enum Kind: Hashable, Sendable {
    case passwordChanged
    /// To an e-mail address or a phone number, which is shown with a gap. The letter goes to the one
    /// before.
    case contactChanged(to: String)
    case twoStepOn, twoStepOff
    case backupCodeUsed(left: Int)
    case codesRenewed
    /// A program's key came a second time, so that somebody else may have it.
    case keyReused
    case newDevice
    case allSignedOut
    case accountClosed
  }

  /// From where it was done.
  package struct Origin: Hashable, Sendable {
    /// The browser and the system, in words.
    package let device: String?
    /// Of the network.
    package let address: String?

    package init(device: String? = nil, address: String? = nil) {
      self.device = device
      self.address = address
    }
  }

  static let nameCharactersMax = 40

  package let kind: Kind
  /// Of the account.
  package let name: String
  package let at: Instant
  package let origin: Origin

  package init(_ kind: Kind, name: String, at: Instant, from origin: Origin = Origin()) {
    self.kind = kind
    self.name = name
    self.at = at
    self.origin = origin
  }

  package func said(in edition: Edition) -> LetterPage {
    let said = AlertSaid(kind)
    let name = name.onOneLine.shortened(to: Self.nameCharactersMax)
    return edition.letter(
      edition.words(AlertSubject(kind: said.kind)),
      opening: [
        edition.words(NamedGreeting(name: name)),
        edition.words(AlertOpening(kind: said.kind, contact: said.contact, left: said.left)),
      ],
      facts: facts(in: edition), links: links(in: edition),
      closing: [edition.words(AlertUnless(kind: said.kind))])
  }

  private func facts(in edition: Edition) -> [LetterFact] {
    let facts: [(AlertFact, String?)] = [
      (.time, edition.words(LetterMoment(at: edition.moment(at), zone: edition.zone(at: at)))),
      (.device, origin.device), (.address, origin.address),
    ]
    return facts.compactMap { fact, text in
      text.map { LetterFact(label: edition.words(AlertLabel(fact: fact)), text: $0) }
    }
  }

  /// Where somebody goes who did not do it. With another contact, or without an account, only staff
  /// can help.
  private func links(in edition: Edition) -> [NamedLink] {
    switch kind {
    case .passwordChanged, .twoStepOn, .twoStepOff, .backupCodeUsed, .codesRenewed, .keyReused,
      .newDevice, .allSignedOut:
      [edition.wholeLink(.reset)]
    case .contactChanged, .accountClosed: [edition.wholeHelp]
    }
  }
}

/// What happened, as messages know it.
enum AlertKind: Int, CaseIterable, Choice {
  case passwordChanged, contactChanged, twoStepOn, twoStepOff, backupCodeUsed, codesRenewed
  case keyReused, newDevice, allSignedOut, accountClosed
}

private struct AlertSaid {
  let kind: AlertKind
  var contact = ""
  var left = 0

  init(_ kind: AlertLetter.Kind) {
    switch kind {
    case .passwordChanged: self.kind = .passwordChanged
    case .contactChanged(let contact):
      self.kind = .contactChanged
      self.contact = MaskedContact(contact).text
    case .twoStepOn: self.kind = .twoStepOn
    case .twoStepOff: self.kind = .twoStepOff
    case .backupCodeUsed(let left):
      self.kind = .backupCodeUsed
      self.left = left
    case .codesRenewed: self.kind = .codesRenewed
    case .keyReused: self.kind = .keyReused
    case .newDevice: self.kind = .newDevice
    case .allSignedOut: self.kind = .allSignedOut
    case .accountClosed: self.kind = .accountClosed
    }
  }
}
