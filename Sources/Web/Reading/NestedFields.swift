import Market
import Pages

// Fields that have parts: lists, and what is said in several languages. A form has a field for each part,
// whose name begins with the name of the whole: `package-0-price`, `title-en`; JSON has them inside.
extension Fields {
  /// As many as there are, in their order. `name` is that of one; JSON has them under the name of `many`.
  /// `places` is how many a form has room for.
  mutating func list<Value>(
    _ name: String, many: String? = nil, _ about: String, atMost places: Int,
    read: (inout Fields) -> Value
  ) -> [Value] {
    let many = many ?? name + "s"
    switch source {
    case .noted:
      note(many, .list(max: places), isRequired: false, about)
      return [parts("\(name)-{place}", read: read)]
    case .form(let fields):
      let names = fields.names
      return (0..<places).compactMap { place in
        let start = whole("\(name)-\(place)-")
        return names.contains { $0.hasPrefix(start) } ? parts("\(name)-\(place)", read: read) : nil
      }
    case .json:
      note(many, .list(max: places), isRequired: false, about)
      switch given(many) {
      case nil: return []
      case .list(let list):
        guard list.count <= places else { return wrong(many, .tooMany(max: places), []) }
        return list.enumerated().map { place, each in
          guard case .object(let members) = each else {
            refuse("\(many)-\(place)", .wrongKind)
            return parts("\(many)-\(place)", from: .json([]), read: read)
          }
          return parts("\(many)-\(place)", from: .json(members), read: read)
        }
      default: return wrong(many, .wrongKind, [])
      }
    }
  }

  /// One thing with parts; nil when there is none.
  mutating func object<Value>(
    _ name: String, _ about: String, read: (inout Fields) -> Value
  ) -> Value? {
    note(name, .object, isRequired: false, about)
    if case .noted = source { return parts(name, read: read) }
    switch given(name) {
    case nil: return nil
    case .object(let members): return parts(name, from: .json(members), read: read)
    default: return wrong(name, .wrongKind, nil)
    }
  }

  /// One thing with parts for each language in which it is said.
  mutating func byLocale<Value>(
    _ name: String, _ about: String, read: (inout Fields) -> Value
  ) -> ByLocale<Value> {
    note(name, .object, isRequired: false, about)
    if case .noted = source {
      return ByLocale([(.chinese, parts("\(name)-{language}", read: read))])
    }
    var values = ByLocale<Value>()
    switch given(name) {
    case nil: break
    case .object(let members):
      for member in members {
        let place = "\(name)-\(member.name)"
        guard let locale = Locale(member.name) else {
          refuse(place, .unknown)
          continue
        }
        guard case .object(let members) = member.value else {
          refuse(place, .wrongKind)
          continue
        }
        values[locale] = parts(place, from: .json(members), read: read)
      }
    default: refuse(name, .wrongKind)
    }
    return values
  }

  /// Values of a list in JSON, of which each can be made or not.
  mutating func values<Value>(
    _ name: String, _ about: String, atMost most: Int, _ value: (JSON) -> Value?
  ) -> [Value] {
    note(name, .list(max: most), isRequired: false, about)
    switch given(name) {
    case nil: return []
    case .list(let list):
      guard list.count <= most else { return wrong(name, .tooMany(max: most), []) }
      let read = list.compactMap(value)
      return read.count == list.count ? read : wrong(name, .wrongKind, [])
    default: return wrong(name, .wrongKind, [])
    }
  }

  /// A text in each language in which it is said.
  mutating func localized(
    _ name: String, _ about: String, charactersMax: Int, isLong: Bool = false
  ) -> Localized {
    var texts = Localized()
    for (tag, text) in named(name, about, charactersMax: charactersMax, isLong: isLong) {
      guard let locale = Locale(tag) else {
        refuse("\(name)-\(tag)", .unknown)
        continue
      }
      texts[locale] = text
    }
    return texts
  }

  /// Texts by names that only their sender knows.
  mutating func named(
    _ name: String, _ about: String, charactersMax: Int, isLong: Bool = false
  ) -> [(name: String, text: String)] {
    let limit = 0...charactersMax
    let given: (names: [String], source: Source)
    switch source {
    case .noted:
      note(name + "-{name}", .text(characters: limit), isRequired: false, about)
      return []
    case .form(let fields):
      let start = whole(name + "-")
      given = (
        fields.names.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) },
        source
      )
    case .json:
      note(name, .named(charactersMax: charactersMax), isRequired: false, about)
      switch self.given(name) {
      case nil: return []
      case .object(let members): given = (members.map(\.name), .json(members))
      default: return wrong(name, .wrongKind, [])
      }
    }
    return parts(name, from: given.source) { parts in
      Set(given.names).sorted().map {
        ($0, parts.text($0, about, characters: limit, isLong: isLong))
      }
    }
  }

  /// An amount as people write it, in minor units; nil when nothing is written. JSON has minor units.
  mutating func amount(_ name: String, _ about: String, of asset: Asset) -> Int64? {
    if case .json = source {
      return given(name) == nil ? nil : number(name, about, 0...Int64.max)
    }
    let typed = text(name, about, characters: 0...Self.amountCharactersMax)
    if typed.isEmpty { return nil }
    guard let minorUnits = Int64(typed: typed, scale: asset.scale) else {
      return wrong(name, .notANumber, nil)
    }
    return minorUnits
  }

  /// A whole number; nil when nothing is written.
  mutating func optionalNumber(
    _ name: String, _ about: String, _ range: ClosedRange<Int64>
  ) -> Int64? {
    if isForm, case .text(let text)? = given(name), text.typed.isEmpty {
      // It was asked for all the same.
      note(name, .number(range), isRequired: false, about)
      return nil
    }
    let none: Int64 = -1
    let read = number(name, about, range, else: none)
    return read == none ? nil : read
  }

  private static let amountCharactersMax = 24
}
