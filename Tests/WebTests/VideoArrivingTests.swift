import Market
import Proving
import Store
import Testing

@testable import Web

@Suite struct VideoArrivingTests {
  @Test func `of videos goes where they were taken`() async throws {
    let stall = try await Stall()
    let sender = try await Sender(stall)
    let place = Array("+31.2304+121.4737/".utf8)
    let film = { (name: String, note: [UInt8]) -> [UInt8] in
      let words = [("ftyp", Array("isom\0\0\0\0isom".utf8)), (name, note), ("mdat", place)]
      return words.flatMap { name, body -> [UInt8] in
        [0, 0, 0, UInt8(8 + body.count)] + Array(name.utf8) + body
      }
    }
    let sent = film("udta", place)
    let key = try sender.open("a.mp4", bytes: sent.count, type: "video/mp4").key
    #expect(try sender.add(sent[...], to: key, at: 0).state == "waiting")
    let kept = film("free", place.map { _ in 0 })
    #expect(try stall.shelf(key) == kept)
    let row = try await stall.store.read { try $0.media(try #require(MediaKey(key))) }
    #expect(row?.digest == MediaTests.digest(kept))
  }
}
