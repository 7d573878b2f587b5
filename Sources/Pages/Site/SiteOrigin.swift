import Market
package import Theme

/// The site's own address, such as `https://jishi.example`.
package struct SiteOrigin: Hashable, Sendable {
  package static let bytesMax = 200

  package let text: String

  /// Nil unless it is a scheme, a host and perhaps a port, with nothing behind them.
  package init?(_ text: String) {
    let schemes = ["https://", "http://"]
    guard let scheme = schemes.first(where: text.hasPrefix), text.utf8.count <= Self.bytesMax
    else { return nil }
    let parts = text.dropFirst(scheme.count)
      .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let labels = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    // A label of a host is written like a slug, but for double hyphens as in `xn--`.
    let isHost = labels.allSatisfy { Slug.isFit(String($0).replacing("--", with: "-")) }
    let isPort = parts.dropFirst().allSatisfy { Self.isPort($0) }
    guard isHost, isPort else { return nil }
    self.text = text
  }

  /// Without the port.
  package var host: String {
    let rest = text.split(separator: "/", maxSplits: 1).last ?? ""
    return String(rest.drop { $0 == "/" }.prefix { $0 != ":" })
  }

  private static func isPort(_ text: Substring) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return text.utf8.allSatisfy(digits.contains) && (UInt16(text) ?? 0) > 0
  }

  package func whole(_ path: String) -> Link { Link(ours: text + path) }
}
