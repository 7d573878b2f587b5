/// What is shown after `icons.svg#` in one file.
struct IconParameters {
  /// The numbers of the variables whose names end up there.
  var variables: Set<Int> = []
}

/// One `include`, as far as the names of icons go through it.
struct IncludedPart {
  let part: String
  let place: Place
  /// By the number of the parameter: the literals.
  var literals: [Int: (text: String, place: Place)] = [:]
  /// By the number of the parameter: the variable of the file that is handed on.
  var variables: [Int: Int] = [:]
}

/// Follows the names of icons from where they are written to where they are shown. A part that
/// shows `icons.svg#` and a parameter needs an icon for it, whoever includes it.
struct IconNames {
  private var includes: [String: [IncludedPart]] = [:]
  private var wanted: [String: Set<Int>] = [:]

  mutating func add(_ key: String, _ file: CheckedFile) {
    includes[key, default: []] += file.includes
    wanted[key] = file.icons.variables
  }

  /// The literals that are no icon.
  func faults(besides icons: Set<String>) -> [Fault] {
    let wanted = handedOn()
    return includes.values.flatMap { parts in
      let faults = Self.faults(in: parts, besides: icons, wanted)
      return TemplateSource.counted(faults)
    }
  }

  private static func faults(
    in parts: [IncludedPart], besides icons: Set<String>, _ wanted: [String: Set<Int>]
  ) -> [Fault] {
    var faults: [Fault] = []
    for include in parts {
      for parameter in wanted["parts/\(include.part).html"] ?? [] {
        guard let literal = include.literals[parameter], !icons.contains(literal.text) else {
          continue
        }
        faults.append(
          Fault(
            literal.place, found: "the icon \"\(literal.text)\"", expected: "a file of icons/",
            available: nearestFirst(icons, to: literal.text)))
      }
    }
    return faults
  }

  /// Also those that a part hands on to another one.
  private func handedOn() -> [String: Set<Int>] {
    var wanted = wanted
    // What is handed on more often is a fault of its own.
    for _ in 0..<TemplateLimits.inlinedNestingMax {
      var hasGrown = false
      for (key, parts) in includes {
        for include in parts {
          for parameter in wanted["parts/\(include.part).html"] ?? [] {
            guard let variable = include.variables[parameter] else { continue }
            if wanted[key, default: []].insert(variable).inserted { hasGrown = true }
          }
        }
      }
      if !hasGrown { break }
    }
    return wanted
  }
}

extension Checker {
  mutating func included(
    _ include: Include, _ part: Signature, _ place: Place, _ bindings: [Int: Operand]
  ) -> IncludedPart {
    var included = IncludedPart(part: include.part.text, place: place)
    for argument in include.arguments {
      guard let id = part.parameters.first(where: { $0.name == argument.name.text })?.id else {
        continue
      }
      switch bindings[id]?.origin {
      case .words(let text):
        included.literals[id] = (text, source.place(argument.valueOffset))
      case .place(let variable, 0, 0): included.variables[id] = variable
      default: break
      }
    }
    return included
  }

  /// What follows `icons.svg#`, in an attribute that has just ended.
  mutating func checkIcon() {
    guard let icon = markup.iconEnded else { return }
    markup.iconEnded = nil
    switch icon {
    case .variable(let variable): icons.variables.insert(variable)
    case .name(let name, let offset):
      guard let known = surroundings.icons, !known.contains(name) else { return }
      source.report(
        offset, found: "the icon “\(name)”", expected: "a file of icons/",
        available: nearestFirst(known, to: name))
    }
  }
}

extension Markup {
  enum Icon {
    case name(String, offset: Int)
    case variable(Int)
  }

  /// An address that began with a file of the theme, and what follows that.
  struct Started {
    let asset: String
    var rest: [UInt8] = []
    var restOffset = 0
    /// How many marks there are in the rest.
    var marks = 0
    var variable: Int?

    /// Nil unless it is nothing but an icon of the sprite.
    var icon: Icon? {
      guard asset == IconNames.sprite, rest.first == UInt8(ascii: "#") else { return nil }
      if marks == 0 {
        return .name(String(decoding: rest.dropFirst(), as: UTF8.self), offset: restOffset + 1)
      }
      return marks == 1 && rest.count == 1 ? variable.map { .variable($0) } : nil
    }
  }

  mutating func start(with asset: Word) {
    guard state == .value else { return }
    tag.assets.insert(AssetUse(name: asset.text, attribute: attribute.name, offset: asset.offset))
    if attribute.beginning.isEmpty, !attribute.isBegun {
      attribute.started = Started(asset: asset.text)
    }
  }

  mutating func note(_ operand: Operand) {
    if case .place(let variable, 0, 0) = operand.origin {
      attribute.started?.variable = variable
    }
  }
}

extension IconNames {
  static let sprite = "icons.svg"
}
