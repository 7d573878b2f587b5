import Foundation
import HTTP
import Market
import Outside
import Proving
import Testing

@testable import Store
@testable import Web

@Suite struct MediaTests {
  @Test(arguments: Stall.engines)
  func `a file is sent in pieces, waits on the shelf, and is removed`(engine: String) async throws {
    let stall = try await Stall(engine)
    let sender = try await Sender(stall)
    let bytes = Sender.picture(5_000)
    let opened = try sender.open("标志.png", bytes: bytes.count)
    #expect(opened.status == 201 && opened.state == "arriving" && opened.offset == 0)
    let key = opened.key
    let first = try sender.add(bytes[..<3_000], to: key, at: 0)
    #expect(first.status == 200 && first.offset == 3_000 && first.state == "arriving")
    #expect(try sender.state(of: key).offset == 3_000)
    for wrong in [0, 2_999, 3_001] {
      let refused = try sender.add(bytes[3_000...], to: key, at: wrong)
      #expect(refused.status == 409 && refused.offset == 3_000)
    }
    #expect(try sender.add(bytes[2_999...], to: key, at: 3_000).status == 413)
    let last = try sender.add(bytes[3_000...], to: key, at: 3_000)
    #expect(last.status == 200 && last.state == "waiting")
    #expect(try stall.shelf(key) == bytes)
    #expect(try stall.arriving() == [])
    let row = try await stall.store.read { try $0.media(try #require(MediaKey(key))) }
    #expect(row?.digest == Self.digest(bytes))
    let tasks = try await stall.store.read { try $0.tasks("waiting", atMost: 99) }
    #expect(tasks.filter { $0.kind == MediaTask.kind }.map(\.payload) == [key])
    // Once is enough.
    let again = try sender.add([1], to: key, at: bytes.count)
    #expect(again.status == 409 && again.json["state"] as? String == "waiting")
    let list = try sender.ask("GET", "/api/v1/media").json
    #expect((list["files"] as? [[String: Any]])?.compactMap { $0["media"] as? String } == [key])
    let json = try JSON(reading: try stall.get("/api/v1/media/\(key)", sender.identity).body)
    #expect(MediaJSON.shape.flaw(in: json) == nil)
    #expect(try sender.ask("DELETE", "/api/v1/media/\(key)").status == 200)
    #expect(try sender.ask("DELETE", "/api/v1/media/\(key)").status == 404)
    #expect(try stall.shelf(key) == nil)
    #expect(stall.faults.all.isEmpty)
  }

  @Test func `what is announced is refused with the fault, and a key of idempotency counts once`()
    async throws
  {
    let stall = try await Stall()
    let sender = try await Sender(stall)
    let wrong: [(name: String, bytes: Int, type: String, fault: String)] = [
      ("a.svg", 9, "image/svg+xml", "unknown-format"), ("a.png", 0, "image/png", "empty"),
      ("a.png", 20 << 20 + 1, "image/png", "too-large"),
      ("a.webm", 200 << 20 + 1, "video/webm", "too-large"),
    ]
    for (name, bytes, type, fault) in wrong {
      let answer = try sender.open(name, bytes: bytes, type: type)
      #expect(answer.status == 422 && answer.json["fault"] as? String == fault, "\(name)")
    }
    let keys = try (0..<3).map { _ in
      try sender.open("a.png", bytes: 9, "\r\nIdempotency-Key: one").key
    }
    #expect(Set(keys).count == 1)
    #expect(try sender.open("a.png", bytes: 9, "\r\nIdempotency-Key: two").key != keys[0])
    stall.wait(.seconds(61))
    for _ in 2..<MediaFile.arrivingMax { #expect(try sender.open("a.png", bytes: 9).status == 201) }
    stall.wait(.seconds(61))
    #expect(try sender.open("a.png", bytes: 9).status == 429)
    #expect(stall.faults.all.isEmpty)
  }

  @Test func `what its first bytes belie is refused at once and kept nowhere`() async throws {
    let stall = try await Stall()
    let sender = try await Sender(stall)
    let cases: [([UInt8], String)] = [
      ([0xFF, 0xD8, 0xFF, 0xE0, 1], "mislabelled"),
      (Array("<svg onload=x>".utf8), "unknown-format"),
    ]
    for (bytes, fault) in cases {
      let key = try sender.open("a.png", bytes: bytes.count).key
      let answer = try sender.add(bytes, to: key, at: 0)
      #expect(answer.status == 422 && answer.json["fault"] as? String == fault)
      let state = try sender.state(of: key)
      #expect(state.state == "refused" && state.json["fault"] as? String == fault)
      #expect(try stall.shelf(key) == nil)
    }
    #expect(try stall.arriving() == [])
  }

  @Test func `wherever client or server die, going on gives the same bytes`() async throws {
    var stall = try await Stall()
    var sender = try await Sender(stall)
    let first = stall
    var random = Seeded(20_261)
    for round in 0..<12 {
      let bytes = Sender.picture(Int.random(in: 20...40_000, using: &random), seed: random.next())
      let key = try sender.open("a.png", bytes: bytes.count).key
      var isWhole = false
      while !isWhole {
        let now = try sender.state(of: key)
        #expect(now.status == 200, "round \(round)")
        guard now.state == "arriving", now.status == 200 else { break }
        let rest = bytes[now.offset...]
        let piece = rest.prefix(Int.random(in: 0...20_000, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
          let all = sender.head(key, at: now.offset, piece.count).utf8.count + piece.count
          try sender.breakOff(
            piece, to: key, at: now.offset, after: Int.random(in: 0..<all, using: &random))
        case 1:
          // Another process over the same folders and rows.
          stall = try await Stall(media: first.media, of: first)
          sender = Sender(sender, at: stall)
        case 2:
          // Killed while it wrote: some of the piece is on the disk.
          let hold = try first.media.spool.hold(key)
          let written = Array(piece.prefix(Int.random(in: 0...piece.count, using: &random)))
          try hold?.append(Int64(written.count)) { buffer, place in
            HeldBytes(written).read(into: buffer, from: place)
          }
        default:
          let answer = try sender.add(piece, to: key, at: now.offset)
          // What was broken off may still be on its way.
          #expect([200, 409].contains(answer.status), "round \(round)")
          isWhole = answer.state == "waiting"
        }
      }
      #expect(try stall.shelf(key) == bytes, "round \(round)")
      #expect(try stall.arriving() == [], "round \(round)")
      stall.wait(.seconds(61))
    }
    #expect(stall.faults.all.isEmpty && first.faults.all.isEmpty)
  }

  @Test func `of two pieces at once one is taken, and never a mixture`() async throws {
    let stall = try await Stall()
    let sender = try await Sender(stall)
    let whole = Sender.picture(400_000)
    let key = try sender.open("a.png", bytes: whole.count).key
    var offset = 0
    while offset < whole.count {
      let count = min(100_000, whole.count - offset)
      let place = offset
      // One says the right bytes, the other the same length of something else.
      let other = [UInt8](repeating: 0x58, count: count)
      let answers = try await withThrowingTaskGroup(of: Int.self) { group in
        for isRight in [true, false, true] {
          group.addTask {
            let piece = isRight ? Array(whole[place..<place + count]) : other
            return try sender.add(piece, to: key, at: place).status
          }
        }
        return try await group.reduce(into: [Int]()) { $0.append($1) }
      }
      let taken = answers.filter { [200, 422].contains($0) }
      #expect(taken.count == 1, "\(answers)")
      #expect(answers.allSatisfy { [200, 409, 422].contains($0) })
      offset += count
    }
    let state = try sender.state(of: key).state
    let kept = try stall.shelf(key)
    #expect(state == (kept == nil ? "refused" : "waiting"))
    for start in stride(from: 0, to: kept?.count ?? 0, by: 100_000) {
      let piece = kept.map { Array($0[start..<start + 100_000]) }
      let isOne =
        piece == Array(whole[start..<start + 100_000])
        || piece == [UInt8](repeating: 0x58, count: 100_000)
      #expect(isOne, "a mixture from \(start) on")
    }
    #expect(stall.faults.all.isEmpty)
  }

  @Test func `a full disk is told, and takes nothing away from what is there`() async throws {
    guard let disk = try SmallDisk(kibibytes: 300) else { return }
    let places = MediaPlaces(
      Spool("\(disk.path)/arriving"), Shelf(.folder("\(disk.path)/media")))
    let stall = try await Stall(media: places)
    let sender = try await Sender(stall)
    let bytes = Sender.picture(1_000_000)
    let key = try sender.open("a.png", bytes: bytes.count).key
    #expect(try sender.add(bytes[..<60_000], to: key, at: 0).status == 200)
    // Too large for the disk as a body, then as what it is added to.
    #expect(try sender.add(bytes[60_000..<460_000], to: key, at: 60_000).status == 507)
    #expect(try sender.add(bytes[60_000..<200_000], to: key, at: 60_000).status == 507)
    #expect(try sender.state(of: key).offset == 60_000)
    #expect(try stall.arriving() == [key])
    // Nor is there room for it on the shelf: it stays where it is, and can be tried again.
    let small = Sender.picture(150_000)
    let other = try sender.open("b.png", bytes: small.count).key
    #expect(try sender.add(small[..<75_000], to: other, at: 0).status == 200)
    let full = try sender.add(small[75_000...], to: other, at: 75_000)
    #expect(full.status == 507)
    #expect(try sender.state(of: other).state == "arriving")
    #expect(try sender.ask("DELETE", "/api/v1/media/\(key)").status == 200)
    #expect(try stall.shelf(other) == nil)
    // An empty piece asks again; half of the disk is still too little for two.
    let offset = try sender.state(of: other).offset
    let again = try sender.add(small[offset...].prefix(0), to: other, at: offset)
    #expect([200, 507].contains(again.status))
    #expect(stall.faults.all.isEmpty)
  }

  @Test func `nobody learns of a file of somebody else`() async throws {
    let stall = try await Stall()
    let (ada, bob) = (try await Sender(stall), try await Sender(stall, "bob@example.com"))
    let bytes = Sender.picture(100)
    let key = try ada.open("a.png", bytes: bytes.count).key
    #expect(try bob.state(of: key).status == 404)
    #expect(try bob.add(bytes, to: key, at: 0).status == 404)
    #expect(try bob.ask("DELETE", "/api/v1/media/\(key)").status == 404)
    #expect((try bob.ask("GET", "/api/v1/media").json["files"] as? [Any])?.count == 0)
    #expect(try ada.state(of: key).offset == 0)
    // Whoever has not signed in is sent away before his bytes are taken.
    let client = try stall.client()
    client.send(
      "PATCH /api/v1/media/\(key) HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n"
        + "Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n\r\n")
    #expect(try client.reply()?.status == 401)
    #expect(try ada.add([UInt8](repeating: 0, count: 9 << 20), to: key, at: 0).status == 413)
  }

  static func digest(_ bytes: [UInt8]) -> String? {
    let path = "\(NSTemporaryDirectory())/digest-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard (try? Data(bytes).write(to: URL(filePath: path))) != nil,
      let told = try? Command.run("sha256sum", [path])
    else { return nil }
    return String(told.output.prefix(64))
  }
}

extension Stall {
  func shelf(_ key: String, _ name: String = Shelf.original) throws -> [UInt8]? {
    guard let part = Shelf.Part(key, name) else { return nil }
    return try media.shelf.read(part)
  }

  func arriving() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: media.spool.folder)
  }
}
