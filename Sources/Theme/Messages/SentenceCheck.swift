/// Holds one sentence against its message in every language. Nobody who writes messages can change
/// what the program brings, so all that is wrong is told where the message stands or should stand.
struct SentenceCheck {
  private let sentence: any Sentence.Type
  private(set) var faults: [Fault] = []

  init(
    _ sentence: any Sentence.Type, _ messages: [LocaleMessages], _ place: (String) -> Place
  ) {
    self.sentence = sentence
    let lacking = messages.filter { $0.messages[sentence.key] == nil }
    // A message that no language has is one fault: the other languages follow the first.
    for locale in lacking.count == messages.count ? lacking.prefix(1) : lacking[...] {
      reportNoMessage(in: locale, at: place(locale.language.tag))
    }
    for locale in messages {
      if let message = locale.messages[sentence.key] { check(message) }
    }
  }

  private mutating func reportNoMessage(in locale: LocaleMessages, at place: Place) {
    faults.append(
      Fault(
        place, found: "no message “\(sentence.key)” in \(locale.language.tag)",
        expected: "one: \(sentence.name) says it",
        available: near(locale.messages.keys, to: sentence.key)))
  }

  private mutating func check(_ message: Message) {
    for (name, argument) in message.arguments.sorted(by: { $0.key < $1.key }) {
      check(name, argument, of: message)
    }
  }

  private mutating func check(_ name: String, _ argument: Message.Argument, of message: Message) {
    let key = "“\(message.key)”"
    if argument == .wrapper {
      return report(
        message, found: "words in the element <\(name)> in \(key)",
        expected: "a text without elements: \(sentence.name) is no part of a page")
    }
    guard let field = sentence.declared.first(where: { $0.name == name }) else {
      let names = sentence.declared.map(\.name)
      return report(
        message, found: "the argument “\(name)” in \(key)",
        expected: names.isEmpty
          ? "none: \(sentence.name) has no fields" : "a field of \(sentence.name)",
        available: nearestFirst(names, to: name))
    }
    if message.takes(field.operand, field.kind, as: name) { return }
    report(
      message, found: "“\(name)” as \(argument.told) in \(key)",
      expected: "what \(sentence.name) brings: \(field.kind.brought)")
  }

  private mutating func report(
    _ message: Message, found: String, expected: String, available: [String] = []
  ) {
    faults.append(Fault(message.place, found: found, expected: expected, available: available))
  }
}

extension Kind {
  /// In a fault, with the cases of a choice.
  fileprivate var brought: String {
    guard case .choice(let choice) = self else { return "a value of kind \(name)" }
    return "one of \(choice.cases.map(\.name).joined(separator: ", "))"
  }
}
