/// How much a client may send, and how long it may take. Whoever keeps within them is not hurried:
/// a browser sends its head at once.
package struct Limits: Sendable {
  package var lineBytesMax = 8_192
  package var headBytesMax = 16_384
  package var fieldsMax = 64
  /// What stands behind a head is of no use here, and is read away up to this size.
  package var bodyBytesMax: Int64 = 65_536
  package var requestsPerConnectionMax = 1_000
  package var connectionsMax = 1_024

  /// Without a request.
  package var idle: Duration = .seconds(15)
  /// From a request's first byte to the last one of its head, and again for what stands behind it.
  package var head: Duration = .seconds(10)
  /// For each `chunkBytes` of the answer.
  package var chunk: Duration = .seconds(20)
  /// For the last word of a client that was refused while it was still sending.
  package var farewell: Duration = .seconds(2)
  /// For answers that are on their way when the server is asked to end.
  package var ending: Duration = .seconds(3)

  static let chunkBytes = 65_536
  static let farewellBytesMax = 262_144

  package init() {}
}
