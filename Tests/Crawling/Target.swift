import Foundation

/// What an address leads to, seen from the place where it is written.
enum Target: Equatable {
  /// A place of the site, without its query.
  case inside(path: String, fragment: String?)
  /// Another site.
  case outside(String)
  /// No place: mail, a telephone.
  case act
  /// A thing written out in the address, or a script.
  case written
  case empty
}

/// Whole addresses of the site, and what others are to it.
struct Addresses {
  /// Without a slash at its end.
  let site: String
  let tongues: [Tongue]

  init(site: String, tongues: [Tongue]) {
    self.site = site.hasSuffix("/") ? String(site.dropLast()) : site
    self.tongues = tongues
  }

  /// The language of what stands at an address, if it has one.
  func tongue(of address: String) -> Tongue? {
    let first = address.split(separator: "/").first
    return tongues.first { $0.tag == first.map(String.init) }
  }

  func whole(_ path: String) -> String { site + path }

  /// The path and fragment of a whole address of the site; nil for any other.
  func inside(_ whole: String) -> Target? {
    guard whole.hasPrefix(site) else { return nil }
    let rest = whole.dropFirst(site.count)
    guard rest.isEmpty || rest.hasPrefix("/") else { return nil }
    return parts(rest.isEmpty ? "/" : rest, on: "/")
  }

  func target(_ text: String, on page: String) -> Target {
    let address = text.trimmingPrefix { $0 == " " || $0 == "\n" }
    if address.isEmpty { return .empty }
    if address.first == "/", !address.hasPrefix("//") { return parts(address, on: page) }
    if let own = inside(String(address)) { return own }
    guard let colon = address.firstIndex(of: ":"),
      address[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else {
      if address.hasPrefix("//") { return .outside(String(address)) }
      return parts(address, on: page)
    }
    switch address[..<colon].lowercased() {
    case "http", "https": return .outside(String(address))
    case "mailto", "tel": return .act
    default: return .written
    }
  }

  private func parts(_ address: Substring, on page: String) -> Target {
    let halves = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = halves.count > 1 ? plain(halves[1]) : nil
    let path = halves[0].prefix { $0 != "?" }
    if path.isEmpty { return .inside(path: page, fragment: fragment) }
    if path.first == "/" { return .inside(path: plain(path), fragment: fragment) }
    var steps = page.split(separator: "/").dropLast().map(String.init)
    for step in plain(path).split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
    }
    return .inside(path: "/" + steps.joined(separator: "/"), fragment: fragment)
  }

  private func plain(_ text: Substring) -> String {
    text.utf8.contains(UInt8(ascii: "%")) ? text.removingPercentEncoding ?? "" : String(text)
  }
}
