import Foundation
import Glibc
import Market
import Proving
import Store
import Synchronization
import Testing

/// The program that keeps a site, while it is killed and while visitors look.
@Suite struct WorkerTests {
  @Test func `visitors meet whole pages whose links lead somewhere, whoever is killed`()
    async throws
  {
    let workshop = try Workshop(like: Workshop.demo.get())
    let seed = UInt64(count("JISHI_SEED", or: .random(in: 0...999_999)))
    var random = Seeded(seed)
    let server = try workshop.start("serve", "--only", "files", "--listen", "127.0.0.1:0")
    let address = try server.read(until: "Serving").firstMatch(of: /127\.0\.0\.1:(\d+)/)
    let port = try #require(address.flatMap { UInt16($0.1) })
    let visitors = (0..<count("JISHI_VISITORS", or: 4)).map {
      Visitor(at: port, seed: seed + UInt64($0))
    }
    for visitor in visitors { visitor.start() }
    var worker = try workshop.start("work", "--verbose")
    try worker.read(until: "Following")
    try await Store.with(.sqlite(path: workshop.folder.file("data/market.db"))) { store in
      for step in 1...count("JISHI_PUBLISHES", or: 60) {
        let deed = Int.random(in: 0..<3, using: &random)
        let gig = ID<Gig>(.random(in: 1...40, using: &random))
        _ = try await store.write { tx in
          // Some are as they should be already.
          switch deed {
          case 0: try? tx.pauseGig(gig, by: .operator, at: Shop.now)
          case 1: try? tx.resumeGig(gig, by: .operator, at: Shop.now)
          default: try tx.publishNew(step)
          }
        }
        if step % 6 == 0 {
          // Anywhere in what it does now.
          usleep(.random(in: 0...20_000, using: &random))
          worker.signal(SIGKILL)
          let said = worker.readAll()
          if said.contains("stays as it was") { Issue.record("\(said)") }
          worker.wait()
          worker = try workshop.start("work", "--verbose")
          // Every other one is killed before it has begun, perhaps.
          if step % 12 == 0 { try worker.read(until: "Following") }
        }
      }
    }
    worker.signal(SIGTERM)
    // It may not have begun yet.
    #expect([0, 128 + SIGTERM].contains(worker.wait()))
    try workshop.ran("work", "--once")
    let pages = visitors.map { $0.end() }
    server.signal(SIGTERM)
    #expect(server.wait() == 0)
    try workshop.ran("build", "--output", "clean")
    let differences = try workshop.site().differences(from: workshop.site("clean"))
    #expect(differences == [], "seed \(seed)")
    #expect(pages.flatMap(\.faults) == [], "seed \(seed)")
    print("visitors saw \(pages.reduce(0) { $0 + $1.seen }) pages, seed \(seed)")
  }

  @Test func `a publish writes few files, also of somebody new with tags that nobody had`()
    async throws
  {
    let workshop = try Workshop(like: Workshop.demo.get())
    let worker = try workshop.start("work", "--verbose")
    defer { worker.signal(SIGKILL) }
    try worker.read(until: "Following")
    try await Store.with(.sqlite(path: workshop.folder.file("data/market.db"))) { store in
      _ = try await store.write { tx in try tx.publishNew(1, tags: 5) }
    }
    // What somebody waits for, then the rest.
    var said = ""
    while said.matches(of: /rendered in/).count < 2 {
      said += try worker.read(until: "rendered in")
    }
    let written = said.matches(of: /(\d+) files written/).compactMap { Int($0.1) }
    #expect((10...20).contains(written[0]) && written[0] + written[1] <= 60, "\(said)")
  }

  @Test func `a worker lets a build go first, and goes on behind it`() async throws {
    let workshop = try await Workshop.fair()
    let worker = try workshop.start("work", "--verbose")
    defer { worker.signal(SIGKILL) }
    try worker.read(until: "Following")
    for owner in ["A", "B"] {
      try workshop.ran("build", "--owner", owner)
      #expect(try workshop.folder.text("output/site/en.html").contains(owner))
      // It has settings of its own, and follows with them.
      try worker.read(until: "Following")
      #expect(try workshop.ran("verify").contains("as they should be"))
      try worker.read(until: "Following")
    }
    let seal = try await Fair.made().plan.seal
    try workshop.ran("gig", "pause", "\(seal)")
    try worker.read(until: "removed, ")
    #expect(!workshop.folder.has("output/site/en/v/1.html"))
    // What may wait is done before anybody compares.
    try workshop.ran("gig", "resume", "\(seal)")
    #expect(try workshop.ran("verify").contains("as they should be"))
  }

  @Test func `who comes second waits, and takes over when the first has died`() async throws {
    let workshop = try await Workshop.fair()
    let first = try workshop.start("work", "--verbose")
    try first.read(until: "Following")
    let second = try workshop.start("work", "--verbose")
    try second.read(until: "Waiting")
    first.signal(SIGKILL)
    first.wait()
    try second.read(until: "Following")
    let seal = try await Fair.made().plan.seal
    let page = "output/site/en/v/1.html"
    #expect(workshop.folder.has(page))
    try workshop.ran("gig", "pause", "\(seal)")
    try second.read(until: "removed")
    #expect(!workshop.folder.has(page))
    second.signal(SIGTERM)
    #expect(second.wait() == 0)
  }
}

extension Transaction {
  /// A gig of somebody new, with tags that nobody had before. All are in one category, whose pages
  /// come to be.
  fileprivate func publishNew(_ number: Int, tags count: Int = 1) throws {
    let tags = try (1...count).map {
      try tag([.english: "Novelty \(number)-\($0)"], by: .operator, at: Shop.now)
    }
    let seller = try party("new\(number)", "Newcomer \(number)", .english)
    try publish(
      GigContent(titled: [.english: "News \(number)", .chinese: "第\(number)件新品"], tags: tags),
      of: seller, in: "logo-design")
  }
}
