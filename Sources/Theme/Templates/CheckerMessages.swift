// Messages, and what they need.
extension Checker {
  mutating func check(_ block: MessageBlock) -> [CheckedNode] {
    requireFlow("t", at: block.offset)
    let start = markup
    let arguments = block.call.map { check($0, slots: block.slots) } ?? [:]
    var slots: [String: [CheckedNode]] = [:]
    let wasInMessageSlot = isInMessageSlot
    isInMessageSlot = true
    for slot in block.slots {
      guard let name = slot.name, let body = slot.body else { continue }
      let before = source.faults.count
      let nodes = checkInside(body, from: start, "slot").nodes
      slots[name.text] = nodes
      if before == source.faults.count { checkWords(nodes, name) }
    }
    isInMessageSlot = wasInMessageSlot
    guard let call = block.call else { return [] }
    return [.message(CheckedMessage(key: call.key.text, arguments: arguments, slots: slots))]
  }

  /// Nil slots: the message is a value, not a block.
  mutating func check(_ call: MessageCall, slots: [Slot]?) -> [String: Operand] {
    uses.messages.append(.init(key: call.key.text, place: source.place(call.key.offset)))
    var operands: [String: Operand] = [:]
    for argument in call.arguments {
      if operands[argument.name.text] != nil {
        source.report(
          argument.name.offset, found: "\(argument.name.shown) again", expected: "it once")
      }
      operands[argument.name.text] = value(of: argument)
    }
    let messages = surroundings.messages.map { ($0.language.tag, $0.messages[call.key.text]) }
    guard messages.contains(where: { $0.1 != nil }) else {
      reportNoMessage(call.key)
      return operands
    }
    for (tag, message) in messages {
      guard let message else {
        source.report(
          call.key.offset, found: "a message that \(tag) lacks", expected: "it in every language")
        continue
      }
      check(call, slots, operands, against: message, tag)
    }
    return operands
  }

  private mutating func reportNoMessage(_ key: Word) {
    let keys = surroundings.messages.flatMap { Array($0.messages.keys) }
    let topic = key.text.prefix { $0 != "." }
    let near = keys.filter { $0.hasPrefix("\(topic).") }
    source.report(
      key.offset, found: "the message \(key.shown)", expected: "a key of locales/",
      available: nearestFirst(near.isEmpty ? keys : near, to: key.text))
  }

  private mutating func value(of argument: Argument) -> Operand {
    switch argument.value {
    case .path(let path): return resolvePresent(path)
    case .literal(let word):
      switch word.sort {
      case .quoted: return Operand(origin: .words(word.text), kind: .text)
      case .number:
        if let number = Int(word.text) { return Operand(origin: .number(number), kind: .number) }
        source.report(word.offset, found: word.shown, expected: "a smaller number")
        return .poisoned
      case .name, .sign: return Operand(origin: .flag(word.text == "true"), kind: .flag)
      }
    }
  }

  private mutating func check(
    _ call: MessageCall, _ slots: [Slot]?, _ operands: [String: Operand],
    against message: Message, _ tag: String
  ) {
    let values = message.arguments.filter { $0.value != .wrapper }.keys
    let wrappers = message.arguments.filter { $0.value == .wrapper }.keys
    for argument in call.arguments {
      let name = argument.name
      guard let wanted = message.arguments[name.text], wanted != .wrapper else {
        source.report(
          name.offset, found: "the argument \(name.shown)",
          expected: values.isEmpty
            ? "none: \(call.key.shown) takes no arguments" : "an argument of \(call.key.shown)",
          available: nearestFirst(values, to: name.text))
        continue
      }
      guard let operand = operands[name.text], let kind = operand.kind else { continue }
      if case .own = operand.writing, message.takes(operand, kind, as: name.text) { continue }
      source.report(
        argument.valueOffset, found: "a value of kind \(kind.name) for \(name.shown)",
        expected: "\(wanted.described): so the message takes it in \(tag)")
    }
    let missing = values.filter { operands[$0] == nil }.sorted()
    if !missing.isEmpty {
      source.report(
        call.key.offset, found: "\(call.key.shown) without \(missing.joined(separator: ", "))",
        expected: "all its arguments", available: values.sorted())
    }
    check(slots, against: wrappers.sorted(), call)
  }

  private mutating func check(_ slots: [Slot]?, against wrappers: [String], _ call: MessageCall) {
    guard let slots else {
      if wrappers.isEmpty { return }
      source.report(
        call.key.offset, found: "\(call.key.shown), which has words for elements",
        expected: "{% t \(call.key.shown) %} with slots", available: wrappers)
      return
    }
    let names = slots.compactMap(\.name)
    for name in names where !wrappers.contains(name.text) {
      source.report(
        name.offset, found: "the slot \(name.shown)",
        expected: "words that \(call.key.shown) has for elements",
        available: nearestFirst(wrappers, to: name.text))
    }
    let missing = wrappers.filter { wrapper in !names.contains { $0.text == wrapper } }
    if !missing.isEmpty {
      source.report(
        call.key.offset,
        found: "\(call.key.shown) without the slot \(missing.joined(separator: ", "))",
        expected: "a slot for all its words", available: wrappers)
    }
  }
}
