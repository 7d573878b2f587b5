/// The names under which a server answers. A page of somebody else's can make its own name lead here,
/// and would then read what only this machine may.
package struct HostNames: Sendable {
  private let names: Set<String>

  /// Without ports; names of this machine itself are always among them.
  package init(_ names: some Sequence<String>) {
    self.names = Set(names.map { $0.lowercased() }).union(["localhost", "127.0.0.1", "[::1]"])
  }

  /// Nil when the request asks one of them, or is so old that it names none.
  package func refusal(of request: Request) -> Answer? {
    guard let host = request.fields["Host"], !names.contains(Self.name(of: host)) else {
      return nil
    }
    return Answer(.misdirected, saying: "Nothing is answered here under this name.")
  }

  private static func name(of host: String) -> String {
    let name = host.lowercased()
    guard let colon = name.lastIndex(of: ":"),
      name[name.index(after: colon)...].utf8.allSatisfy(\.isDigit)
    else { return name }
    return String(name[..<colon])
  }
}
