/// What a `Content-Type` says.
package struct MediaType: Hashable, Sendable {
  package struct Parameter: Hashable, Sendable {
    /// In small letters.
    package let name: String
    package let value: String
  }

  /// In small letters, such as `text/html`.
  package let type: String
  package let parameters: [Parameter]

  /// Nil when it cannot be read, or names a parameter twice.
  package init?(_ field: String) { self.init(Array(field.utf8)[...]) }

  init?(_ field: ArraySlice<UInt8>) {
    var scanner = FieldScanner(field.trimmed)
    guard let group = scanner.name(), scanner.skip("/"), let kind = scanner.name() else {
      return nil
    }
    var parameters: [Parameter] = []
    scanner.skipBlanks()
    while !scanner.isAtEnd {
      guard scanner.skip(";") else { return nil }
      scanner.skipBlanks()
      // RFC 9110 allows that nothing stands there, 5.6.6.
      if scanner.isAtEnd || scanner.isAt(";") { continue }
      guard let name = scanner.name(), scanner.skip("="),
        let value = scanner.value(.backslash), !parameters.contains(where: { $0.name == name })
      else { return nil }
      parameters.append(Parameter(name: name, value: value))
      scanner.skipBlanks()
    }
    type = "\(group)/\(kind)"
    self.parameters = parameters
  }

  package subscript(name: String) -> String? {
    parameters.first { $0.name == name }?.value
  }
}
