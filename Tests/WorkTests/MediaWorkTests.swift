import Foundation
import Market
import Outside
import Proving
import Store
import Synchronization
import Testing
import Work

@Suite struct MediaWorkTests {
  private static let head: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
  private static let looked = LookedAt(
    width: 900, height: 600, renditions: [Rendition(.webp, width: 400, height: 267)])

  private struct Broken: Error {}

  /// A market with a file that has just arrived.
  private struct Scene {
    let ground: Ground
    let places: MediaPlaces
    let key: MediaKey
    let clock = Clock()

    init(_ engine: Engine) throws {
      ground = try Ground(engine)
      places = MediaPlaces(
        Spool(ground.folder.file("arriving")), Shelf(.folder(ground.folder.file("media"))))
      var random = Seeded(5)
      key = MediaKey(using: &random)
    }

    func send(in store: Store) async throws {
      let path = ground.folder.file("sent")
      try Data(head).write(to: URL(filePath: path))
      try places.shelf.put(Shelf.Part(originalOf: key), from: path)
      let digest = try Digests.sha256(ofFile: path)
      let key = key
      try await store.write { tx in
        let account = try tx.openAccount(
          name: "Ada", contact: Contact(email: "ada@example.com"), locale: .english, by: .operator,
          at: start)
        let offer = try MediaOffer(name: "a.png", label: "", bytes: Int64(head.count))
        _ = try tx.openMedia(offer, key: key, of: account.party, by: .operator, at: start)
        try tx.mediaArrived(key, digest: digest, head: head, by: .operator, at: start)
      }
    }

    func work(in store: Store, _ look: MediaLook?) async throws {
      let clock = clock
      let handler = MediaLooking.handler(places, look, clock: { clock.now })
      let settings = Worker.Settings([MediaTask.kind: handler]) { clock.now }
      try await Worker.run(settings, on: store, untilIdle: true) { _ in }
    }

    func file(in store: Store) async throws -> MediaFile? {
      try await store.read { try $0.media(key) }
    }
  }

  @Test(arguments: Engine.all)
  func `what was made of a file is kept under its key, and the file is ready`(engine: Engine)
    async throws
  {
    let scene = try Scene(engine)
    try await scene.ground.withStore { store in
      try await scene.send(in: store)
      let seen = Heard<String>()
      let look = MediaLook { file, format, folder in
        seen.add(format.rawValue)
        #expect(try Data(contentsOf: URL(filePath: file)) == Data(Self.head))
        try Data("pixel".utf8).write(to: URL(filePath: "\(folder)/400.webp"))
        return .taken(Self.looked)
      }
      try await scene.work(in: store, look)
      #expect(try await scene.file(in: store)?.state == .ready(Self.looked))
      let stored = try await store.read { try $0.renditions(of: ID(1)) }
      #expect(stored.count == 1 && stored[0].bytes == 5 && stored[0].digest.count == 64)
      let part = Shelf.Part(Self.looked.renditions[0], of: scene.key)
      #expect(try scene.places.shelf.read(part) == Array("pixel".utf8))
      #expect(seen.all == ["png"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: scene.places.spool.folder) == [])
    }
  }

  @Test(arguments: Engine.all)
  func `what the look refuses is refused with its fault`(engine: Engine) async throws {
    let scene = try Scene(engine)
    try await scene.ground.withStore { store in
      try await scene.send(in: store)
      try await scene.work(in: store, MediaLook { _, _, _ in .refused(.tooSmall(sideMin: 200)) })
      #expect(try await scene.file(in: store)?.state == .refused(.tooSmall(sideMin: 200)))
    }
  }

  @Test(arguments: Engine.all)
  func `a file at which the look dies again and again is unreadable`(engine: Engine) async throws {
    let scene = try Scene(engine)
    try await scene.ground.withStore { store in
      try await scene.send(in: store)
      let tries = Heard<String>()
      let look = MediaLook { _, _, _ in
        tries.add("try")
        throw Broken()
      }
      for round in 1...4 {
        #expect(try await scene.file(in: store)?.state == .waiting, "round \(round)")
        try await scene.work(in: store, look)
        scene.clock.pass(.hours(1))
      }
      #expect(try await scene.file(in: store)?.state == .refused(.unreadable))
      #expect(tries.all.count == 4)
      #expect(try await store.counts() == ["done 1"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: scene.places.spool.folder) == [])
    }
  }

  @Test func `without a program files wait, and one that fails is tried again`() async throws {
    let scene = try Scene(.sqlite)
    try await scene.ground.withStore { store in
      try await scene.send(in: store)
      for _ in 1...6 {
        try await scene.work(in: store, nil)
        scene.clock.pass(.hours(7))
      }
      #expect(try await scene.file(in: store)?.state == .waiting)
      let look = MediaLook { _, _, folder in
        try Data("pixel".utf8).write(to: URL(filePath: "\(folder)/400.webp"))
        return .taken(Self.looked)
      }
      try await scene.work(in: store, look)
      #expect(try await scene.file(in: store)?.isReady == true)
    }
  }

  @Test func `an original that is not as it arrived is not looked at`() async throws {
    let scene = try Scene(.sqlite)
    try await scene.ground.withStore { store in
      try await scene.send(in: store)
      let path = scene.ground.folder.file("other")
      try Data("other".utf8).write(to: URL(filePath: path))
      try scene.places.shelf.put(Shelf.Part(originalOf: scene.key), from: path)
      try await scene.work(in: store, MediaLook { _, _, _ in .refused(.empty) })
      #expect(try await scene.file(in: store)?.state == .waiting)
    }
  }

  @Test(arguments: Engine.all)
  func `files without use or row go after a day, and nothing else`(engine: Engine) async throws {
    let scene = try Scene(engine)
    try await scene.ground.withStore { store in
      try await scene.send(in: store)
      let (places, path) = (scene.places, scene.ground.folder.file("sent"))
      // Of no row; and one that arrives.
      var random = Seeded(9)
      let (stranger, arriving) = (MediaKey(using: &random), MediaKey(using: &random))
      try places.shelf.put(Shelf.Part(originalOf: stranger), from: path)
      try await store.write { tx in
        let offer = try MediaOffer(name: "b.png", label: "", bytes: 9)
        let file = try #require(try tx.media(scene.key))
        _ = try tx.openMedia(
          offer, key: arriving, of: file.party, by: .operator, at: start + .hours(20))
      }
      for key in [stranger, arriving] {
        _ = try places.spool.hold(key.text)?.append(1) { buffer, _ in
          buffer[0] = 1
          return 1
        }
      }
      func keys() throws -> [String] {
        var keys: [String] = []
        try places.shelf.list { keys += $0 }
        return keys.sorted()
      }
      // The files of this test are as old as the system's clock says.
      let system = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
      try await MediaTidying.tidy(places, in: store, at: start + .hours(23))
      #expect(try keys() == [scene.key.text])
      #expect(try places.spool.length(of: arriving.text) == 1)
      #expect(try places.spool.length(of: stranger.text) == 1)
      try await MediaTidying.tidy(places, in: store, at: start + .hours(25))
      #expect(try keys() == [])
      #expect(try await scene.file(in: store) == nil)
      #expect(try await store.read { try $0.media(arriving) } != nil)
      try await MediaTidying.tidy(places, in: store, at: system + .hours(3))
      #expect(try places.spool.length(of: stranger.text) == 0)
      #expect(try await store.read { try $0.media(arriving) } == nil)
      #expect(try FileManager.default.contentsOfDirectory(atPath: places.spool.folder) == [])
    }
  }
}
