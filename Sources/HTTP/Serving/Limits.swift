/// How much a client may send, and how long it may take. Whoever keeps within them is not hurried:
/// a browser sends its head at once.
package struct Limits: Sendable {
  package var lineBytesMax = 8_192
  package var headBytesMax = 16_384
  package var fieldsMax = 64
  package var requestsPerConnectionMax = 10_000
  package var connectionsMax = 10_240
  /// Of one address. Behind a proxy all come from the same.
  package var connectionsPerPeerMax = 10_240

  /// Without a request.
  package var idle: Duration = .seconds(15)
  /// From a request's first byte to the last one of its head.
  package var head: Duration = .seconds(10)
  /// For each `chunkBytes` of a body or an answer.
  package var chunk: Duration = .seconds(20)
  package var chunkBytes = 65_536
  /// From the end of a request until somebody answers it.
  package var answer: Duration = .seconds(30)
  /// For the last word of a client that was refused while it was still sending.
  package var farewell: Duration = .seconds(2)
  package var farewellBytesMax = 262_144
  /// For a request on a quiet connection that was on its way when the server was asked to end.
  package var lastWord: Duration = .milliseconds(500)
  /// For answers that are on their way then.
  package var ending: Duration = .seconds(3)

  /// Of one message on a socket.
  package var messageBytesMax = 65_536
  /// Of what waits to be sent to one socket: who reads too slowly is left.
  package var backlogBytesMax = 262_144
  /// A socket on which nothing was said for so long is left; after half of it, it is asked whether
  /// somebody is there.
  package var silence: Duration = .seconds(60)

  package init() {}
}
