import Web

/// The bytes as a form, and as what else stands in addresses and fields.
enum FormFuzz {
  static func read(_ bytes: [UInt8]) {
    readForm(bytes)
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    readSegment(text)
    readType(text)
    let tags = ["zh-CN", "en", "zh-TW"]
    if let tag = AcceptedLanguages.best(of: tags, text), !tags.contains(tag) { fail(tag) }
  }

  /// What was read is read again when it is written once more.
  private static func readForm(_ bytes: [UInt8]) {
    guard let form = try? FormFields(body: bytes) else { return }
    let written = form.pairs.map { "\(escaped($0.name))=\(escaped($0.value))" }
    guard let again = try? FormFields(query: written.joined(separator: "&")) else {
      fail("refused: \(written)")
    }
    if !again.pairs.elementsEqual(form.pairs, by: isSame) { fail("another form: \(written)") }
    for pair in form.pairs {
      let isText = !pair.name.utf8.contains(0) && !pair.value.utf8.contains(0)
      if !isText || pair.value.utf8.contains(13) { fail("no text: \(pair)") }
      if !form.values(of: pair.name).contains(pair.value) { fail("not found: \(pair)") }
    }
  }

  private static func isSame(_ one: FormFields.Pair, _ other: FormFields.Pair) -> Bool {
    one.name.utf8.elementsEqual(other.name.utf8) && one.value.utf8.elementsEqual(other.value.utf8)
  }

  private static func readSegment(_ text: String) {
    guard let segment = Percent.decoded(segment: text) else { return }
    if segment.utf8.contains(0) || segment.utf8.contains(0x2F) { fail("a step: \(segment)") }
    let again = Percent.decoded(segment: escaped(segment))
    if again?.utf8.elementsEqual(segment.utf8) != true { fail("another segment: \(segment)") }
  }

  private static func readType(_ text: String) {
    guard let type = MediaType(text) else { return }
    let parameters = type.parameters.map { parameter in
      let value = parameter.value.utf8.reduce(into: [UInt8]()) { value, byte in
        value += "\"\\".utf8.contains(byte) ? [UInt8(ascii: "\\"), byte] : [byte]
      }
      return "; \(parameter.name)=\"\(String(decoding: value, as: UTF8.self))\""
    }
    if MediaType(type.type + parameters.joined()) != type { fail("another type: \(type)") }
  }

  private static func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
    }.joined()
  }
}
