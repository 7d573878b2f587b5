// Names and values of attributes.
extension Markup {
  mutating func readInTag(_ byte: UInt8, at offset: Int, _ source: inout TemplateSource) {
    switch byte {
    case UInt8(ascii: ">"): endTag(isClosed: state == .slash, at: offset, &source)
    case UInt8(ascii: "/") where state != .slash: state = .slash
    case _ where WhiteSpace.isBlank(byte): state = .inTag(isSpaced: true)
    default:
      if byte == UInt8(ascii: "=") {
        source.report(
          offset, found: "= without a name", expected: "the name of an attribute right before it")
      } else if state == .slash {
        source.report(offset, found: "something after /", expected: ">")
      } else if state == .inTag(isSpaced: false) {
        source.report(offset, found: "an attribute right after another", expected: "a space")
      }
      attribute = Attribute(offset: offset)
      state = .attributeName
      readAttributeName(byte, at: offset, &source)
    }
  }

  mutating func readAttributeName(
    _ byte: UInt8, at offset: Int, _ source: inout TemplateSource
  ) {
    switch byte {
    case UInt8(ascii: "="):
      if state == .attributeName { endAttributeName(&source) }
      state = .beforeValue
    case UInt8(ascii: ">"), UInt8(ascii: "/"):
      if state == .attributeName { endAttributeName(&source) }
      checkWithoutValue(&source)
      state = .inTag(isSpaced: true)
      readInTag(byte, at: offset, &source)
    case _ where WhiteSpace.isBlank(byte):
      if state == .attributeName { endAttributeName(&source) }
      state = .afterAttributeName
    case _ where state == .afterAttributeName:
      checkWithoutValue(&source)
      state = .inTag(isSpaced: true)
      readInTag(byte, at: offset, &source)
    default:
      if !Self.isNameByte(byte) {
        source.report(
          offset, found: "“\(Character(Unicode.Scalar(byte)))” in the name of an attribute",
          expected: "letters, digits, - : _ .")
      }
      attribute.nameBytes.append(Self.lowered(byte))
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || Array("-:_.@".utf8).contains(byte)
  }

  /// A value where a name should be: what follows it is read as the rest of the name.
  mutating func takeForName(at offset: Int) {
    guard case .inTag = state else { return }
    attribute = Attribute(offset: offset)
    state = .attributeName
  }

  mutating func endAttributeName(_ source: inout TemplateSource) {
    let name = String(decoding: attribute.nameBytes, as: UTF8.self)
    attribute.name = name
    attribute.place = AttributePlace.of(name, in: tag, isDrawing: isInDrawing)
    if !name.isEmpty, tag.attributes.contains(name) {
      source.report(
        attribute.offset, found: "a second attribute “\(name)”", expected: "each attribute once")
    }
    if tag.attributes.count < TemplateLimits.attributesMax {
      tag.attributes.append(name)
    } else {
      source.report(
        tag.offset, found: "<\(tag.name)> with more than \(tag.attributes.count) attributes",
        expected: "at most \(TemplateLimits.attributesMax)")
    }
    if name.hasPrefix("on") || name == "style" || name == "srcdoc" {
      source.report(
        attribute.offset, found: "the attribute “\(name)”",
        expected: name == "style"
          ? "a class; the site's policy refuses styles in tags"
          : "a script of its own file; the site's policy refuses scripts in tags")
    }
  }

  private func checkWithoutValue(_ source: inout TemplateSource) {
    if attribute.place == .link || attribute.place == .ours {
      source.report(
        attribute.offset, found: "“\(attribute.name)” without a value", expected: "an address")
    }
  }

  /// What a browser could take for a tag if it came to read the value as words: in `noscript` it does.
  private static func maySeemTag(_ bytes: [UInt8], at offset: Int) -> Bool {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    return isLetter(next) || Array("/!?{".utf8).contains(next)
  }

  mutating func readValue(_ byte: UInt8, at offset: Int, _ source: inout TemplateSource) {
    switch (state, byte) {
    case (.beforeValue, UInt8(ascii: "\"")), (.beforeValue, UInt8(ascii: "'")):
      attribute.quote = byte
      state = .value
    case (.beforeValue, _) where WhiteSpace.isBlank(byte): break
    case (.beforeValue, UInt8(ascii: ">")):
      source.report(offset, found: "no value after =", expected: "a value in quotes")
      state = .inTag(isSpaced: true)
      readInTag(byte, at: offset, &source)
    case (.beforeValue, _):
      state = .unquoted
      readValue(byte, at: offset, &source)
    case (.value, attribute.quote):
      endValue(&source)
      state = .inTag(isSpaced: false)
    case (.unquoted, _) where WhiteSpace.isBlank(byte) || byte == UInt8(ascii: ">"):
      endValue(&source)
      state = .inTag(isSpaced: true)
      readInTag(byte, at: offset, &source)
    default:
      if byte == UInt8(ascii: ">") { attribute.mayHaveEnded = true }
      if byte == UInt8(ascii: "<"), Self.maySeemTag(source.bytes, at: offset) {
        if attribute.mayHaveEnded, state == .value { return endUnclosed(at: offset, &source) }
        if source.isShapeLost { return }
        source.report(offset, found: "< in the attribute \(attribute.name)", expected: "&lt;")
      }
      if attribute.started != nil, attribute.isBegun { appendRest(byte, at: offset) }
      if !attribute.isBegun, attribute.beginning.count < Self.beginningMax {
        attribute.beginning.append(byte)
      }
    }
  }

  private mutating func appendRest(_ byte: UInt8, at offset: Int) {
    guard var started = attribute.started, started.rest.count < Self.beginningMax else { return }
    if started.rest.isEmpty { started.restOffset = offset }
    started.rest.append(byte)
    attribute.started = started
  }

  /// A tag begins in a value that has a > before it: what was forgotten is the quote before that.
  private mutating func endUnclosed(at offset: Int, _ source: inout TemplateSource) {
    if !source.isShapeLost { reportUnended(&source) }
    if !attribute.isPlain { source.isShapeLost = true }
    let wasMuted = source.isMuted
    source.isMuted = true
    endTag(isClosed: false, at: offset, &source)
    source.isMuted = wasMuted
    read(source.bytes[offset], at: offset, &source)
  }

  private mutating func endValue(_ source: inout TemplateSource) {
    let isWhole =
      attribute.isPlain && !attribute.isBegun && attribute.beginning.count < Self.beginningMax
    let value = isWhole ? String(decoding: attribute.beginning, as: UTF8.self) : ""
    iconEnded = attribute.started?.icon
    if isWhole, attribute.place == .sources { checkSources(value, &source) }
    switch (tag.name, attribute.name) {
    case ("meta", "http-equiv"):
      tag.isRefresh = value.lowercased() == "refresh"
      if value.isEmpty || !value.utf8.allSatisfy({ Self.isLetter($0) || $0 == UInt8(ascii: "-") }) {
        source.report(
          attribute.offset, found: "http-equiv that is not written out",
          expected: "letters and hyphens, and no marks")
      } else if !SitePolicy.equivalents.contains(value.lowercased()) {
        source.report(
          attribute.offset, found: "http-equiv=\"\(value)\"",
          expected: "refresh or Cache-Control: the site itself says what else there is to say")
      }
      if tag.isRefresh, tag.attributes.contains("content") {
        source.report(
          attribute.offset, found: "http-equiv after content", expected: "http-equiv before it")
      }
    case (_, "id"):
      if isWhole, !value.isEmpty, !ids.insert(value).inserted, !source.isShapeLost {
        source.report(
          attribute.offset, found: "the id “\(value)” again", expected: "each id once in a page")
      }
    case ("form", "method"): tag.isPost = value.lowercased() == "post"
    case ("link", "rel"):
      tag.relations = Set(value.lowercased().split(separator: " ").map(String.init))
    case (_, "formmethod"):
      if value.lowercased() != "get" {
        source.report(
          attribute.offset, found: "formmethod=\"\(value)\"",
          expected: "method=\"post\" of the form, which brings what protects it")
      }
    default: break
    }
    if attribute.place.isAddress, !attribute.isBegun { checkBeginning(isWhole: true, &source) }
  }

  /// The words at the beginning of an address must say where it leads.
  mutating func checkBeginning(isWhole: Bool, _ source: inout TemplateSource) {
    let text = String(decoding: attribute.beginning, as: UTF8.self)
    let isFit =
      attribute.place == .refresh
      ? AttributePlace.isRefresh(text, isWhole: isWhole) : AttributePlace.isAddress(text)
    if isFit {
      checkOrigin(text, &source)
      return
    }
    if tag.name == "form", attribute.name == "action" { tag.formAction = .poisoned }
    let expected =
      attribute.place == .refresh
      ? "seconds and an address, such as 0;url={{ link }}"
      : "https:, http:, mailto:, tel:, /path, #anchor or ?query"
    source.report(
      attribute.offset, found: "the address “\(text)” in “\(attribute.name)”", expected: expected)
  }
}
