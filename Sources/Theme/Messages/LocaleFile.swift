/// `locale.txt` as it is read: every line is there once and no other, and only `openGraph` may be
/// missing.
struct LocaleFile {
  let info: LocaleInfo
  let faults: [Fault]
  /// Where its hreflang stands.
  let hreflangPlace: Place

  private static let needed = ["name", "hreflang", "direction"]
  private static let names = needed + ["openGraph"]

  init(_ file: SourceFile, tag: String) {
    var faults = MessageFaults(file)
    let bytes = MessageBytes.readable(file, faults: &faults)
    var values: [String: (text: String, offset: Int)] = [:]
    for entry in MessageLines(bytes, faults: &faults).entries {
      let name = String(decoding: bytes[entry.key], as: UTF8.self)
      let start = entry.key.lowerBound
      if !Self.names.contains(name) {
        faults.add(
          at: start, found: "the line \(quoted(name))", expected: "a line of locale.txt",
          available: nearestFirst(Self.names, to: name))
      } else if values[name] != nil {
        faults.add(at: start, found: "the line “\(name)” again", expected: "it once")
      } else {
        let text = MessageText(entry.lines, of: bytes).bytes
        values[name] = (String(decoding: text, as: UTF8.self), entry.start)
        if text.isEmpty { faults.add(at: entry.start, found: "nothing", expected: "words after =") }
      }
    }
    for name in Self.needed where values[name] == nil {
      faults.add(at: 0, found: "no line “\(name)”", expected: "\(name) = …")
    }
    info = Self.info(tag, values, &faults)
    hreflangPlace = faults.place(at: values["hreflang"]?.offset ?? 0)
    self.faults = faults.told
  }

  private static func info(
    _ tag: String, _ values: [String: (text: String, offset: Int)], _ faults: inout MessageFaults
  ) -> LocaleInfo {
    var direction = LocaleInfo.Direction.ltr
    if let (text, offset) = values["direction"], !text.isEmpty {
      if let said = LocaleInfo.Direction(rawValue: text) {
        direction = said
      } else {
        faults.add(
          at: offset, found: quoted(text), expected: "a direction",
          available: LocaleInfo.Direction.allCases.map(\.rawValue))
      }
    }
    if let (text, offset) = values["hreflang"], !text.isEmpty, !LocaleInfo.isTag(text) {
      faults.add(
        at: offset, found: quoted(text), expected: "the tag of a language such as en or zh-CN")
    }
    if let (text, offset) = values["openGraph"], !text.isEmpty, !LocaleInfo.isOpenGraph(text) {
      faults.add(
        at: offset, found: quoted(text), expected: "a language and a region such as zh_CN or en_US")
    }
    return LocaleInfo(
      tag: tag, name: values["name"]?.text ?? tag, hreflang: values["hreflang"]?.text ?? tag,
      direction: direction, openGraph: values["openGraph"]?.text)
  }
}
