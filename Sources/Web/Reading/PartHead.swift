/// What stands above the content of a part of a form.
struct PartHead {
  let name: String
  let fileName: String?
  let type: MediaType?

  /// The lines without the end of the last one. Nil when they are not as browsers write them; what
  /// else they say is of no interest.
  init?(_ lines: ArraySlice<UInt8>) {
    var disposition: Disposition?
    var type: MediaType?
    var rest = lines
    while !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\r") }
      rest = rest[line.endIndex...]
      if !rest.isEmpty {
        guard rest.starts(with: "\r\n".utf8), rest.count > 2 else { return nil }
        rest = rest.dropFirst(2)
      }
      guard let (name, value) = Self.field(line) else { return nil }
      switch name {
      case "content-disposition":
        guard disposition == nil, let read = Disposition(value) else { return nil }
        disposition = read
      case "content-type":
        guard type == nil, let read = MediaType(value) else { return nil }
        type = read
      // Content that is written otherwise would be taken for what it is not.
      case "content-transfer-encoding", "content-encoding":
        return nil
      default: break
      }
    }
    guard let disposition else { return nil }
    (name, fileName) = (disposition.name, disposition.fileName)
    self.type = type
  }

  private static func field(
    _ line: ArraySlice<UInt8>
  ) -> (name: String, value: ArraySlice<UInt8>)? {
    let name = line.prefix { $0 != UInt8(ascii: ":") }
    let value = line[name.endIndex...].dropFirst().trimmed
    guard name.isToken, name.endIndex < line.endIndex,
      value.allSatisfy({ !$0.isControl || $0 == UInt8(ascii: "\t") }),
      let name = name.lowercasedText
    else { return nil }
    return (name, value)
  }
}

private struct Disposition {
  let name: String
  let fileName: String?

  init?(_ value: ArraySlice<UInt8>) {
    var scanner = FieldScanner(value)
    guard scanner.name() == "form-data" else { return nil }
    var parameters: [String: String] = [:]
    while !scanner.isAtEnd {
      scanner.skipBlanks()
      guard scanner.skip(";") else { return nil }
      scanner.skipBlanks()
      // RFC 7578 forbids `filename*`, which would be a second name for the same file.
      guard let parameter = scanner.name(), !parameter.contains("*"), scanner.skip("="),
        let text = scanner.value(.percent), !text.utf8.contains(0),
        parameters.updateValue(text, forKey: parameter) == nil
      else { return nil }
    }
    guard let name = parameters["name"] else { return nil }
    (self.name, fileName) = (name, parameters["filename"])
  }
}
