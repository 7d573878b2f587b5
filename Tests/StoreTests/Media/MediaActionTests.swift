import Market
import Testing

@testable import Store

@Suite struct MediaActionTests {
  @Test(arguments: Engine.all)
  func `a file arrives, waits to be looked at, and is ready with its renditions`(engine: Engine)
    async throws
  {
    try await GigFair.open(engine) { fair in
      let (seller, actor) = (fair.sellers[0], fair.actor(0))
      let key = MediaKey.sample(1)
      try await fair.write { tx in
        let file = try tx.openMedia(.sample(), key: key, of: seller, by: actor, at: now)
        #expect(file.state == .arriving && file.name == "a.png" && file.format == .png)
        #expect(try tx.media(key) == file)
        #expect(throws: MediaError.notWaiting(.arriving)) {
          try tx.mediaReady(key, MediaSample.looked, MediaSample.stored, at: now)
        }
        try tx.mediaArrived(key, digest: "d1", head: MediaSample.pngHead, by: actor, at: now)
      }
      let waiting = try await fair.read { rows in
        (try rows.media(key), try rows.tasks("waiting", atMost: 9))
      }
      #expect(waiting.0?.state == .waiting && waiting.0?.digest == "d1")
      #expect(waiting.1.map(\.kind) == [MediaTask.kind] && waiting.1[0].payload == key.text)
      try await fair.write { tx in
        try tx.mediaReady(key, MediaSample.looked, MediaSample.stored, at: now)
      }
      let ready = try await fair.read { rows in
        (try rows.media(key), try rows.renditions(of: ID(1)), try rows.media(of: seller, atMost: 9))
      }
      #expect(
        ready.0?.state
          == .ready(
            LookedAt(
              width: 900, height: 600, renditions: ready.1.map(\.rendition))))
      #expect(Set(ready.1) == Set(MediaSample.stored))
      #expect(ready.2 == [ready.0].compactMap(\.self))
      // Whoever reads the log hears of each step, and of nothing that somebody wrote.
      let changes = try await fair.read { try $0.changes(after: .start, of: .media, 1, atMost: 9) }
      #expect(changes.count == 3)
    }
  }

  @Test(arguments: Engine.all)
  func `what its first bytes belie does not wait, and a refused file says why`(engine: Engine)
    async throws
  {
    try await GigFair.open(engine) { fair in
      let (seller, actor) = (fair.sellers[0], fair.actor(0))
      let faults: [MediaFault] = [
        .empty, .tooLarge(bytesMax: 5), .unknownFormat, .mislabelled, .tooManyPixels(max: 6),
        .tooSmall(sideMin: 7), .tooManyPages(max: 8), .unreadable,
      ]
      for (place, fault) in faults.enumerated() {
        let key = MediaKey.sample(UInt64(place))
        let file = try await fair.write { tx in
          _ = try tx.openMedia(.sample(), key: key, of: seller, by: actor, at: now)
          #expect(throws: MediaError.unfit(.mislabelled)) {
            try tx.mediaArrived(
              key, digest: "d", head: [0xFF, 0xD8, 0xFF, 0xE0], by: actor, at: now)
          }
          try tx.mediaRefused(key, because: fault, at: now)
          return try tx.media(key)
        }
        #expect(file?.state == .refused(fault))
      }
    }
  }

  @Test(arguments: Engine.all)
  func `so many files arrive at once, so many lie unused, and no more`(engine: Engine) async throws
  {
    try await GigFair.open(engine) { fair in
      let (seller, actor) = (fair.sellers[0], fair.actor(0))
      try await fair.write { tx in
        for number in 0..<UInt64(MediaFile.arrivingMax) {
          _ = try tx.openMedia(.sample(), key: .sample(number), of: seller, by: actor, at: now)
        }
        #expect(throws: MediaError.tooManyArriving(max: MediaFile.arrivingMax)) {
          try tx.openMedia(.sample(), key: .sample(999), of: seller, by: actor, at: now)
        }
        // Those of others are others'.
        _ = try tx.openMedia(
          .sample(), key: .sample(998), of: fair.sellers[1], by: fair.actor(1), at: now)
        for number in 0..<UInt64(MediaFile.unusedMax) {
          if number >= UInt64(MediaFile.arrivingMax) {
            _ = try tx.openMedia(.sample(), key: .sample(number), of: seller, by: actor, at: now)
          }
          try tx.mediaArrived(
            .sample(number), digest: "d", head: MediaSample.pngHead, by: actor, at: now)
        }
        #expect(throws: MediaError.tooManyUnused(max: MediaFile.unusedMax)) {
          try tx.openMedia(.sample(), key: .sample(999), of: seller, by: actor, at: now)
        }
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a gig is published with ready files of its own party only`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      let (seller, actor) = (fair.sellers[0], fair.actor(0))
      let key = MediaKey.sample(1)
      let content = GigContent.small.with { $0.media = [GigMedia(file: key.text, caption: [:])] }
      func refusal() async throws -> [GigFault] {
        do {
          try await fair.write { tx in
            let gig = try tx.openGig(of: seller, in: fair.categories[0], by: actor, at: now)
            try tx.reviseGig(gig.id, content, from: 0, by: actor, at: now)
            try tx.publishGig(gig.id, by: actor, at: now)
          }
          return []
        } catch GigError.unfit(let faults) { return faults }
      }
      #expect(try await refusal() == [.unknown(.media)])
      try await fair.write { tx in
        _ = try tx.makeArriving(key, of: fair.sellers[1])
      }
      #expect(try await refusal() == [.unknown(.media)])
      try await fair.write { tx in
        try tx.removeMedia(key, by: .operator, at: now)
        _ = try tx.openMedia(.sample(), key: key, of: seller, by: actor, at: now)
      }
      #expect(try await refusal() == [.notReady(.media)])
      try await fair.write { tx in
        try tx.mediaArrived(key, digest: "d", head: MediaSample.pngHead, by: actor, at: now)
        try tx.mediaReady(key, MediaSample.looked, MediaSample.stored, at: now)
      }
      #expect(try await refusal() == [])
      let shown = try await fair.read { rows in
        (try rows.gigs(showing: try #require(try rows.media(key)).id), try rows.isUsed(key))
      }
      #expect(shown.0.count == 1 && shown.1)
    }
  }

  @Test(arguments: Engine.all)
  func `what nothing shows for a day is forgotten, and what a gig names stays`(engine: Engine)
    async throws
  {
    try await GigFair.open(engine) { fair in
      let (seller, actor) = (fair.sellers[0], fair.actor(0))
      let (used, unused, arriving) = (MediaKey.sample(1), MediaKey.sample(2), MediaKey.sample(3))
      try await fair.write { tx in
        for key in [used, unused, arriving] {
          _ = try tx.openMedia(.sample(), key: key, of: seller, by: actor, at: now)
        }
        for key in [used, unused] {
          try tx.mediaArrived(key, digest: "d", head: MediaSample.pngHead, by: actor, at: now)
          try tx.mediaReady(key, MediaSample.looked, MediaSample.stored, at: now)
        }
        let gig = try tx.openGig(of: seller, in: fair.categories[0], by: actor, at: now)
        // Drafts name it too.
        let content = GigContent.small.with {
          $0.media = [used, arriving].map { GigMedia(file: $0.text, caption: [:]) }
        }
        try tx.reviseGig(gig.id, content, from: 0, by: actor, at: now)
        #expect(throws: MediaError.inUse) { try tx.removeMedia(used, by: actor, at: now) }
      }
      let later = now + .hours(25)
      let found = try await fair.read { rows in
        (
          try rows.unusedMedia(before: now, after: ID(0), atMost: 9)?.unused,
          try rows.unusedMedia(before: later, after: ID(0), atMost: 9)
        )
      }
      #expect(found.0 == nil)
      #expect(found.1?.unused == [unused, arriving] && found.1?.last == ID(3))
      let gone = try await fair.write { tx in
        try [used, unused, arriving].map {
          try tx.forgetUnusedMedia($0, before: later, at: later)
        }
      }
      #expect(gone == [false, true, true])
      let left = try await fair.read { rows in
        (
          try rows.media([used, unused, arriving]).count, try rows.renditions(of: ID(2)).count,
          try rows.strangers(among: [used, unused])
        )
      }
      #expect(left.0 == 1 && left.1 == 0 && left.2 == [unused])
    }
  }
}
