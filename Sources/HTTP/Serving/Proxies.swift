import Glibc

/// The machines that stand in front and may say for whom they ask. What others say of that counts for
/// nothing.
package struct Proxies: Sendable {
  private struct Network: Sendable {
    let bytes: [UInt8]
    let bits: Int

    /// An address, or a network such as `10.0.0.0/8`.
    init?(_ text: Substring) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count <= 2, let bytes = Proxies.bytes(String(parts[0])) else { return nil }
      let most = bytes.count * 8
      guard let bits = parts.count == 1 ? most : Int(parts[1]), (0...most).contains(bits) else {
        return nil
      }
      (self.bytes, self.bits) = (bytes, bits)
    }

    func contains(_ other: [UInt8]) -> Bool {
      guard other.count == bytes.count else { return false }
      return zip(bytes, other).enumerated().allSatisfy { place, pair in
        let counted = min(max(bits - place * 8, 0), 8)
        return (pair.0 ^ pair.1) >> (8 - counted) == 0
      }
    }
  }

  private let networks: [Network]

  /// With spaces between them; nil when one of them is none.
  package init?(_ text: String) {
    let words = text.split(separator: " ")
    let networks = words.compactMap(Network.init)
    guard networks.count == words.count else { return nil }
    self.networks = networks
  }

  /// Who asks, and whether over TLS. Each proxy adds at the end of `X-Forwarded-For` whom it was asked
  /// by, so the last one there that is no proxy is the client.
  package func client(of request: Request) -> (address: String, isSecure: Bool) {
    guard isTrusted(request.peer) else { return (request.peer, request.isSecure) }
    let steps = (request.fields["X-Forwarded-For"] ?? "").listed.map(Self.bare)
    let client = steps.last { !isTrusted($0) } ?? steps.first
    let isSecure = request.fields["X-Forwarded-Proto"].map { $0.isSame(asASCII: "https") }
    // What is no address is not believed.
    let isAddress = client.map { Self.bytes($0) != nil } ?? false
    return (isAddress ? client ?? "" : request.peer, isSecure ?? request.isSecure)
  }

  /// Only programs of this machine reach a socket in its file system.
  private func isTrusted(_ address: String) -> Bool {
    if address.isEmpty { return true }
    guard let bytes = Self.bytes(address) else { return false }
    return networks.contains { $0.contains(bytes) }
  }

  private static func bare(_ step: Substring) -> String {
    step.hasPrefix("[") ? String(step.dropFirst().prefix { $0 != "]" }) : String(step)
  }

  /// Four bytes, or sixteen.
  private static func bytes(_ address: String) -> [UInt8]? {
    var (four, six) = (in_addr(), in6_addr())
    if inet_pton(AF_INET, address, &four) == 1 { return withUnsafeBytes(of: four) { Array($0) } }
    if inet_pton(AF_INET6, address, &six) == 1 { return withUnsafeBytes(of: six) { Array($0) } }
    return nil
  }
}
