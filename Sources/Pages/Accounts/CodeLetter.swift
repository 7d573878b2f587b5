/// What a code is sent for.
package enum CodePurpose: Int, CaseIterable, Sendable {
  case signUp, reset, contact
}

/// Brings a code. It has no name in it: whoever signs up chooses both the name and the address, and
/// could write to anybody in ours.
package struct CodeLetter: Letter {
  package let purpose: CodePurpose
  package let code: String
  /// How long it is taken.
  package let minutes: Int
  /// Whose page takes the code. The letter leads there.
  package let challenge: String?

  package init(
    _ purpose: CodePurpose, code: String, minutes: Int, challenge: String? = nil
  ) {
    self.purpose = purpose
    self.code = code
    self.minutes = minutes
    self.challenge = challenge
  }

  package func said(in edition: Edition) -> LetterPage {
    edition.letter(
      edition.words(CodeSubject(purpose: purpose)),
      opening: [edition.words(LetterGreeting()), edition.words(CodeOpening(purpose: purpose))],
      code: code, links: challenge.map { [edition.wholeLink(purpose, $0, code: code)] } ?? [],
      closing: [
        edition.words(CodeEnds(minutes: minutes)), edition.words(CodeUnless(purpose: purpose)),
      ])
  }
}

/// Somebody wanted to open an account with a contact that has one. It goes to that contact; the page
/// says the same as to everybody.
package struct KnownLetter: Letter {
  package init() {}

  package func said(in edition: Edition) -> LetterPage {
    edition.letter(
      edition.words(KnownSubject()),
      opening: [edition.words(LetterGreeting()), edition.words(KnownOpening())],
      links: [edition.wholeLink(.signIn), edition.wholeLink(.reset)],
      closing: [edition.words(KnownUnless())])
  }
}
