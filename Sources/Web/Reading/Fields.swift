package import Market
package import Pages

/// What somebody sends, as a value that holds nothing but what was read.
package protocol Input: Sendable {
  /// Reads each field by its name. What cannot be read is noted, and something is put in its place:
  /// nobody sees the value then.
  init(_ fields: inout Fields)
}

/// Of what takes nothing.
package struct Nothing: Input {
  package init(_ fields: inout Fields) {}
}

/// Reads fields by name and kind, wherever they stand: in the path, behind the question mark, in a form
/// or in JSON. It gathers all that is wrong, so that it can be told at once; and since it can also just
/// write down what it is asked for, nobody says twice what a route takes.
package struct Fields {
  enum Source: Sendable {
    case form(FormFields)
    case json([JSON.Member])
    /// There is nothing; only what is asked for counts.
    case noted
  }

  enum Given {
    case text(String)
    case number(Int64)
    case flag(Bool)
    case list([JSON])
    case object([JSON.Member])
    /// A number with decimals.
    case other
  }

  let source: Source
  private let steps: [String: String]
  private let place: FieldNote.Place
  /// What stands before the paths of this site.
  let origins: [String]
  /// What stands before the names of fields that are parts of another.
  private let lead: String
  private(set) var notes: [FieldNote] = []
  private(set) var faults: [FieldFaults.Each] = []

  init(
    _ source: Source, steps: [String: String], _ place: FieldNote.Place, origins: [String] = []
  ) {
    self.origins = origins
    self.source = source
    self.steps = steps
    self.place = place
    lead = ""
  }

  /// The parts of one of its fields. In a form their names begin with its name.
  private init(_ source: Source, partsOf name: String, in whole: Fields) {
    self.source = source
    (steps, place, origins) = ([:], whole.place, whole.origins)
    lead = whole.lead + name + "-"
  }

  /// Reads the parts of a field. What is noted and refused is so under the name of the whole.
  mutating func parts<Value>(
    _ name: String, from source: Source? = nil, read: (inout Fields) -> Value
  ) -> Value {
    var parts = Fields(source ?? self.source, partsOf: name, in: self)
    let value = read(&parts)
    // What stands in a form is looked at as a whole.
    if case .json = parts.source { parts.refuseUnknown(besides: []) }
    notes += parts.notes
    faults += parts.faults
    return value
  }

  /// Something that is not in it, or is not what it should be for a reason that only the reader knows.
  package mutating func refuse(_ name: String, _ fault: FieldFault) {
    faults.append((lead + name, fault))
  }

  package mutating func text(
    _ name: String, _ about: String, characters: ClosedRange<Int>, isLong: Bool = false
  ) -> String {
    note(name, .text(characters: characters), isRequired: characters.lowerBound > 0, about)
    guard let given = given(name) else {
      if characters.lowerBound > 0 { missing(name) }
      return ""
    }
    guard case .text(let text) = given else { return wrong(name, .wrongKind, "") }
    let read = text.typed
    let most = characters.upperBound
    if read.isBlank {
      if characters.lowerBound > 0 { missing(name) }
      return ""
    }
    guard TextLimit(charactersMax: most).allows(read) else {
      return wrong(name, .tooLong(max: most), "")
    }
    guard isLong ? read.isText(atMost: most) : read.isLine(atMost: most) else {
      return wrong(name, .unfit, "")
    }
    guard read.count >= characters.lowerBound else {
      return wrong(name, .tooShort(min: characters.lowerBound), "")
    }
    return read
  }

  private static let unknownMax = 16

  package mutating func number(
    _ name: String, _ about: String, _ range: ClosedRange<Int64>, else usual: Int64? = nil
  ) -> Int64 {
    note(name, .number(range), isRequired: usual == nil, about)
    let number: Int64
    switch given(name) {
    case nil:
      if usual == nil { missing(name) }
      return usual ?? range.lowerBound
    case .number(let given): number = given
    case .text(let text) where isForm || steps[name] != nil:
      guard let given = Int64(text), "\(given)" == text else {
        return wrong(name, .notANumber, range.lowerBound)
      }
      number = given
    case .text, .flag, .list, .object, .other:
      return wrong(name, .wrongKind, range.lowerBound)
    }
    guard range.contains(number) else {
      let (min, max) = (Int(range.lowerBound), Int(range.upperBound))
      return wrong(name, .outOfRange(min: min, max: max), range.lowerBound)
    }
    return number
  }

  package mutating func id<Kind>(_ name: String, _ about: String) -> ID<Kind> {
    ID(number(name, about, 1...Int64.max))
  }

  /// Nil when there is none.
  package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ about: String, of type: Choice.Type, isRequired: Bool = true
  ) -> Choice? {
    note(name, .oneOf(type.allCases.map(\.rawValue)), isRequired: isRequired, about)
    switch given(name) {
    case nil, .text(""):
      if isRequired { missing(name) }
      return nil
    case .text(let text):
      guard let choice = Choice(rawValue: text) else { return wrong(name, .notAChoice, nil) }
      return choice
    default: return wrong(name, .wrongKind, nil)
    }
  }

  /// A box of a form is checked when it is there at all.
  package mutating func flag(_ name: String, _ about: String) -> Bool {
    note(name, .flag, isRequired: false, about)
    switch given(name) {
    case nil: return false
    case .flag(let flag): return flag
    case .text where isForm: return true
    default: return wrong(name, .wrongKind, false)
    }
  }

  /// Names that nobody has asked for are slips of who wrote them, or mischief. Behind a question mark
  /// there is much that others put there.
  mutating func refuseUnknown(besides known: [String]) {
    guard place == .body else { return }
    let asked = Set(notes.map { String($0.name.dropFirst(lead.count)) } + known)
    let given: [String] =
      switch source {
      case .form(let fields): fields.names
      case .json(let members): members.map(\.name)
      case .noted: []
      }
    // The first tell enough: an answer should not be many times what was sent.
    for name in given.lazy.filter({ !asked.contains($0) }).prefix(Self.unknownMax) {
      refuse(name, .unknown)
    }
  }

  /// The name of a part, as a form has it.
  func whole(_ name: String) -> String { lead + name }

  func stands(inPath name: String) -> Bool { steps[name] != nil }

  var isForm: Bool { if case .json = source { false } else { true } }

  mutating func note(
    _ name: String, _ kind: FieldNote.Kind, isRequired: Bool, _ about: String
  ) {
    notes.append(
      FieldNote(
        name: lead + name, place: steps[name] == nil ? place : .path, kind: kind,
        isRequired: isRequired, about: about))
  }

  mutating func given(_ name: String) -> Given? {
    if let step = steps[name] { return .text(step) }
    switch source {
    case .noted: return nil
    case .form(let fields):
      let values = fields.values(of: lead + name)
      if values.count > 1 { refuse(name, .repeated) }
      return values.first.map { .text($0) }
    case .json(let members):
      switch members.first(where: { $0.name.hasSameBytes(as: name) })?.value {
      case nil, .null: return nil
      case .text(let text): return .text(text)
      case .integer(let number): return .number(number)
      case .flag(let flag): return .flag(flag)
      case .list(let list): return .list(list)
      case .object(let members): return .object(members)
      case .number: return .other
      }
    }
  }

  mutating func missing(_ name: String) {
    if case .noted = source { return }
    refuse(name, .missing)
  }

  mutating func wrong<Value>(
    _ name: String, _ fault: FieldFault, _ value: Value
  ) -> Value {
    refuse(name, fault)
    return value
  }
}

extension Input {
  /// What it asks for, without there being anything.
  static func notes(on path: RoutePath, _ method: WebRoute.Method) -> [FieldNote] {
    let steps = Dictionary(uniqueKeysWithValues: path.names.map { ($0, "") })
    var fields = Fields(.noted, steps: steps, method == .get ? .query : .body)
    _ = Self(&fields)
    return fields.notes
  }
}
