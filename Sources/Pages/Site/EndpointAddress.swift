package import Market
package import Theme

extension PageAddress {
  /// Pages that the endpoint makes for one person. No build prints them, and no robot needs them.
  package static let ofEndpoint: [PageAddress] =
    [.report] + GatePlace.entrances.map(PageAddress.gate)

  /// After the language they begin addresses under which all is made for one person.
  static let stepsOfEndpoint = ["settings", "organisations", "invitations", "studio", "staff"]

  /// What no robot needs, in one language.
  static func closedPaths(in locale: Locale) -> [String] {
    ofEndpoint.map { $0.path(in: locale) } + stepsOfEndpoint.map { "/\(locale.tag)/\($0)" }
  }

  /// Whether the endpoint answers at this path, so that no file has to be there.
  package static func isOfEndpoint(_ path: String) -> Bool {
    let steps = path.split(separator: "/")
    guard let tag = steps.first, let locale = Locale(String(tag)) else { return false }
    if steps.count > 1, stepsOfEndpoint.contains(where: { $0 == steps[1] }) { return true }
    return ofEndpoint.contains { $0.path(in: locale) == path }
  }

  /// Where the page at a path is reported to the staff. Nil for a path that is no address, or too
  /// long to be handed on.
  package static func reportLink(on path: String, in locale: Locale) -> Link? {
    Link(report.path(in: locale) + reportQuery(on: path))
  }

  /// Empty when no page is meant.
  package static func reportQuery(on path: String) -> String {
    path.isEmpty ? "" : "?subject=\(path.asQueryValue)"
  }

  /// Of a page that leads on to `next` when it is done with. Empty when that is not known.
  package static func nextQuery(_ next: String?) -> String {
    guard let next, !next.isEmpty else { return "" }
    return "?next=\(next.asQueryValue)"
  }

  /// Names with values, in this order. Empty without any.
  static func query(of pairs: [(String, String)]) -> String {
    let text = pairs.map { "\($0)=\($1.asQueryValue)" }.joined(separator: "&")
    return text.isEmpty ? "" : "?" + text
  }

  /// Of a page that is opened by a link with a code in it. Empty without one.
  package static func codeQuery(_ code: String) -> String {
    code.isEmpty ? "" : "?code=\(code.asQueryValue)"
  }
}

extension Edition {
  /// With where to go on to, unless that is too long to be handed on.
  func link(_ place: GatePlace, next: String? = nil) -> Link {
    let path = PageAddress.gate(place).path(in: locale)
    return Link(path + PageAddress.nextQuery(next)) ?? Link(ours: path)
  }

  func reportLink(on address: PageAddress) -> Link? {
    PageAddress.reportLink(on: address.path(in: locale), in: locale)
  }
}

extension String {
  /// Bytes that mean nothing else in a query are as they are; of others there are percents, of
  /// percents too.
  fileprivate var asQueryValue: String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = utf8.flatMap { byte in
      byte.isPlainInQuery
        ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isPlainInQuery: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
