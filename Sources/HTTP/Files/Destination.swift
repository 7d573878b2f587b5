/// Where an address of the site leads, as far as the address alone can tell.
enum Destination: Equatable {
  /// A file below the site's folder, by the names on the way: none for the first page.
  case place([String])
  /// The same place by its right address.
  case elsewhere(String)
  /// No file has such an address. The first name tells the language of whoever asked.
  case nowhere(first: String?)
  /// No address at all.
  case unreadable

  init(target: String) {
    guard let path = Self.path(of: target) else {
      self = .unreadable
      return
    }
    let query = target.drop { $0 != "?" }
    var names: [String] = []
    var isNowhere = false
    for encoded in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let bytes = Self.decoded(encoded) else {
        self = .unreadable
        return
      }
      let name = String(validating: bytes, as: UTF8.self)
      isNowhere = isNowhere || !(name?.isFit ?? false)
      names.append(name ?? "")
    }
    let isFolder = names.last?.isEmpty ?? false
    if isFolder { names.removeLast() }
    let hidden = names.enumerated().contains { place, name in
      name.utf8.first == UInt8(ascii: ".") && !(place == 0 && name == ".well-known")
    }
    guard !isNowhere, !hidden, !names.contains("") else {
      self = .nowhere(first: names.first.flatMap { $0.isWord ? $0 : nil })
      return
    }
    self = Self.tidied(names, isFolder: isFolder, query: query)
  }

  /// Pages have addresses without an ending and without a slash behind them.
  private static func tidied(
    _ names: [String], isFolder: Bool, query: Substring
  ) -> Destination {
    var tidy = names
    while let last = tidy.last, last.hasSuffix(".html") {
      tidy[tidy.count - 1] = String(last.dropLast(5))
    }
    if tidy == ["index"] { tidy = [] }
    guard tidy != names || (isFolder && !names.isEmpty) else { return .place(names) }
    return .elsewhere("/" + tidy.map(encoded).joined(separator: "/") + query)
  }

  /// What stands before the question mark; nil if that does not begin at the root. Proxies send the
  /// whole address.
  private static func path(of target: String) -> Substring? {
    var rest = target.prefix { $0 != "?" }
    for scheme in ["http://", "https://"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count).drop { $0 != "/" }
      if rest.isEmpty { rest = "/" }
    }
    return rest.hasPrefix("/") && !target.contains("#") ? rest : nil
  }

  private static func decoded(_ text: Substring) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst()?.hexDigit, let low = rest.popFirst()?.hexDigit else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func encoded(_ name: String) -> String {
    let plain = Set("-._~!$&'()*+,;=:@".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      if byte.isLetterOrDigit || plain.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// Can be a file's name: a slash that was written as %2F is no step into a folder.
  fileprivate var isFit: Bool {
    let steps = [UInt8(ascii: "/"), UInt8(ascii: "\\")]
    return utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && !steps.contains($0) }
  }

  fileprivate var isWord: Bool {
    !isEmpty && utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
  }
}

extension UInt8 {
  var isLetterOrDigit: Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= lowercasedASCII || isDigit
  }

  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  fileprivate var hexDigit: UInt8? {
    switch lowercasedASCII {
    case let digit where digit.isDigit: digit - UInt8(ascii: "0")
    case let letter where UInt8(ascii: "a")...UInt8(ascii: "f") ~= letter:
      letter - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
