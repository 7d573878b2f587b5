import Foundation
import Market
import Outside
import Pages
import Proving
import Testing

@testable import Site

/// A site goes into a bucket whose service checks each signature.
@Suite struct BucketDeployTests {
  private static let kills = count("JISHI_KILLS", or: 3)

  private let moto: Moto

  init() throws { moto = try Moto.shared.get() }

  private func workshop(_ name: String, _ more: String = "") async throws -> Workshop {
    let workshop = try await Workshop.fair()
    try workshop.write(targets: workshop.targetInBucket(name, at: moto, more))
    return workshop
  }

  private func deploy(_ workshop: Workshop, _ name: String, _ words: String...) throws -> String {
    let answer = try Command.run(
      Command.ours("jishi"), ["deploy", name] + words, in: workshop.folder.path,
      environment: ["JISHI_SECRET_\(name.uppercased())": moto.secret])
    guard answer.code == 0 else { throw ProvingError.failed(answer.errors) }
    return answer.output
  }

  @Test func `everything is there under the name that is asked for, and is kept as it may be`()
    async throws
  {
    let workshop = try await workshop("first")
    _ = try deploy(workshop, "first")
    let stored = try StoredFiles(at: moto, under: "first")
    #expect(try stored.site == workshop.site().objects)
    let page = try #require(stored.items["zh-CN/c"])
    #expect(page.type == "text/html; charset=utf-8")
    #expect(page.cache == "no-cache, no-transform")
    let style = try #require(stored.items.values.first { $0.name.hasSuffix(".css") })
    #expect(style.type == "text/css; charset=utf-8")
    #expect(style.cache == "public, max-age=31536000, immutable, no-transform")
    #expect(stored.items["sitemap.xml"]?.type == "application/xml; charset=utf-8")
    let feed = try #require(stored.items.values.first { $0.name.hasSuffix("/feed.xml") })
    #expect(feed.type == "application/atom+xml; charset=utf-8")
    #expect(stored.items["index.html"] != nil)
  }

  @Test func `only what has changed is sent`() async throws {
    let workshop = try await workshop("second")
    _ = try deploy(workshop, "second")
    let before = try StoredFiles(at: moto, under: "second")
    let old = try workshop.site()
    try workshop.ran("gig", "pause", "\(try await Fair.made().plan.seal)")
    try workshop.ran("work", "--once")
    let new = try workshop.site()
    _ = try deploy(workshop, "second")
    let after = try StoredFiles(at: moto, under: "second")
    #expect(after.site == new.objects)
    let changed = new.objects.filter { old.objects[$0.key] != $0.value }.keys
    #expect(after.put(since: before) == Set(changed))
    #expect(before.items.count > after.items.count)
    #expect(try deploy(workshop, "second").contains("up to date"))
    #expect(try StoredFiles(at: moto, under: "second").put(since: after) == [])
  }

  @Test func `texts are there packed where that is wanted`() async throws {
    let workshop = try await workshop("packed", ", \"compress\": \"gzip\"")
    let refused = try workshop.deploy("packed", secret: moto.secret, for: "packed")
    #expect(refused.code == 2)
    #expect(refused.errors.contains("the site is built without"))
    try workshop.write(
      targets: workshop.targetInBucket("packed", at: moto, ", \"compress\": \"gzip\""),
      "\"compress\": \"gzip\",")
    _ = try deploy(workshop, "packed")
    #expect(try StoredFiles(at: moto, under: "packed").items["zh-CN/c"]?.encoding == "")
    // The pages are the same, but not what is there of them.
    try workshop.ran("build")
    _ = try deploy(workshop, "packed")
    let stored = try StoredFiles(at: moto, under: "packed")
    #expect(try stored.site == workshop.site().objects)
    #expect(stored.items["zh-CN/c"]?.encoding == "gzip")
    // What is too short to gain by it is not packed.
    #expect(stored.items.contains { $0.value.encoding == "" })
  }

  @Test func `pages keep their ending where that is wanted`() async throws {
    let workshop = try await workshop("ending", ", \"pages\": \"html\"")
    _ = try deploy(workshop, "ending")
    let stored = try StoredFiles(at: moto, under: "ending")
    let files = try workshop.site().files.map { (String($0.key.dropFirst()), $0.value) }
    #expect(stored.site == Dictionary(uniqueKeysWithValues: files))
    #expect(stored.items["zh-CN/c.html"]?.type == "text/html; charset=utf-8")
  }

