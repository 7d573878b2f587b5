// How values are written.
extension Inliner {
  func show(
    _ binding: Binding, _ writing: Operand.Writing, _ builder: inout ProgramBuilder
  ) {
    switch binding.source {
    case .place(let reference):
      if let kind = binding.kind { show(reference, kind, writing, &builder) }
    case .count(let list, let type):
      builder.showCount(of: list, type) { number in
        switch writing {
        case .plain: .plainCount(number)
        case .compact: .compactCount(number)
        default: .count(number)
        }
      }
    case .words(let words): builder.words(written(words))
    case .number(let number): builder.words(written(number, writing))
    case .flag, .nothing: break
    }
  }

  private func show(
    _ reference: Reference, _ kind: Kind, _ writing: Operand.Writing,
    _ builder: inout ProgramBuilder
  ) {
    switch kind {
    case .said:
      show(at(MemoryLayout<Said>.offset(of: \.text), in: reference), as: .text, &builder)
    case .link:
      show(at(MemoryLayout<Link>.offset(of: \.text), in: reference), as: .text, &builder)
    case .form:
      let text = MemoryLayout<FormAddress>.offset(of: \.action.text)
      show(at(text, in: reference), as: .text, &builder)
    case .choice(let choice):
      let names = choice.cases.map { self.written($0.name) }
      let positions = names.indices.map { position in
        (position, { (builder: inout ProgramBuilder, _: Int) in builder.words(names[position]) })
      }
      builder.match(reference, choice, positions: positions, other: nil)
    default:
      if let form = Form(kind, writing) { show(reference, as: form, &builder) }
    }
  }

  private func show(_ reference: Reference, as form: Form, _ builder: inout ProgramBuilder) {
    builder.show(reference, as: isMarkup ? form : form.withoutMarkup)
  }

  private func at(_ offset: Int?, in reference: Reference) -> Reference {
    guard let offset else { preconditionFailure("a field that is not stored") }
    return reference.field(at: offset)
  }

  /// The same as the program would write.
  func written(_ text: String) -> [UInt8] {
    guard isMarkup else { return Array(text.utf8) }
    var output = Output(capacity: 256)
    output.escape(text)
    return output.withBytes { Array($0) }
  }

  private func written(_ number: Int, _ writing: Operand.Writing) -> [UInt8] {
    var output = Output(capacity: 64)
    switch writing {
    case .plain: output.append(plain: number)
    case .compact: language.formats.write(compact: number, into: &output)
    default: language.formats.write(number, into: &output)
    }
    return output.withBytes { Array($0) }
  }
}

extension Form {
  /// Nil for what is not shown.
  fileprivate init?(_ kind: Kind, _ writing: Operand.Writing) {
    switch (kind, writing) {
    case (.text, _): self = .text
    // It too is nothing but a text without signs that mean anything in HTML.
    case (.token, _), (.path, _): self = .token
    case (.html, _): self = .html
    case (.facts, _): self = .facts
    case (.sources, _): self = .sources
    case (.number, .plain): self = .plainNumber
    case (.number, .compact): self = .compact
    case (.number, _): self = .number
    case (.figure, .plain): self = .plainFigure
    case (.figure, _): self = .figure
    case (.money, .plain): self = .plainMoney
    case (.money, .price): self = .price
    case (.money, .currency): self = .currency
    case (.money, _): self = .money
    case (.day, .iso): self = .isoDay
    case (.day, .month): self = .month
    case (.day, .year): self = .year
    case (.day, _): self = .day
    case (.moment, .iso): self = .isoMoment
    case (.moment, _): self = .moment
    case (.list(.text, _), _): self = .list
    default: return nil
    }
  }

  /// In a text that is no part of a page.
  fileprivate var withoutMarkup: Form {
    switch self {
    case .text: .textAsIs
    case .list: .listAsIs
    default: self
    }
  }
}
