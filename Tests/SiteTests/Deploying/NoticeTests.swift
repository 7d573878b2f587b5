import Foundation
import Proving
import Synchronization
import Testing

/// Caches and search engines are told of what has changed, and nobody else of what has not.
@Suite struct NoticeTests {
  private static let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"

  /// The requests that somebody gets while something is done, in their order.
  private static func heard(
    _ listener: Listener, answering answer: String = answer, while body: () throws -> Void
  ) throws -> [String] {
    let end = "/the-end"
    let requests = Mutex<[String]>([])
    let done = DispatchSemaphore(value: 0)
    Thread {
      while let request = try? listener.hear(answering: answer), !request.contains(end) {
        requests.withLock { $0.append(request) }
      }
      done.signal()
    }.start()
    defer { done.wait() }
    defer {
      let client = try? Client(port: listener.port)
      client?.get(end)
      _ = try? client?.reply()
    }
    try body()
    return requests.withLock { $0 }
  }

  private func workshop(_ settings: String) async throws -> Workshop {
    let workshop = try await Workshop.fair()
    try workshop.write(targets: "\"far\": { \"to\": \"./www\", \(settings) }")
    return workshop
  }

  private func pauseSeal(_ workshop: Workshop) async throws {
    try workshop.ran("gig", "pause", "\(try await Fair.made().plan.seal)")
    try workshop.ran("work", "--once")
  }

  private let seal = "\(Shop.site)/en/g/a-seal-carved-by-hand-1"

  @Test func `a cache is told of what changed or went, and not of what is new`() async throws {
    let workshop = try await workshop("\"purge\": \"purge.txt\"")
    try workshop.ran("deploy", "far")
    #expect(!workshop.folder.has("purge.txt"))
    let before = try workshop.site()
    try await pauseSeal(workshop)
    let said = try workshop.ran("deploy", "far", "--stale")
    let lines = try workshop.folder.text("purge.txt").split(separator: "\n").map(String.init)
    let after = try workshop.site()
    let stale = before.files.filter { after.files[$0.key] != $0.value }.keys.map { path in
      Shop.site + (path == "/index.html" ? "/" : path.replacing(/\.html$/, with: ""))
    }
    #expect(Set(lines) == Set(stale))
    #expect(lines.count == stale.count)
    #expect(lines.contains(seal))
    #expect(lines.allSatisfy(said.contains))
    #expect(!workshop.folder.has("output/deploy/far.purge"))
  }

  @Test func `a server that empties a cache gets a list, with a secret of its own`() async throws {
    let listener = try Listener()
    let workshop = try await workshop("\"purge\": \"http://127.0.0.1:\(listener.port)/purge\"")
    try workshop.ran("deploy", "far")
    try await pauseSeal(workshop)
    let heard = try Self.heard(listener) {
      let answer = try workshop.jishi(
        "deploy", "far", environment: ["JISHI_PURGE_SECRET_FAR": "token"])
      #expect(answer.code == 0)
    }
    #expect(heard[0].hasPrefix("POST /purge HTTP/1.1\r\n"))
    #expect(heard[0].contains("Authorization: Bearer token\r\n"))
    #expect(heard[0].contains("\r\n\r\n{\"files\":[\""))
    // No more at once than such servers take.
    #expect(heard.count > 1)
    #expect(heard.allSatisfy { $0.split(separator: "https://").count <= 31 })
    #expect(heard.joined().contains("\"\(seal)\""))
  }

