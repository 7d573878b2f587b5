import Foundation
import HTTP
import Market
import Proving
import Store
import Web

/// A program that sends files for its member.
struct Sender {
  let stall: Stall
  let access: String

  static let pngHead: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)

  /// What begins as a picture, and goes on as nothing.
  static func picture(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var random = Seeded(seed)
    return pngHead + (pngHead.count..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  init(_ stall: Stall, _ contact: String = "ada@example.com") async throws {
    self.stall = stall
    let registered = try stall.post(
      json:
        #"{"name":"Ada","contact":"\#(contact)","password":"\#(GateTests.password)","terms":true}"#,
      to: "/api/v1/auth/register")
    let challenge = try registered.json()["challenge"] as? String ?? ""
    let code = try await stall.code(sentTo: contact) ?? ""
    let tokens = try stall.post(
      json: #"{"challenge":"\#(challenge)","code":"\#(code)"}"#, to: "/api/v1/auth/verify")
    access = try tokens.json()["access"] as? String ?? ""
  }

  /// The same at another endpoint of the same market.
  init(_ other: Sender, at stall: Stall) { (self.stall, access) = (stall, other.access) }

  struct Answer {
    let status: Int
    let json: [String: Any]

    var key: String { json["media"] as? String ?? "" }
    var state: String { json["state"] as? String ?? "" }
    var offset: Int { json["offset"] as? Int ?? -1 }
  }

  var identity: String { "Authorization: Bearer \(access)" }

  func open(
    _ name: String, bytes: Int, type: String = "image/png", _ more: String = ""
  ) throws -> Answer {
    let reply = try stall.post(
      json: #"{"name":"\#(name)","bytes":\#(bytes),"type":"\#(type)"}"#, to: "/api/v1/media",
      identity + more)
    return Answer(status: reply.status, json: try reply.json())
  }

  func ask(_ method: String, _ path: String) throws -> Answer {
    let reply = try stall.ask("\(method) \(path) HTTP/1.1\r\n\(identity)")
    return Answer(status: reply.status, json: try reply.json())
  }

  func state(of key: String) throws -> Answer { try ask("GET", "/api/v1/media/\(key)") }

  func head(_ key: String, at offset: Int, _ count: Int) -> String {
    """
    PATCH /api/v1/media/\(key) HTTP/1.1\r
    Host: localhost\r
    \(identity)\r
    Content-Type: application/offset+octet-stream\r
    Upload-Offset: \(offset)\r
    Content-Length: \(count)\r
    \r

    """
  }

  func add(_ piece: some Collection<UInt8>, to key: String, at offset: Int) throws -> Answer {
    let client = try stall.client()
    client.send(Array(head(key, at: offset, piece.count).utf8) + piece)
    guard let reply = try client.reply() else { throw ProvingError.failed("no answer") }
    return Answer(status: reply.status, json: (try? reply.json()) ?? [:])
  }

  /// Some of what a request needs, and then nothing: as a client that is killed.
  func breakOff(_ piece: ArraySlice<UInt8>, to key: String, at offset: Int, after count: Int) throws
  {
    let wire = try Wire(port: stall.server.endpoint.port)
    wire.willBreakOff()
    let all = Array(head(key, at: offset, piece.count).utf8) + piece
    wire.send(Array(all.prefix(count)))
  }
}

extension Stall {
  /// A file that is whole, and that nobody has looked at.
  func waitingFile(of party: ID<Party>) async throws -> MediaKey {
    var chance = Chance.system
    let (key, now) = (MediaKey(using: &chance), now)
    let offer = try MediaOffer(name: "a.png", label: "", bytes: 100)
    try await store.write { tx in
      _ = try tx.openMedia(offer, key: key, of: party, by: .operator, at: now)
      try tx.mediaArrived(key, digest: "d", head: Sender.pngHead, by: .operator, at: now)
    }
    return key
  }
}
