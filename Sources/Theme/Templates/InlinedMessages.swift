// Messages in the language of the program.
extension Inliner {
  func inline(_ message: CheckedMessage, _ frame: Frame, _ builder: inout ProgramBuilder) {
    guard let said = messages[message.key] else { return }
    note(message: message.key)
    inline(said.parts, of: message, frame, &builder)
  }

  func inline(
    _ parts: [Message.Part], of message: CheckedMessage, _ frame: Frame,
    _ builder: inout ProgramBuilder
  ) {
    for part in parts {
      switch part {
      case .words(let words): builder.words(written(words))
      case .value(let name, let style):
        if let binding = binding(name, of: message, frame) {
          show(binding, style.writing, &builder)
        }
      case .plural(let name, let exact, let categories):
        plural(name, exact, categories, message, frame, &builder)
      case .select(let name, let cases): select(name, cases, message, frame, &builder)
      case .wrapped(let name, let parts):
        var inside = frame
        inside.wrapped = Wrapped(parts, of: message, frame)
        inline(message.slots[name] ?? [], inside, &builder)
      }
    }
  }

  private func binding(_ name: String, of message: CheckedMessage, _ frame: Frame) -> Binding? {
    message.arguments[name].flatMap { actual($0, frame) }
  }

  private func plural(
    _ name: String, _ exact: [Int: [Message.Part]],
    _ categories: [PluralCategory: [Message.Part]], _ message: CheckedMessage, _ frame: Frame,
    _ builder: inout ProgramBuilder
  ) {
    func body(_ parts: [Message.Part]) -> ProgramBuilder.Body {
      { self.inline(parts, of: message, frame, &$0) }
    }
    let numbers = exact.sorted { $0.key < $1.key }.map { Case($0.key, body($0.value)) }
    let rest = PluralCategory.allCases.compactMap { category in
      category == .other ? nil : categories[category].map { Case(category, body($0)) }
    }
    let other = categories[.other].map { body($0) }
    switch binding(name, of: message, frame)?.source {
    case .place(let number):
      builder.plural(number, exact: numbers, categories: rest, other: other)
    case .count(let list, let type):
      builder.plural(ofCount: list, type, exact: numbers, categories: rest, other: other)
    case .number(let number):
      let category = language.plurals.category(of: number)
      let parts = exact[number] ?? categories[category] ?? categories[.other] ?? []
      inline(parts, of: message, frame, &builder)
    default: break
    }
  }

  private func select(
    _ name: String, _ cases: [String?: [Message.Part]], _ message: CheckedMessage,
    _ frame: Frame, _ builder: inout ProgramBuilder
  ) {
    func body(_ parts: [Message.Part]?) -> ProgramBuilder.Body {
      { self.inline(parts ?? [], of: message, frame, &$0) }
    }
    let other = cases[nil]
    guard let binding = binding(name, of: message, frame) else { return }
    switch (binding.source, binding.kind) {
    case (.place(let place), .choice(let choice)?):
      let positions = choice.cases.enumerated().compactMap { position, each in
        cases[each.name].map { parts in
          (position, { (builder: inout ProgramBuilder, _: Int) in body(parts)(&builder) })
        }
      }
      builder.match(place, choice, positions: positions, other: other.map { body($0) })
    case (.place(let place), .flag?):
      builder.branch(
        on: place, .isSo, then: body(cases["true"] ?? other),
        otherwise: body(cases["false"] ?? other))
    case (.place(let place), .token?):
      let names = cases.compactMap { each in each.key.map { ($0, each.value) } }
        .sorted { $0.0 < $1.0 }
      builder.select(
        place, names: names.map { Case($0.0, body($0.1)) }, other: other.map { body($0) })
    case (.words(let word), _): body(cases[word] ?? other)(&builder)
    case (.flag(let flag), _): body(cases[String(flag)] ?? other)(&builder)
    default: break
    }
  }
}

extension Message.Style {
  fileprivate var writing: Operand.Writing {
    switch self {
    case .compact: .compact
    case .price: .price
    case .month: .month
    default: .own
    }
  }
}
