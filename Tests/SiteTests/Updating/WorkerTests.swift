import Foundation
import Glibc
import Market
import Proving
import Store
import Synchronization
import Testing

/// The program that keeps a site, while it is killed and while visitors look.
@Suite struct WorkerTests {
  private static func count(_ variable: String, or usual: Int) -> Int {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? usual
  }

  @Test func `visitors meet whole pages whose links lead somewhere, whoever is killed`()
    async throws
  {
    let workshop = try Workshop(like: Workshop.demo.get())
    let seed = UInt64(Self.count("JISHI_SEED", or: .random(in: 0...999_999)))
    var random = Seeded(seed)
    let visitors = (0..<Self.count("JISHI_VISITORS", or: 4)).map {
      Visitor(of: "\(workshop.folder.path)/output/site", seed: seed + UInt64($0))
    }
    for visitor in visitors { visitor.start() }
    var worker = try workshop.start("work", "--verbose")
    try worker.read(until: "Following")
    try await Store.with(.sqlite(path: workshop.folder.file("data/market.db"))) { store in
      for step in 1...Self.count("JISHI_PUBLISHES", or: 60) {
        let gig = ID<Gig>(.random(in: 1...40, using: &random))
        let isPaused = Bool.random(using: &random)
        // Some are as they should be already.
        _ = try? await store.write { tx in
          if isPaused {
            try tx.pauseGig(gig, by: .operator, at: Shop.now)
          } else {
            try tx.resumeGig(gig, by: .operator, at: Shop.now)
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
    try workshop.ran("build", "--output", "clean")
    let differences = try workshop.site().differences(from: workshop.site("clean"))
    #expect(differences == [], "seed \(seed)")
    #expect(pages.flatMap(\.faults) == [], "seed \(seed)")
    print("visitors saw \(pages.reduce(0) { $0 + $1.seen }) pages, seed \(seed)")
  }

  @Test func `who comes second waits, and takes over when the first has died`() async throws {
    let workshop = try await Workshop.fair()
    let first = try workshop.start("work", "--verbose")
    try first.read(until: "Following")
    let second = try workshop.start("work", "--verbose")
    try second.read(until: "Waiting")
    let build = try workshop.jishi("build")
    #expect(build.code == 3 && build.errors.contains("Another build is writing"))
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

/// Goes from page to page of a folder.
private final class Visitor: Sendable {
  struct Notes: Sendable {
    var seen = 0
    var faults: [String] = []
  }

  private let site: String
  private let seed: UInt64
  private let isAsked = Atomic(false)
  private let notes = Mutex(Notes())
  private let done = DispatchSemaphore(value: 0)

  init(of site: String, seed: UInt64) { (self.site, self.seed) = (site, seed) }

  func start() {
    Thread { [self] in
      var random = Seeded(seed)
      var page = "/en"
      while !isAsked.load(ordering: .relaxed) {
        let links = visit(page)
        page =
          links.randomElement(using: &random)
          ?? ["/en", "/zh-CN"][Int.random(in: 0...1, using: &random)]
      }
      done.signal()
    }.start()
  }

  func end() -> Notes {
    isAsked.store(true, ordering: .relaxed)
    done.wait()
    return notes.withLock { $0 }
  }

  /// Returns the pages that it leads to.
  private func visit(_ page: String) -> [String] {
    guard let text = text(of: page) else { return [] }
    if !text.hasSuffix("</html>\n") { note("\(page) is torn") }
    let links = Set(text.matches(of: /(?:href|src)="(\/[^"#?]*)/).map { String($0.1) })
    for link in links where !isThere(link) {
      // The page may have been another a moment ago; so may the one that it leads to.
      guard let now = self.text(of: page), now.contains("\"\(link)\"") else { continue }
      if !isThere(link) { note("\(page) leads to \(link)") }
    }
    notes.withLock { $0.seen += 1 }
    return links.filter { $0.hasPrefix("/en") || $0.hasPrefix("/zh-CN") }
      .filter { !$0.contains(".") }.sorted()
  }

  private func note(_ fault: String) { notes.withLock { $0.faults.append(fault) } }

  private func text(of page: String) -> String? {
    try? String(contentsOfFile: "\(site)\(page).html", encoding: .utf8)
  }

  private func isThere(_ link: String) -> Bool {
    let path = link == "/" ? "/index.html" : link
    return ["", ".html"].contains { access("\(site)\(path)\($0)", F_OK) == 0 }
  }
}
