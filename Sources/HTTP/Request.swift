/// What a client asks for.
package struct Request: Sendable {
  package enum Body: Sendable {
    case none
    case bytes([UInt8])
    case file(SpooledFile)
  }

  package let method: String
  /// As it was sent; it has no spaces, no controls and nothing beyond ASCII.
  package let target: String
  package let fields: FieldLines
  package let body: Body
  /// How many bytes of a body were announced. Zero says that there is none, nil that nobody knows.
  package let length: Int64?
  /// The address that the connection came from; empty for a socket of this machine.
  package let peer: String
  /// Whether it came over TLS that ends here.
  package let isSecure: Bool
  /// Whether it wants to speak WebSocket from now on.
  package let wantsSocket: Bool

  package init(
    _ method: String, _ target: String, fields: FieldLines = FieldLines(), body: Body = .none,
    length: Int64? = 0, peer: String = "", isSecure: Bool = false, wantsSocket: Bool = false
  ) {
    self.method = method
    self.target = target
    self.fields = fields
    self.body = body
    self.length = length
    self.peer = peer
    self.isSecure = isSecure
    self.wantsSocket = wantsSocket
  }
}
