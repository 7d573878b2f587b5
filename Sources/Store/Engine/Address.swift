/// Where a database is: `sqlite:PATH` or `postgres://user:password@host:port/name`.
package enum Address: Hashable, Sendable {
  case sqlite(path: String)
  case postgres(url: String)

  package init(_ text: String) throws(AddressError) {
    if text.hasPrefix("sqlite:") {
      var path = text.dropFirst("sqlite:".count)
      if path.hasPrefix("//") { path = path.dropFirst(2) }
      guard !path.isEmpty, path != ":memory:", !path.hasSuffix("/"), !path.contains("\0") else {
        throw .noPath(text)
      }
      // SQLite would read what begins like this as a URL with options of its own.
      self = .sqlite(path: (path.hasPrefix("file:") ? "./" : "") + path)
    } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
      self = .postgres(url: text)
    } else {
      throw .unknownScheme(Self.beginning(of: text))
    }
  }

  package var engine: String {
    switch self {
    case .sqlite: "sqlite"
    case .postgres: "postgres"
    }
  }
}

/// An address is shown without its password.
extension Address: CustomStringConvertible {
  package var description: String {
    switch self {
    case .sqlite(let path): "sqlite:\(path)"
    case .postgres(let url): Self.masked(url)
    }
  }

  private static func masked(_ url: String) -> String {
    var shown = url
    // First, since a password may contain a question mark.
    if let scheme = shown.firstRange(of: "://"),
      let at = shown[scheme.upperBound...].lastIndex(of: "@"),
      let colon = shown[scheme.upperBound..<at].firstIndex(of: ":")
    {
      shown = shown[...colon] + "…" + shown[at...]
    }
    if let question = shown.firstIndex(of: "?"), shown[question...].contains("password=") {
      shown = shown[...question] + "…"
    }
    return shown
  }

  /// Of what we cannot read, no more than a scheme or a file name: a password may be anywhere.
  private static func beginning(of text: String) -> String {
    let shown = text.prefix { $0.isLetter || $0.isNumber || "./-_+".contains($0) }
    return shown.count == text.count ? text : shown + "…"
  }
}

package enum AddressError: Error, Hashable {
  case noPath(String)
  /// Only the beginning of the address.
  case unknownScheme(String)
}

extension AddressError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noPath(let text):
      "The database address “\(text)” names no file: write sqlite:PATH, such as sqlite:data/market.db."
    case .unknownScheme(let text):
      "The database address “\(text)” is neither sqlite:PATH nor postgres://user@host/name."
    }
  }
}
