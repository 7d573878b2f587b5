import Theme

/// Writes the layout of Hugo that makes the same of a page as an outline.
struct HugoLayout {
  /// What the partials of a layout are called, by what they are.
  typealias Partials = [String: String]

  /// By this an element refers to what is the same wherever it stands.
  static let part = "part"

  private let tag: String
  private var partials: Partials
  private var text: String

  static func write(
    _ outline: Outline, in tag: String, _ partials: inout Partials
  ) -> String {
    var layout = HugoLayout(in: tag, partials, "{{ $t0 := .Params.page }}")
    layout.writeCaching(outline.steps)
    partials = layout.partials
    return layout.text
  }

  private init(in tag: String, _ partials: Partials, _ text: String = "") {
    self.tag = tag
    self.partials = partials
    self.text = #"{{ $site := index site.Params.languages "\#(tag.lowercased())" }}"# + text
  }

  /// What is the same on all pages and takes a loop to write, Hugo makes once for each language.
  private mutating func writeCaching(_ steps: [Outline.Step]) {
    for step in steps {
      guard step.isLoop, step.isShared else {
        write(step)
        continue
      }
      text += "{{ partialCached \"\(partial(of: [step]))\" . }}"
    }
  }

  /// Its name. Where two are the same, there is one.
  private mutating func partial(of steps: [Outline.Step], _ beginning: String = "") -> String {
    var partial = HugoLayout(in: tag, partials, beginning)
    partial.write(steps)
    partials = partial.partials
    let name = partials[partial.text] ?? "\(partials.count)-\(tag.lowercased()).html"
    partials[partial.text] = name
    return name
  }

  private mutating func write(_ steps: [Outline.Step]) {
    for step in steps { write(step) }
  }

  private mutating func write(_ step: Outline.Step) {
    switch step {
    case .words(let words):
      text += String(decoding: words, as: UTF8.self).replacing("{{", with: #"{{ "{{" }}"#)
    case .show(let spot, let form):
      text += "{{ \(spot.place(spot.key(form)))\(form.trust) }}"
    case .branch(let spot, let question, let then, let otherwise):
      text += "{{ if \(spot.place(spot.key(question, then: then))) }}"
      write(then)
      if !otherwise.isEmpty {
        text += "{{ else }}"
        write(otherwise)
      }
      text += "{{ end }}"
    case .loop(let list, _, let scope, let body):
      text += "{{ range $t\(scope) := \(list.place(list.name)) }}"
      write(body)
      text += "{{ end }}"
    case .choose(let spot, _, let branches): write(branches, of: spot)
    case .part(let thing, let steps):
      let name = partial(of: steps, "{{ $t\(thing) := index site.Data.parts . }}")
      let part = "$t\(thing).\(Self.part)"
      text += "{{ partialCached \"\(name)\" \(part) \(part) }}"
    }
  }

  private mutating func write(_ branches: [Outline.Branch], of spot: Spot) {
    var isOpen = false
    for branch in branches {
      if let key = spot.key(branch) {
        text += "{{ \(isOpen ? "else " : "")if \(spot.place(key)) }}"
        isOpen = true
      } else if isOpen {
        text += "{{ else }}"
      }
      write(branch.steps)
    }
    if isOpen { text += "{{ end }}" }
  }
}

extension Spot {
  fileprivate func place(_ key: String) -> String { "\(isShared ? "$site" : "$t\(thing)").\(key)" }
}

extension Form {
  /// What only we can have made; Hugo escapes everything else.
  fileprivate var trust: String {
    switch self {
    case .html: " | safeHTML"
    case .facts: " | safeJS"
    default: ""
    }
  }
}

extension Outline.Step {
  fileprivate var isLoop: Bool { if case .loop = self { true } else { false } }

  /// It needs nothing but what all pages share.
  fileprivate var isShared: Bool { needsOnly([]) }

  /// Nothing but that, and the elements of loops that are open.
  private func needsOnly(_ things: Set<Int>) -> Bool {
    func isKnown(_ spot: Spot) -> Bool { spot.isShared || things.contains(spot.thing) }
    switch self {
    case .words: return true
    case .show(let spot, _): return isKnown(spot)
    case .branch(let spot, _, let then, let otherwise):
      return isKnown(spot) && (then + otherwise).allSatisfy { $0.needsOnly(things) }
    case .loop(let list, _, let scope, let body):
      return isKnown(list) && body.allSatisfy { $0.needsOnly(things.union([scope])) }
    case .choose(let spot, _, let branches):
      return isKnown(spot) && branches.flatMap(\.steps).allSatisfy { $0.needsOnly(things) }
    case .part(_, let steps): return steps.allSatisfy { $0.needsOnly(things) }
    }
  }
}
