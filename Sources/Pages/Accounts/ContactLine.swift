package import Theme

/// Where somebody can be reached, and whether that is proven.
package struct ContactFact: Hashable, Sendable {
  package let kind: ContactKind
  package let text: String
  package let isProven: Bool

  package init(_ kind: ContactKind, _ text: String, isProven: Bool) {
    self.kind = kind
    self.text = text
    self.isProven = isProven
  }
}

package enum ContactKind: Int, CaseIterable, Choice {
  case email, phone
}

package struct ContactLine: View {
  package let kind: ContactKind
  package let text: String
  package let isProven: Bool

  package init(
    kind: ContactKind,
    text: String,
    isProven: Bool
  ) {
    self.kind = kind
    self.text = text
    self.isProven = isProven
  }

  init(_ fact: ContactFact) {
    self.init(kind: fact.kind, text: fact.text, isProven: fact.isProven)
  }

  package static let about = "An e-mail address or a phone number of one's own."
  package static let fields = Fields<Self>(
    Field("kind", \.kind, "Which of the two."),
    Field("text", \.text, "The address or the number."),
    Field("isProven", \.isProven, "A code that was sent there came back."))
}

/// What somebody should do about the own account, told above everything else.
package enum SettingsNeed: Int, CaseIterable, Choice {
  /// A contact is not proven yet.
  case proof
  /// Staff must have the second step.
  case factor
}

package struct NeedLine: View {
  package let need: SettingsNeed
  package let link: Link

  package init(
    need: SettingsNeed,
    link: Link
  ) {
    self.need = need
    self.link = link
  }

  package static let about = "Something that a member should do about the own account."
  package static let fields = Fields<Self>(
    Field("need", \.need, "What it is."),
    Field("link", \.link, "Where it is done."))
}

extension Edition {
  func needs(_ contacts: [ContactFact], mustTurnFactorOn: Bool) -> [NeedLine] {
    var lines: [NeedLine] = []
    if mustTurnFactorOn { lines.append(NeedLine(need: .factor, link: link(.factor))) }
    if contacts.contains(where: { !$0.isProven }) {
      lines.append(NeedLine(need: .proof, link: link(.contact)))
    }
    return lines
  }
}
