/// Makes one program of a page in one language, with all that it includes inside.
final class Inliner {
  let templates: [String: CheckedTemplate]
  let language: Language
  let messages: [String: Message]
  let page: CheckedTemplate
  /// False for a text without markup, in which every character is as it is.
  let isMarkup: Bool
  private(set) var faults: [Fault] = []
  private(set) var needs: TemplateNeeds
  private let parts: PartStamps
  private var nodesLeft = TemplateLimits.nodesMax
  private var depth = 0

  init(
    _ page: CheckedTemplate, templates: [String: CheckedTemplate], in locale: LocaleMessages,
    isMarkup: Bool = true, parts: PartStamps = PartStamps()
  ) {
    self.parts = parts
    self.page = page
    self.isMarkup = isMarkup
    self.templates = templates
    language = locale.language
    messages = locale.messages
    needs = TemplateNeeds()
  }

  func program(for view: any View.Type) -> Program {
    var builder = ProgramBuilder()
    let place = Binding(source: .place(Reference(scope: 0, offset: 0)), kind: .view(view))
    inline(page, Frame(bindings: [0: place]), &builder)
    return builder.program(for: view, in: language)
  }

  private func inline(_ template: CheckedTemplate, _ frame: Frame, _ builder: inout ProgramBuilder)
  {
    needs.templates.insert(template.path)
    guard let layout = template.layout,
      let around = templates["layouts/\(layout.name).html"],
      let view = actual(layout.view, frame)
    else { return inline(template.nodes, frame, &builder) }
    var fills = frame.fills?.named.filter { template.passedOn.contains($0.key) } ?? [:]
    for (name, nodes) in template.fills { fills[name] = Fills.Fill(nodes: nodes, frame: frame) }
    let content = Fills.Fill(nodes: template.nodes, frame: frame)
    let inside = Frame(bindings: [0: view], fills: Fills(content: content, named: fills))
    guard enter(builder) else { return }
    defer { depth -= 1 }
    inline(around, inside, &builder)
  }

  func inline(_ nodes: [CheckedNode], _ frame: Frame, _ builder: inout ProgramBuilder) {
    guard enter(builder) else { return }
    defer { depth -= 1 }
    for node in nodes {
      nodesLeft -= 1
      guard hasRoom(builder) else { return }
      inline(node, frame, &builder)
    }
  }

  /// False when the page has grown too large or too deep.
  private func enter(_ builder: ProgramBuilder) -> Bool {
    guard hasRoom(builder, isDeep: depth >= TemplateLimits.inlinedNestingMax) else { return false }
    depth += 1
    return true
  }

  private func hasRoom(_ builder: ProgramBuilder, isDeep: Bool = false) -> Bool {
    if nodesLeft > 0, builder.weight <= TemplateLimits.programBytesMax, !isDeep { return true }
    if faults.isEmpty {
      faults.append(
        Fault(
          Place(file: page.path), found: "a page that grows without end by what it includes",
          expected:
            "at most \(TemplateLimits.nodesMax) marks, \(TemplateLimits.inlinedNestingMax) inside each other, and \(TemplateLimits.programBytesMax) bytes"
        ))
    }
    return false
  }

  private func inline(_ node: CheckedNode, _ frame: Frame, _ builder: inout ProgramBuilder) {
    switch node {
    case .words(let words): builder.words(words)
    case .show(let operand):
      if let binding = actual(operand, frame) { show(binding, operand.writing, &builder) }
    case .asset(let name, let address):
      needs.assets.insert(name)
      builder.words(written(address))
    case .message(let message): inline(message, frame, &builder)
    case .branch(let test, let operand, let then, let otherwise):
      branch(test, operand, then, otherwise, frame, &builder)
    case .loop(let list, let element, let number, let body, let otherwise):
      loop(list, element, number, body, otherwise, frame, &builder)
    case .match(let subject, let cases, let otherwise):
      match(subject, cases, otherwise, frame, &builder)
    case .include(let part, let bindings, _):
      guard let template = templates["parts/\(part).html"] else { return }
      let inside = Frame(bindings: bindings.compactMapValues { actual($0, frame) })
      guard let stamp = stamp(of: template, inside) else {
        return inline(template, inside, &builder)
      }
      builder.part(parts.stamp(of: part, in: language.tag), of: stamp) {
        self.inline(template, inside, &$0)
      }
    case .content:
      if let fill = frame.fills?.content { inline(fill.nodes, fill.frame, &builder) }
    case .placeholder(let name, let own):
      let fill = frame.fills?.named[name] ?? Fills.Fill(nodes: own, frame: frame)
      inline(fill.nodes, fill.frame, &builder)
    case .wrapped:
      if let wrapped = frame.wrapped {
        inline(wrapped.parts, of: wrapped.message, wrapped.frame, &builder)
      }
    case .facts(let operand):
      builder.words("<script type=\"application/ld+json\">")
      if let binding = actual(operand, frame) { show(binding, .own, &builder) }
      builder.words("</script>")
    case .formToken(let operand, let place): formToken(operand, place, frame, &builder)
    }
  }

  /// Where the stamp of its view lies, if it shows a view that recurs and nothing else.
  private func stamp(of part: CheckedTemplate, _ frame: Frame) -> Reference? {
    guard let view = part.view as? any Recurring.Type, frame.bindings.count == 1,
      case .place(let reference)? = frame.bindings[0]?.source
    else { return nil }
    return reference.field(at: view.stampOffset)
  }

  private func formToken(
    _ operand: Operand, _ place: Place, _ frame: Frame, _ builder: inout ProgramBuilder
  ) {
    if page.view?.isDynamic != true {
      let fault = Fault(
        place,
        found: "a form that changes something on the static page \(page.view?.name ?? "")",
        expected: "it on dynamic pages only")
      if !faults.contains(fault) { faults.append(fault) }
    }
    if case .place(let reference)? = actual(operand, frame)?.source {
      builder.show(reference, as: .formToken)
    }
  }

  func note(message key: String) { needs.messages.insert(key) }
}

/// By what the parts of a theme are known when they are rendered.
final class PartStamps {
  private var stamps: [[String]: Stamp] = [:]

  func stamp(of part: String, in tag: String) -> Stamp {
    let stamp = stamps[[part, tag]] ?? .new()
    stamps[[part, tag]] = stamp
    return stamp
  }
}

/// What a page is made of: when one of these changes, the page does.
package struct TemplateNeeds: Sendable {
  /// By the paths of their files.
  package internal(set) var templates: Set<String> = []
  /// Their keys.
  package internal(set) var messages: Set<String> = []
  package internal(set) var assets: Set<String> = []

  mutating func add(_ other: Self) {
    templates.formUnion(other.templates)
    messages.formUnion(other.messages)
    assets.formUnion(other.assets)
  }
}
