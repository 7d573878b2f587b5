/// What the program itself says, made into programs: one for each sentence and language.
package struct Sentences: Sendable {
  /// In the order in which they were asked for.
  package let all: [CompiledSentence]

  package struct CompiledSentence: Sendable {
    package let sentence: any Sentence.Type
    package let needs: TemplateNeeds
    /// By the tag of their language.
    package let programs: [String: Program]
  }

  /// Adds everything that is wrong to `faults`; if anything is, there are no sentences. `place` is
  /// where the messages of a language are, for when one is missing.
  init(
    _ sentences: [any Sentence.Type], messages: [LocaleMessages], place: (String) -> Place,
    faults: inout [Fault]
  ) {
    var found: [Fault] = []
    for sentence in sentences {
      let check = SentenceCheck(sentence, messages, place)
      for fault in check.faults where !found.contains(fault) { found.append(fault) }
    }
    faults += found
    all = found.isEmpty ? sentences.map { CompiledSentence($0, in: messages) } : []
  }

  /// All of them in one language.
  package func spoken(in tag: String) -> SpokenSentences {
    let programs = all.compactMap { each in
      each.programs[tag].map { (ObjectIdentifier(each.sentence), $0) }
    }
    return SpokenSentences(programs: Dictionary(programs) { first, _ in first })
  }

  /// What a page that says this is made of, besides what its template needs.
  package func needs(of sentence: any Sentence.Type) -> TemplateNeeds? { self[sentence]?.needs }

  private subscript(sentence: any Sentence.Type) -> CompiledSentence? {
    let wanted = ObjectIdentifier(sentence)
    return all.first { ObjectIdentifier($0.sentence) == wanted }
  }
}

/// What the program says in one language.
package struct SpokenSentences: Sendable {
  fileprivate let programs: [ObjectIdentifier: Program]

  /// Nil for a sentence that was not asked for.
  package func text<Text: Sentence>(_ sentence: borrowing Text) -> String? {
    guard let program = programs[ObjectIdentifier(Text.self)] else { return nil }
    return SentenceTemplate<Text>(program).text(sentence)
  }
}

extension Sentences.CompiledSentence {
  fileprivate init(_ sentence: any Sentence.Type, in messages: [LocaleMessages]) {
    let arguments = sentence.declared.map { ($0.name, $0.operand) }
    let message = CheckedMessage(
      key: sentence.key, arguments: Dictionary(uniqueKeysWithValues: arguments), slots: [:])
    let page = CheckedTemplate(
      path: sentence.key, role: .page, view: sentence, nodes: [.message(message)])
    var programs: [String: Program] = [:]
    for locale in messages {
      let inliner = Inliner(page, templates: [:], in: locale, isMarkup: false)
      programs[locale.language.tag] = inliner.program(for: sentence)
    }
    self.init(
      sentence: sentence, needs: TemplateNeeds(messages: [sentence.key]), programs: programs)
  }
}

extension DeclaredField {
  /// The field as a template of its view would find it.
  var operand: Operand {
    Operand(origin: .place(variable: 0, offset: offset, depth: 1), kind: kind)
  }
}
