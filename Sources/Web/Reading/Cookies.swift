package import HTTP

/// What a browser brings back of the cookies that it was given.
package struct Cookies: Sendable {
  /// Nil for a name that is there more often, or whose value no cookie may have.
  private var values: [String: String?] = [:]

  package init(_ request: Request) {
    for line in request.fields.values(of: "Cookie") {
      for pair in line.utf8.split(separator: UInt8(ascii: ";")) { add(pair.trimmed) }
    }
  }

  /// Nil also for a name that is there twice: somebody may have put one beside ours, and nobody can
  /// tell which is.
  package subscript(name: String) -> String? { values[name] ?? nil }

  private mutating func add(_ pair: Substring.UTF8View) {
    let name = pair.prefix { $0 != UInt8(ascii: "=") }
    var value = pair[name.endIndex...].dropFirst()
    guard name.isToken, name.endIndex < pair.endIndex else { return }
    if value.count >= 2, value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\"") {
      value = value.dropFirst().dropLast()
    }
    let isKnown = values.keys.contains(String(Substring(name)))
    let isGood = value.allSatisfy(\.isCookieByte)
    values.updateValue(
      isKnown || !isGood ? nil : String(Substring(value)), forKey: String(Substring(name)))
  }
}

extension UInt8 {
  /// May stand in the value of a cookie: RFC 6265, 4.1.1.
  var isCookieByte: Bool {
    (0x21...0x7E).contains(self) && !#"",;\"#.utf8.contains(self)
  }
}
