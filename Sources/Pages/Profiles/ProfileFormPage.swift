package import Market
package import Theme

/// A page on which a part of a profile is written.
package struct ProfileFormPage: View {
  package let around: FormFrame
  package let place: ProfilePlace
  package let form: FormAddress
  package let revision: Int
  package let groups: [FieldGroup]
  package let isSideBySide: Bool
  package let skills: [SkillSuggestion]
  package let back: Link

  package static let isDynamic = true
  package static let about = "A page on which sellers write a part of their profile."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the page."),
    Field("place", \.place, "Which part it is."),
    Field("form", \.form, "Where the form is sent."),
    Field("revision", \.revision, "Of what is changed, for the hidden field `revision`."),
    Field("groups", \.groups, "The fields."),
    Field("isSideBySide", \.isSideBySide, "The groups are the same in several languages."),
    Field("skills", \.skills, "What may be meant, for a list of suggestions called `skills`."),
    Field("back", \.back, "The page above it."))
}

/// Fields that belong together.
package struct FieldGroup: View {
  package let title: String?
  package let language: Token?
  package let lines: [FieldLine]

  init(_ title: String?, language: Token? = nil, _ fields: [any FormField]) {
    self.title = title
    self.language = language
    lines = fields.compactMap { FieldLine($0) }
  }

  init(_ fields: [any FormField]) { self.init(nil, fields) }

  package static let about = "Fields of a form that belong together."
  package static let fields = Fields<Self>(
    Field("title", \.title, "What they are about; missing where each says that by itself."),
    Field("language", \.language, "The tag of the language in which they are filled in."),
    Field("lines", \.lines, "The fields."))
}

/// A field of one kind or another.
package struct FieldLine: View {
  package let field: AnyField

  init?(_ field: any FormField) {
    switch field {
    case let field as TextField: self.field = .text(field)
    case let field as ChoiceField: self.field = .choice(field)
    default: return nil
    }
  }

  package static let about = "A field of a form, whatever it takes."
  package static let fields = Fields<Self>(Field("field", \.field, "The field."))
}

package enum AnyField: Choice {
  case text(TextField)
  case choice(ChoiceField)

  package static let cases = [
    ChoiceCase("text", TextField.self), ChoiceCase("choice", ChoiceField.self),
  ]

  package var position: Int {
    switch self {
    case .text: 0
    case .choice: 1
    }
  }

  package func withPayload(_ show: (Payload) -> Void) {
    switch self {
    case .text(let field): Payload.lend(field, to: show)
    case .choice(let field): Payload.lend(field, to: show)
    }
  }
}

/// A skill that may be meant.
package struct SkillSuggestion: View {
  package let name: String

  package static let about = "A skill that people may mean when they begin to type."
  package static let fields = Fields<Self>(Field("name", \.name, "What it is called."))
}

/// What a page shows of a part that is being written.
package struct ProfileForm: Sendable {
  package var state: FormState
  package var address: ProfileAddress
  /// Of what is in the fields: their names are those by which they are sent.
  package var values: [String: String]
  /// Of what is kept by now, where somebody else has changed it meanwhile.
  package var kept: [String: String]
  package var revision: Int
  /// The names of skills that many have.
  package var skills: [String]
  /// Which kind of entry it is, on the page of one.
  package var kind: Qualification.Kind

  package init(
    state: FormState, address: ProfileAddress, values: [String: String],
    kept: [String: String] = [:], revision: Int, skills: [String] = [],
    kind: Qualification.Kind = .education
  ) {
    self.state = state
    self.address = address
    self.values = values
    self.kept = kept
    self.revision = revision
    self.skills = skills
    self.kind = kind
  }
}

extension ProfileFormPage {
  package init(_ form: ProfileForm, in edition: Edition) {
    let place = form.place
    let groups = ProfileFields(form, in: edition).groups(of: place)
    self.init(
      around: edition.around(
        place, at: form.address, form.state,
        form.state.faultList(of: groups, in: edition)),
      place: place, form: edition.form(form.address, form.state), revision: form.revision,
      groups: groups, isSideBySide: groups.contains { $0.language != nil },
      skills: form.skills.map(SkillSuggestion.init), back: edition.link(form.back))
  }
}

extension ProfileForm {
  fileprivate var place: ProfilePlace {
    switch address {
    case .section(let section): ProfilePlace(section)
    case .newProof, .proof: ProfilePlace(kind)
    case .newItem, .item: .work
    default: .overview
    }
  }

  fileprivate var back: ProfileAddress {
    switch address {
    case .newProof, .proof: .section(.background)
    case .newItem, .item: .section(.portfolio)
    default: .glance
    }
  }
}

extension FormState {
  /// With those of what has no field on the page.
  fileprivate func faultList(of groups: [FieldGroup], in edition: Edition) -> FaultList {
    let fields = groups.flatMap { group in
      group.lines.map { (group.title, $0.field.shown) }
    }
    let lines = fields.compactMap { title, field in
      field.fault.map { fault in
        FaultLine(
          label: [title, field.label].compactMap(\.self).joined(separator: " · "), fault: fault,
          link: field.place)
      }
    }
    let names = Set(fields.map(\.1.name.text))
    let others = faults.filter { !names.contains($0.field) }.map {
      FaultLine(label: $0.field, fault: edition.sentence(for: $0.fault))
    }
    return FaultList(lines + others)
  }
}

extension AnyField {
  fileprivate var shown: any FormField {
    switch self {
    case .text(let field): field
    case .choice(let field): field
    }
  }
}
