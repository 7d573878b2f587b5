/// One file of a theme, from its bytes to its tree, and to what is known of it before any is checked.
struct TemplateFile {
  let key: String
  let role: TemplateRole
  let name: String
  var source: TemplateSource
  let tree: TemplateTree
  /// The view that it shows; nil when it shows none, or when that could not be told.
  private(set) var view: (any View.Type)?
  /// Its head is whole.
  private(set) var isHeadKnown = true
  private(set) var parameters: [Signature.Parameter] = []
  private var isReadable = true

  /// Nil for a file that is no template.
  init?(_ key: String, _ file: SourceFile, _ directory: ViewDirectory) {
    guard let (role, name) = TemplateRole.split(key) else { return nil }
    self.key = key
    self.role = role
    self.name = name
    source = TemplateSource(file)
    guard source.isReadable() else {
      tree = TemplateTree()
      isHeadKnown = false
      isReadable = false
      return
    }
    var parser = Parser(source, role: role)
    tree = parser.read()
    source = parser.source
    isHeadKnown = !parser.isHeadBroken
    resolveView(directory)
    resolveParameters(directory)
  }

  var isChecked: Bool { isReadable }

  private mutating func resolveView(_ directory: ViewDirectory) {
    guard let word = tree.view else {
      if role != .part { isHeadKnown = false }
      if role != .part, let parameter = tree.parameters.first {
        source.report(
          parameter.name.offset, found: "a \(role.noun) without a view",
          expected: "the name of a view first")
      }
      return
    }
    if let known = role == .page ? directory.page(word.text) : directory.views[word.text] {
      view = known
      return
    }
    isHeadKnown = false
    let names = role == .page ? directory.pages.map { $0.name } : Array(directory.views.keys)
    source.report(
      word.offset, found: "the view \(word.shown)",
      expected: role == .page ? "a view of a page" : "a view",
      available: nearestFirst(names, to: word.text))
  }

  private mutating func resolveParameters(_ directory: ViewDirectory) {
    for (index, parameter) in tree.parameters.enumerated() {
      if role != .part {
        source.report(
          parameter.name.offset, found: "a parameter of a \(role.noun)",
          expected: "parameters of parts only")
        continue
      }
      let kind = directory.kind(named: parameter.kind.text)
      if kind == nil {
        source.report(
          parameter.kind.offset, found: "the kind \(parameter.kind.shown)",
          expected: "a kind or a view",
          available: nearestFirst(directory.kindNames, to: parameter.kind.text))
      }
      parameters.append(
        Signature.Parameter(
          name: parameter.name.text, id: index + 1, kind: kind,
          isOptional: parameter.isOptional))
    }
  }

  var signature: Signature {
    Signature(path: source.file.path, view: view, isKnown: isHeadKnown, parameters: parameters)
  }
}

/// What checking one file gives.
struct CheckedFile {
  let template: CheckedTemplate
  let shape: LayoutShape
  let uses: TemplateUses
  let includes: [IncludedPart]
  let icons: IconParameters
  let faults: [Fault]
}

extension TemplateFile {
  func checked(in surroundings: Surroundings) -> CheckedFile {
    var checker = Checker(source, role: role, view: view, in: surroundings)
    checker.scope.isOpen = !isHeadKnown
    for (word, parameter) in zip(tree.parameters.map(\.name), parameters) {
      let kind = parameter.kind.map {
        parameter.isOptional ? Kind.optional($0, Optional<Bool>.self) : $0
      }
      _ = checker.declare(word, kind)
    }
    var template = CheckedTemplate(path: source.file.path, role: role, view: view)
    if let word = tree.layout, let shape = surroundings.layouts[word.text] {
      (template.nodes, template.fills) = checker.checkIn(shape, named: word.text, tree.body)
      template.layout = checker.layout(word, shape)
      template.passedOn = Set(shape.slots.keys)
        .subtracting(template.fills.keys).subtracting(checker.shape.slots.keys)
      for slot in template.passedOn { checker.shape.slots[slot] = shape.slots[slot] }
    } else {
      // A layout that is not there was reported; its slots are not looked at.
      if tree.layout != nil { checker.source.isMuted = true }
      template.nodes = checker.checkAll(tree.body)
      checker.source.isMuted = false
    }
    if role == .layout, checker.shape.content == nil, !checker.source.isShapeLost {
      checker.source.report(
        0, found: "a layout without {% slot %}", expected: "a place for the page")
    }
    return CheckedFile(
      template: template, shape: checker.shape, uses: checker.uses, includes: checker.includes,
      icons: checker.icons,
      faults: checker.source.told)
  }
}

extension Checker {
  /// The one field of the view that the layout shows.
  mutating func layout(_ word: Word, _ layout: LayoutShape) -> CheckedLayout? {
    guard let wanted = layout.view, let view = scope.view else { return nil }
    if wanted == view {
      return CheckedLayout(
        name: word.text,
        view: Operand(origin: .place(variable: 0, offset: 0, depth: 0), kind: .view(view)))
    }
    let fields = view.declared.filter { Kind.view(wanted).takes($0.kind) }
    guard fields.count == 1, let field = fields.first else {
      source.report(
        word.offset, found: "\(fields.count) fields of kind \(wanted.name) in \(view.name)",
        expected: "one, for the layout \(word.shown) (\(layout.path))",
        available: fields.map(\.name))
      return nil
    }
    let operand = scope.find(field.name)
    return operand.map { CheckedLayout(name: word.text, view: $0) }
  }
}
