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
    return Facts(json: writer.output.text)
  }

  private init() {}

  package mutating func text(_ key: StaticString, _ value: String) {
    name(key)
    string(value)
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
    list(key, values) { writer, value in writer.string(value) }
  }

  package mutating func object(
    _ key: StaticString, _ type: StaticString, _ body: (inout FactsWriter) -> Void
  ) {
    name(key)
    object(type, body)
  }

  /// One thing for each of the values.
  package mutating func objects<Value>(
    _ key: StaticString, _ type: StaticString, _ values: [Value],
    _ body: (inout FactsWriter, Value) -> Void
  ) {
    list(key, values) { writer, value in
      writer.object(type) { body(&$0, value) }
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

  private mutating func list<Value>(
    _ key: StaticString, _ values: [Value], _ body: (inout FactsWriter, Value) -> Void
  ) {
    name(key)
    output.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      body(&self, value)
    }
    output.append(UInt8(ascii: "]"))
  }

  private mutating func name(_ key: StaticString) {
    if !isFirst { output.append(UInt8(ascii: ",")) }
    isFirst = false
    output.append(UInt8(ascii: "\""))
    output.append(key)
    output.append(#"":"#)
  }

  private mutating func string(_ value: String) {
    output.append(UInt8(ascii: "\""))
    for scalar in value.unicodeScalars { append(scalar) }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": output.append(#"\""#)
    case "\\": output.append(#"\\"#)
    case "\n": output.append(#"\n"#)
    // `<` and `>` could end the script element or begin a comment in it; the separators end a
    // line of script.
    case "<": output.append(#"\u003c"#)
    case ">": output.append(#"\u003e"#)
    case "&": output.append(#"\u0026"#)
    case "\u{2028}": output.append(#"\u2028"#)
    case "\u{2029}": output.append(#"\u2029"#)
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
    case "\t", "\r": output.append(UInt8(ascii: " "))
    case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": output.append("\u{FFFD}")
    default: for byte in UTF8.encode(scalar) ?? .init() { output.append(byte) }
    }
  }
}
