/// Writes linked data: JSON that can stand in a script element, whatever people have written.
///
///     let facts = FactsWriter.facts("Product") { product in
///       product.text("name", gig.title)
///       product.object("brand", "Brand") { $0.text("name", seller.name) }
///     }
package struct FactsWriter: ~Copyable {
  private var output = Output(capacity: 2048)
  private var isFirst = true

  /// A thing of schema.org, by its type.
  package static func facts(_ type: StaticString, _ body: (inout FactsWriter) -> Void) -> Facts {
    var writer = FactsWriter()
    writer.output.append(#"{"@context":"https://schema.org","@type":""#)
    writer.output.append(type)
    writer.output.append(UInt8(ascii: "\""))
    writer.isFirst = false
    body(&writer)
    writer.output.append(UInt8(ascii: "}"))
    return Facts(bytes: writer.output.bytes)
  }

  private init() {}

  package mutating func text(_ key: StaticString, _ value: String) {
    name(key)
    quoted(value)
  }

  /// A text of two parts, such as an address.
  package mutating func text(_ key: StaticString, _ first: Substring, _ then: String) {
    name(key)
    output.append(UInt8(ascii: "\""))
    string(first)
    string(then)
    output.append(UInt8(ascii: "\""))
  }

  package mutating func number(_ key: StaticString, _ value: Int) {
    name(key)
    output.append(plain: value)
  }

  package mutating func figure(_ key: StaticString, _ value: Figure) {
    name(key)
    output.append(plain: value)
  }

  package mutating func amount(_ key: StaticString, _ value: Amount) {
    name(key)
    output.append(plain: value)
  }

  package mutating func day(_ key: StaticString, _ value: Day) {
    name(key)
    output.append(UInt8(ascii: "\""))
    output.append(iso: value)
    output.append(UInt8(ascii: "\""))
  }

  package mutating func texts(_ key: StaticString, _ values: [String]) {
    list(key, count: values.count) { writer, place in writer.quoted(values[place]) }
  }

  package mutating func object(
    _ key: StaticString, _ type: StaticString, _ body: (inout FactsWriter) -> Void
  ) {
    name(key)
    object(type, body)
  }

  /// So many things; each is told its place.
  package mutating func objects(
    _ key: StaticString, _ type: StaticString, count: Int,
    _ body: (inout FactsWriter, Int) -> Void
  ) {
    list(key, count: count) { writer, place in
      writer.object(type) { body(&$0, place) }
    }
  }
}

extension FactsWriter {
  private mutating func object(_ type: StaticString, _ body: (inout FactsWriter) -> Void) {
    output.append(#"{"@type":""#)
    output.append(type)
    output.append(UInt8(ascii: "\""))
    isFirst = false
    body(&self)
    output.append(UInt8(ascii: "}"))
    isFirst = false
  }

  private mutating func list(
    _ key: StaticString, count: Int, _ body: (inout FactsWriter, Int) -> Void
  ) {
    name(key)
    output.append(UInt8(ascii: "["))
    for place in 0..<count {
      if place > 0 { output.append(UInt8(ascii: ",")) }
      body(&self, place)
    }
    output.append(UInt8(ascii: "]"))
  }

  private mutating func name(_ key: StaticString) {
    output.append(isFirst ? "\"" : ",\"")
    isFirst = false
    output.append(key)
    output.append(#"":"#)
  }

  private mutating func quoted(_ value: String) {
    output.append(UInt8(ascii: "\""))
    string(value)
    output.append(UInt8(ascii: "\""))
  }

  private mutating func string(_ value: String) {
    value.withBytes {
      output.append($0, watching: .ofMarkup) { Change(inFacts: $0, of: $1) }
    }
  }

  private mutating func string(_ value: Substring) {
    value.utf8Span.span.withUnsafeBufferPointer {
      output.append($0, watching: .ofMarkup) { Change(inFacts: $0, of: $1) }
    }
  }
}

extension Change {
  fileprivate init?(inFacts index: Int, of bytes: UnsafeBufferPointer<UInt8>) {
    switch bytes[index] {
    case UInt8(ascii: "\""): self.init(1, #"\""#)
    case UInt8(ascii: "\\"): self.init(1, #"\\"#)
    case UInt8(ascii: "\n"): self.init(1, #"\n"#)
    // `<` and `>` could end the script element or begin a comment in it; the separators end a
    // line of script.
    case UInt8(ascii: "<"): self.init(1, #"\u003c"#)
    case UInt8(ascii: ">"): self.init(1, #"\u003e"#)
    case UInt8(ascii: "&"): self.init(1, #"\u0026"#)
    case UInt8(ascii: "'"): return nil
    case UInt8(ascii: "\t"), UInt8(ascii: "\r"): self.init(1, " ")
    case 0..<0x20, 0x7F: self.init(1, "\u{FFFD}")
    case 0xE2 where bytes.byte(after: index) == 0x80 && bytes.byte(after: index + 1) == 0xA8:
      self.init(3, #"\u2028"#)
    case 0xE2 where bytes.byte(after: index) == 0x80 && bytes.byte(after: index + 1) == 0xA9:
      self.init(3, #"\u2029"#)
    default: self.init(ofSign: index, of: bytes)
    }
  }
}
