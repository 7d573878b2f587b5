package import Market
import Theme

/// Makes the fields of a step of the studio: what stands in them, and the first fault of each.
struct StudioFields {
  let form: StudioForm
  let edition: Edition
  let values: StudioValues

  init(_ form: StudioForm, in edition: Edition) {
    self.form = form
    self.edition = edition
    values = form.values(in: edition)
  }

  var limits: GigLimits { edition.rules.gig }

  /// One for each language of the site, then for those in which it is written besides.
  func texts(
    _ field: StudioField, _ name: String, number: Int = 0, most: Int? = nil, isLong: Bool = false
  ) -> [TextField] {
    languages.map {
      text(field, "\(name)-\($0)", number: number, in: $0, most: most, isLong: isLong)
    }
  }

  var languages: [Locale] {
    edition.locales + form.draft.content.locales.filter { !edition.locales.contains($0) }
  }

  func text(
    _ field: StudioField, _ name: String, number: Int = 0, in locale: Locale? = nil,
    most: Int? = nil, isLong: Bool = false, kind: TextField.Kind = .text
  ) -> TextField {
    TextField(
      name: token(name), label: label(field, number, in: locale),
      language: locale.flatMap { Token($0.tag) }, value: values[name], hint: hint(field),
      fault: fault(name), isRequired: false, isLong: isLong, kind: kind, charactersMax: most)
  }

  func choice(
    _ field: StudioField, _ name: String, number: Int = 0, among options: [ChoiceOption]
  ) -> ChoiceField {
    ChoiceField(
      name: token(name), label: label(field, number), hint: hint(field), fault: fault(name),
      isRequired: false, isList: true, options: options)
  }

  func box(_ field: StudioField, _ name: String, number: Int = 0) -> BoxField {
    BoxField(
      name: token(name), label: label(field, number), isChecked: values.has(name),
      hint: hint(field), fault: fault(name))
  }

  func option(_ value: String, _ label: String, in name: String) -> ChoiceOption {
    ChoiceOption(value: value, label: label, isChosen: values[name] == value)
  }

  func fault(_ name: String) -> String? {
    if let sent = form.state.faults.first(where: { $0.field == name }) {
      return edition.sentence(for: sent.fault)
    }
    // What is only missing is no fault of who is still writing.
    return form.faults.first { !$0.isMissing && $0.field.place.name == name }
      .map { edition.sentence(for: $0, asset: form.draft.content.asset) }
  }

  func label(_ field: StudioField, _ number: Int = 0, in locale: Locale? = nil) -> String {
    let label = edition.words(StudioLabel(field: field, number: number))
    guard let locale, let language = edition.name(of: locale) else { return label }
    return edition.words(LabelIn(label: label, language: language))
  }

  private func hint(_ field: StudioField) -> String? {
    let hint = edition.words(StudioHintText(field: field))
    return hint.isEmpty ? nil : hint
  }

  func token(_ name: String) -> Token {
    guard let token = Token(name) else { preconditionFailure("\(name) is no name of a field") }
    return token
  }
}

struct LabelIn: Sentence {
  static let key = "studio.labelIn"
  let label: String
  let language: String
  static let about = "What stands above a field that is written in one language."
  static let fields = Fields<Self>(
    Field("label", \.label, "What the field is called."),
    Field("language", \.language, "The name of the language."))
}

struct FaultTold: Sentence {
  static let key = "studio.told"
  let place: String
  let fault: String
  static let about = "What is wrong with a part of a service, in one line."
  static let fields = Fields<Self>(
    Field("place", \.place, "Which part."), Field("fault", \.fault, "What is wrong with it."))
}

extension GigFault {
  var isMissing: Bool { if case .missing = self { true } else { false } }
}

extension Edition {
  /// The same with the part that is meant, where no field stands beside it.
  package func told(_ fault: GigFault, of asset: Asset) -> String {
    words(
      FaultTold(
        place: place(of: fault), fault: sentence(for: fault, asset: asset)))
  }

  /// What has no language has nothing after it.
  func place(of fault: GigFault) -> String {
    let place = words(FaultPlace(fault.field, in: self))
    return place.hasSuffix(" ") ? String(place.dropLast()) : place
  }

  package func text(_ text: Localized) -> String? { said(text)?.text }

  /// What is wrong with a gig, for its seller.
  func sentence(for fault: GigFault, asset: Asset) -> String {
    switch fault {
    case .missing: sentence(for: FieldFault.missing)
    case .tooLong(_, let max): sentence(for: FieldFault.tooLong(max: max))
    case .tooMany(_, let max): sentence(for: FieldFault.tooMany(max: max))
    case .doubled: sentence(for: FieldFault.repeated)
    case .unknown: sentence(for: FieldFault.notAChoice)
    case .unfit: sentence(for: FieldFault.unfit)
    case .notFilled: sentence(for: FieldFault.notFilled)
    case .notReady: sentence(for: FieldFault.notReady)
    case .outOfRange(.packagePrice, let range), .outOfRange(.extraPrice, let range):
      words(prices(range, asset))
    case .outOfRange(_, let range):
      sentence(for: FieldFault.outOfRange(min: Int(range.lowerBound), max: Int(range.upperBound)))
    }
  }

  private func prices(_ range: ClosedRange<Int64>, _ asset: Asset) -> PriceRange {
    PriceRange(
      min: Amount(Money(minorUnits: range.lowerBound, asset)),
      max: Amount(Money(minorUnits: range.upperBound, asset)))
  }
}
