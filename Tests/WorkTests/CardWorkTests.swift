import Foundation
import Market
import Outside
import Proving
import Store
import Testing
import Work

/// Of each version that is published a card is drawn in each language, once.
@Suite struct CardWorkTests {
  private struct Scene {
    let ground: Ground
    let places: MediaPlaces
    let drawn = Heard<ShareCard>()

    init(_ engine: Engine) throws {
      ground = try Ground(engine)
      places = MediaPlaces(
        Spool(ground.folder.file("arriving")), Shelf(.folder(ground.folder.file("media"))))
    }

    /// Each drawing says what it is of.
    var draw: CardDrawing.Draw {
      { card, file in
        drawn.add(card)
        try Data(card.text.utf8).write(to: URL(filePath: file))
      }
    }

    /// As soon as cards are due.
    func work(
      in store: Store, at now: Instant = start + CardTask.pause, _ draw: CardDrawing.Draw?
    ) async throws {
      let handler = CardDrawing.handler(
        places, draw, press: { _ in try Press.printer.get() }, clock: { start })
      let settings = Worker.Settings([CardTask.kind: handler]) { now }
      try await Worker.run(settings, on: store, untilIdle: true) { _ in }
    }

    func cards(of gig: ID<Gig>, in store: Store) async throws -> [SharedCard] {
      try await store.read { rows in
        try rows.gig(gig).version.map { try rows.sharedCards(of: $0) } ?? []
      }
    }
  }

  @Test(arguments: Engine.all)
  func `cards are drawn once for each version, and those of the former go`(engine: Engine)
    async throws
  {
    let scene = try Scene(engine)
    try await scene.ground.withStore { store in
      let stand = try await store.write { try $0.stand() }.value
      let gig = try await store.write { try $0.publish("A mark", at: stand) }.value
      try await scene.work(in: store, at: start, scene.draw)
      #expect(scene.drawn.all.isEmpty, "the page goes first")
      for _ in 0..<2 { try await scene.work(in: store, scene.draw) }
      #expect(scene.drawn.all.map(\.language) == [.chinese, .english])
      #expect(scene.drawn.all.map(\.title) == ["A mark", "A mark"])
      #expect(scene.drawn.all[0].price.hasSuffix("起") && scene.drawn.all[0].price.contains("100"))
      let first = try await scene.cards(of: gig, in: store)
      #expect(first.map(\.language) == [.english, .chinese])
      for card in first {
        let part = try #require(Shelf.Part(card.key.text, card.fileName))
        let kept = try #require(try scene.places.shelf.read(part))
        #expect(String(decoding: kept, as: UTF8.self).contains("language=\(card.language)"))
        #expect(
          try Digests.sha256(ofFile: try #require(scene.places.shelf.path(of: part))) == card.digest
        )
      }
      #expect(try await store.read { try $0.gigRecord(gig)?.cards } == first)

      try await store.write { tx in
        var content = try tx.gigDraft(gig).content
        content.texts[.english]?.title = "Another mark"
        try tx.reviseGig(gig, content, from: tx.gig(gig).revision, by: .operator, at: start)
        try tx.publishGig(gig, by: .operator, at: start)
      }
      #expect(try await scene.cards(of: gig, in: store).isEmpty, "the words are others")
      try await scene.work(in: store, scene.draw)
      #expect(scene.drawn.all.last?.title == "Another mark")
      let second = try await scene.cards(of: gig, in: store)
      #expect(second.count == 2 && Set(second.map(\.key)).isDisjoint(with: first.map(\.key)))
      // The files of the former version belong to nobody now.
      try await MediaTidying.tidy(scene.places, in: store, at: start)
      var kept: [String] = []
      try scene.places.shelf.list { kept += $0 }
      #expect(kept == [second[0].key.text])
    }
  }

  @Test(arguments: Engine.all)
  func `without the program gigs wait, and what is hidden meanwhile is not drawn`(engine: Engine)
    async throws
  {
    let scene = try Scene(engine)
    try await scene.ground.withStore { store in
      let stand = try await store.write { try $0.stand() }.value
      let gig = try await store.write { try $0.publish("A mark", at: stand) }.value
      try await scene.work(in: store, nil)
      #expect(try await scene.cards(of: gig, in: store).isEmpty)
      let hidden = try await store.write { try $0.publish("Gone", at: stand) }.value
      try await store.write { try $0.pauseGig(hidden, by: .operator, at: start) }
      try await scene.work(in: store, scene.draw)
      #expect(!scene.drawn.all.contains { $0.title == "Gone" })
      let left = try? FileManager.default.contentsOfDirectory(
        atPath: scene.places.spool.folder)
      #expect(left ?? [] == [], "nothing is left lying")
    }
  }
}