  @Test func `who cannot be told is told the next time`() async throws {
    let listener = try Listener()
    let workshop = try await workshop("\"purge\": \"http://127.0.0.1:\(listener.port)/purge\"")
    try workshop.ran("deploy", "far")
    try await pauseSeal(workshop)
    let refusal = "HTTP/1.1 403 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    _ = try Self.heard(listener, answering: refusal) {
      let answer = try workshop.jishi("deploy", "far")
      #expect(answer.code == 3)
      #expect(answer.output.contains("the answer was 403"))
    }
    // Pages in the cache still show what only they show, so that stays.
    func left() throws -> [String] {
      try workshop.site().differences(from: BuiltSite(workshop.folder.file("www")))
    }
    #expect(try !left().isEmpty)
    #expect(try left().allSatisfy { $0.hasPrefix("/covers/") })
    let heard = try Self.heard(listener) {
      try workshop.ran("deploy", "far")
    }
    #expect(heard.joined().contains("\"\(seal)\""))
    #expect(try left() == [])
  }

  @Test func `a cache is told of all that changed, whoever was killed in between`() async throws {
    let workshop = try await workshop("\"purge\": \"purge.txt\"")
    try workshop.ran("deploy", "far")
    let before = try workshop.site()
    try await workshop.renew()
    let child = try Child(Command.ours("jishi"), ["deploy", "far"], in: workshop.folder.path)
    while !workshop.folder.has("output/deploy/far.purge") { usleep(200) }
    child.signal(SIGKILL)
    child.wait()
    try workshop.ran("deploy", "far")
    let told = Set(
      try workshop.folder.text("purge.txt").split(separator: "\n").map(String.init))
    let after = try workshop.site()
    let stale = before.files.filter { after.files[$0.key] != $0.value }.keys.map { path in
      Shop.site + (path == "/index.html" ? "/" : path.replacing(/\.html$/, with: ""))
    }
    #expect(Set(stale).subtracting(told) == [])
  }

  @Test func `search engines are told of pages that stand for themselves`() async throws {
    let listener = try Listener()
    let (key, port) = ("0123456789abcdef", listener.port)
    let workshop = try await workshop(
      "\"indexnow\": \"\(key)\", \"indexnow_to\": \"http://127.0.0.1:\(port)/indexnow\"")
    let heard = try Self.heard(listener) {
      let said = try workshop.ran("deploy", "far")
      #expect(said.contains("addresses announced"))
    }
    #expect(
      heard[0].contains(
        "{\"host\":\"jishi.example\",\"key\":\"\(key)\",\"urlList\":[\"\(Shop.site)/"))
    #expect(try workshop.folder.text("www/\(key).txt") == key)
    let told = Set(heard[0].matches(of: /"(https:[^"]*)"/).map { String($0.1) })
    let site = try workshop.site()
    // All that the sitemaps list, and nothing that is another page's double.
    #expect(site.listed.allSatisfy { told.contains(Shop.site + $0) })
    #expect(told.allSatisfy { !$0.contains("/v/") && !$0.hasSuffix("/404") })
    try await pauseSeal(workshop)
    let later = try Self.heard(listener) {
      try workshop.ran("deploy", "far")
    }
    #expect(later[0].contains("\"\(seal)\""))
    #expect(!later[0].contains("/help/"))
  }

  @Test func `Baidu gets its lines`() async throws {
    let listener = try Listener()
    let workshop = try await workshop(
      "\"baidu\": \"Token\", \"baidu_to\": \"http://127.0.0.1:\(listener.port)/urls\"")
    let last = try Self.heard(listener) {
      try workshop.ran("deploy", "far")
    }
    #expect(last[0].hasPrefix("POST /urls?site=\(Shop.site)&token=Token HTTP/1.1\r\n"))
  }

  @Test func `a worker sends each update by itself`() async throws {
    let workshop = try await Workshop.fair()
    try workshop.write(
      targets: "\"far\": { \"to\": \"./www\" }, \"near\": { \"to\": \"./near\" }",
      "\"deploy\": \"far near\",")
    let worker = try workshop.start("work", "--verbose")
    defer { worker.signal(SIGKILL) }
    try worker.read(until: "near: ")
    let seal = try await Fair.made().plan.seal
    for action in ["pause", "resume"] {
      try workshop.ran("gig", action, "\(seal)")
      try worker.read(until: "near: ")
      // Lists follow within moments.
      let end = ContinuousClock.now + .seconds(30)
      while try !workshop.isDeployed, ContinuousClock.now < end { usleep(50_000) }
      #expect(try workshop.isDeployed)
    }
    // What somebody else has built or brought back is sent, too.
    try workshop.ran("build", "--owner", "Somebody else")
    try workshop.ran("rollback", "--raw")
    let end = ContinuousClock.now + .seconds(30)
    while try !workshop.isDeployed, ContinuousClock.now < end { usleep(50_000) }
    #expect(try workshop.isDeployed)
    // A target that cannot be reached keeps nobody from the other, and is said to be.
    try workshop.folder.remove("www")
    try workshop.folder.write("", to: "www")
    try workshop.ran("gig", "pause", "\(seal)")
    let said = try worker.read(until: "near: ")
    #expect(said.contains("far: "))
    try workshop.folder.remove("www")
    worker.signal(SIGTERM)
    #expect(worker.wait() == 0)
  }
}

extension Workshop {
  fileprivate var isDeployed: Bool {
    get throws {
      try ["www", "near"].allSatisfy {
        try site().differences(from: BuiltSite(folder.file($0))).isEmpty
      }
    }
  }
}