  @Test func `who is killed goes on, and visitors are led to nowhere at no time`() async throws {
    let workshop = try await workshop("killed")
    _ = try deploy(workshop, "killed")
    var random = Seeded(7)
    for _ in 0..<Self.kills {
      try await workshop.renew()
      let child = try Child(
        Command.ours("jishi"), ["deploy", "killed"], in: workshop.folder.path,
        environment: ["JISHI_SECRET_KILLED": moto.secret])
      usleep(.random(in: 0...1_200_000, using: &random))
      child.signal(SIGKILL)
      child.wait()
      let stored = try StoredFiles(at: moto, under: "killed")
      #expect(BuiltSite(objects: stored.site).deadLinks == [])
    }
    _ = try deploy(workshop, "killed")
    #expect(try StoredFiles(at: moto, under: "killed").site == workshop.site().objects)
  }

  @Test func `what somebody has spoiled there is found and mended`() async throws {
    let workshop = try await workshop("spoiled")
    _ = try deploy(workshop, "spoiled")
    try StoredFiles.change("spoiled/en/c", to: "other", at: moto)
    try StoredFiles.change("spoiled/robots.txt", to: nil, at: moto)
    #expect(try deploy(workshop, "spoiled").contains("up to date"))
    let said = try deploy(workshop, "spoiled", "--check")
    #expect(said.contains("not as it should be: en/c.html"))
    #expect(said.contains("not as it should be: robots.txt"))
    #expect(said.contains("2 files sent"))
    #expect(try StoredFiles(at: moto, under: "spoiled").site == workshop.site().objects)
  }

  @Test func `who has a wrong secret is told so, and nothing is sent`() async throws {
    let workshop = try await workshop("secret")
    let answer = try workshop.deploy("secret", secret: "wrong", for: "secret")
    #expect(answer.code == 3)
    #expect(answer.errors.contains("The secret of the key \(moto.keyID) is wrong"))
    #expect(try StoredFiles(at: moto, under: "secret").items.isEmpty)
    let none = try workshop.deploy("secret")
    #expect(none.code == 2)
    #expect(none.errors.contains("JISHI_SECRET_SECRET"))
  }

  @Test(arguments: [-20, 20] as [Int64])
  func `a clock that is wrong is said to be, and nothing is sent`(minutes: Int64) async throws {
    let workshop = try await Workshop.fair()
    let folder = "clock\(minutes)"
    let target = Target(
      "clock",
      at: .bucket(
        try BucketAddress(
          bucket: Moto.bucket, region: Moto.region, endpoint: moto.endpoint, prefix: folder),
        AccessKey(id: moto.keyID, secret: moto.secret), .none, areBare: true, workers: 2),
      facts: { _ in ("", "") },
      clock: {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000) + minutes * 60_000)
      })
    let deployment = try Deployment(
      of: workshop.folder.file("output"), at: try #require(SiteOrigin(Shop.site)), to: target
    ) { _ in }
    let error = #expect(throws: DeployError.self) { try deployment.run() }
    #expect(error?.description.contains(minutes < 0 ? "behind" : "ahead of") == true)
    #expect(try StoredFiles(at: moto, under: folder).items.isEmpty)
  }

  @Test func `a service that goes away is said to be away, and what it lost is sent again`()
    async throws
  {
    let own = try Moto()
    let workshop = try await Workshop.fair()
    try workshop.write(targets: workshop.targetInBucket("away", at: own))
    func deploy(_ words: String...) throws -> Command {
      try Command.run(
        Command.ours("jishi"), ["deploy", "away"] + words, in: workshop.folder.path,
        environment: ["JISHI_SECRET_AWAY": own.secret])
    }
    #expect(try deploy().code == 0)
    own.kill()
    try await workshop.renew()
    let answer = try deploy()
    #expect(answer.code == 3)
    #expect(answer.errors.contains("There is no connection to 127.0.0.1"))
    // It has forgotten everything.
    try own.start()
    #expect(try deploy("--check").code == 0)
    #expect(try StoredFiles(at: own, under: "away").site == workshop.site().objects)
  }
}

extension BuiltSite {
  /// Of what is in a bucket.
  fileprivate init(objects: [String: Data]) {
    let files = objects.map { name, bytes in
      (name.contains(".") ? "/\(name)" : "/\(name).html", bytes)
    }
    self.init(files: Dictionary(uniqueKeysWithValues: files))
  }
}
