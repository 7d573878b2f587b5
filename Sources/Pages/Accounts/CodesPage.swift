package import Market
package import Theme

/// New codes to keep. Only their digests are stored, so they are shown this once.
package struct CodesFacts: Sendable {
  package var codes: [String]
  /// Those that were there before are good no more.
  package var areRenewed: Bool
  /// Of the account, so that a sheet of paper says what it is for.
  package var contact: String
  package var madeAt: Instant
  /// Of the IANA database.
  package var timezone: String

  package init(
    codes: [String], areRenewed: Bool = false, contact: String, madeAt: Instant, timezone: String
  ) {
    self.codes = codes
    self.areRenewed = areRenewed
    self.contact = contact
    self.madeAt = madeAt
    self.timezone = timezone
  }
}

/// The codes that stand in for the app, shown once.
package struct CodesPage: View {
  package let around: FormFrame
  package let codes: [KeptCode]
  package let areRenewed: Bool
  package let contact: String
  package let made: Moment
  package let done: Link

  package init(
    around: FormFrame,
    codes: [KeptCode],
    areRenewed: Bool = false,
    contact: String,
    made: Moment,
    done: Link
  ) {
    self.around = around
    self.codes = codes
    self.areRenewed = areRenewed
    self.contact = contact
    self.made = made
    self.done = done
  }

  package static let isDynamic = true
  package static let about = "The page that shows the codes to be kept, once."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("codes", \.codes, "The codes."),
    Field("areRenewed", \.areRenewed, "Those before them are good no more."),
    Field("contact", \.contact, "Whose they are."),
    Field("made", \.made, "When they were made."),
    Field("done", \.done, "Where to go on to when they are safe."))
}

/// A code that is kept for a day without the app.
package struct KeptCode: View {
  package let text: String

  package init(text: String) { self.text = text }

  package static let about = "A code that is good once."
  package static let fields = Fields<Self>(Field("text", \.text, "As it is typed."))
}

struct CodesMade: Sentence {
  static let key = "codes.made"
  let areRenewed: Bool
  static let about = "That the second step is on, or that the codes are new."
  static let fields = Fields<Self>(
    Field("areRenewed", \.areRenewed, "There were others before them."))
}

extension CodesPage {
  package init(_ facts: CodesFacts, in edition: Edition) {
    self.init(
      around: FormFrame(
        // They cannot be shown again: the other language leads to where there are new ones.
        frame: edition.frame(.codes, at: .settings(.codes)), menu: edition.menu(at: .codes),
        notice: Notice(.done, edition.words(CodesMade(areRenewed: facts.areRenewed)))),
      codes: facts.codes.map(KeptCode.init), areRenewed: facts.areRenewed, contact: facts.contact,
      made: edition.moment(facts.madeAt, in: facts.timezone), done: edition.link(.security))
  }
}
