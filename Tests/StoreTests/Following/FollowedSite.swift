import Foundation
import Glibc
import Market
import Outside
import Pages
import Proving
import Testing
import Theme

@testable import Site
@testable import Store

/// The site of a market that changes, kept by who follows its log.
final class FollowedSite {
  static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized.path(
    percentEncoded: false)
  static let theme = Result {
    try LoadedTheme(forPagesOf: "default", in: "\(root)/themes", locales: "\(root)/locales")
  }

  let folder: TemporaryFolder
  private let store: Store
  private let address: Address
  private var settings: SiteWorker.Settings
  private var theme: LoadedTheme
  private var follower: Follower?
  private(set) var builds = 0
  private(set) var updates = 0

  init(of store: Store, at address: Address) throws {
    self.store = store
    self.address = address
    folder = try TemporaryFolder()
    theme = try Self.theme.get()
    let materials = Materials(
      theme: "default", themes: "\(Self.root)/themes", locales: "\(Self.root)/locales",
      content: folder.file("content"))
    settings = SiteWorker.Settings(
      materials, output: folder.file("output"),
      site: SiteFacts(origin: try #require(SiteOrigin("https://jishi.example"))),
      clock: { Instant(milliseconds: 0) })
    // Where the program puts the cards it draws while it is employed.
    settings.shelf = Shelf(.folder(folder.file("data/media")))
    for language in ["en", "zh-CN"] {
      try write("Ordering", to: "content/\(language)/help/ordering.md")
    }
  }

  func write(_ title: String, to path: String) throws {
    let text = """
      ---
      title = \(title)
      description = What is to be known about it.
      group = buyers
      place = 1
      updated = 2026-03-04
      ---
      Text of \(title).

      """
    let file = URL(filePath: folder.file(path))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Somebody writes, or takes away, what the market says in its own words.
  func edit(using random: inout Seeded) throws {
    let language = ["en", "zh-CN"][Int.random(in: 0...1, using: &random)]
    let path =
      "content/\(language)/help/\(["fees", "escrow"][Int.random(in: 0...1, using: &random)]).md"
    if Bool.random(using: &random), FileManager.default.fileExists(atPath: folder.file(path)) {
      try FileManager.default.removeItem(atPath: folder.file(path))
    } else {
      try write("Help \(Int.random(in: 1...3, using: &random))", to: path)
    }
    forget()
  }

  /// An operator has another theme, which says one thing otherwise.
  func restyle() throws {
    let other = try Self.other.get()
    isRestyled.toggle()
    theme = isRestyled ? other.theme : try Self.theme.get()
    let root = isRestyled ? other.folder.path : Self.root
    settings.materials.themes = "\(root)/themes"
    settings.materials.locales = "\(root)/locales"
    forget()
  }

  private var isRestyled = false

  private static let other = Result {
    let folder = try TemporaryFolder()
    for name in ["themes", "locales"] {
      try FileManager.default.copyItem(atPath: "\(root)/\(name)", toPath: folder.file(name))
    }
    let page = URL(filePath: folder.file("themes/default/pages/gig.html"))
    let text = try String(contentsOf: page, encoding: .utf8)
    try Data(text.replacing("<dl>", with: "<dl class=\"facts\">").utf8).write(to: page)
    let messages = URL(filePath: folder.file("locales/en/site.txt"))
    let words = try String(contentsOf: messages, encoding: .utf8)
    try Data(words.replacing("site.title = ", with: "site.title = The ").utf8).write(to: messages)
    let theme = try LoadedTheme(
      forPagesOf: "default", in: folder.file("themes"), locales: folder.file("locales"))
    return (theme: theme, folder: folder)
  }

  /// Somebody else begins where this one has stopped.
  func forget() { follower = nil }

  /// The program follows from now on, until it is killed.
  func employ(using random: inout Seeded) throws {
    forget()
    let worker = try work()
    self.worker = worker
    // It begins with a build, since it is another program than this one.
    if Int.random(in: 0..<5, using: &random) > 0 { try worker.read(until: "Following") }
  }

  deinit { worker?.signal(SIGKILL) }

  /// Whether the program follows.
  var isEmployed: Bool { worker != nil }

  /// Kills the program while it writes, if it begins to in time, and now and then anyway.
  func strike(using random: inout Seeded) throws {
    let site = try FileManager.default.destinationOfSymbolicLink(atPath: "\(settings.output)/site")
    let places = ["staging", "batch"].map { "\(settings.output)/\(site).\($0)" }
    func isWriting() -> Bool { places.contains { access($0, F_OK) == 0 } }
    let end = ContinuousClock.now + Self.patience
    while !isWriting(), ContinuousClock.now < end { usleep(50) }
    let isSeen = isWriting()
    usleep(.random(in: 0...Self.writingMax, using: &random))
    if isSeen || Int.random(in: 0..<8, using: &random) == 0 { try dismiss() }
  }

  func dismiss() throws {
    guard let worker else { return }
    worker.signal(SIGKILL)
    let said = worker.readAll()
    guard worker.wait() == 128 + SIGKILL, !said.contains("stays as it was") else {
      throw ProvingError.failed("the worker was in trouble: \(said)\(worker.errors)")
    }
    self.worker = nil
    deaths += 1
    if try isHalfDone() { halves += 1 }
  }

  private var worker: Child?
  private static let patience = Duration.milliseconds(120)
  /// In microseconds.
  private static let writingMax: useconds_t = 2_000
  private(set) var deaths = 0
  /// How many of them left a change half done.
  private(set) var halves = 0

  private func work() throws -> Child {
    let place =
      switch address {
      case .sqlite(let path): "sqlite:\(path)"
      case .postgres(let url): url
      }
    let materials = settings.materials
    let words = [
      "work", "--verbose", "--db", place, "--themes", materials.themes, "--locales",
      materials.locales, "--content", materials.content, "--output", settings.output, "--url",
      "https://jishi.example",
    ]
    return try Child(Command.ours("jishi"), words, in: folder.path)
  }

  private func isHalfDone() throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: "\(settings.output)/sites").contains {
      $0.hasSuffix("staging") || $0.hasSuffix("batch")
    }
  }

  func follow(toTheEnd isLast: Bool) async throws {
    for _ in 0..<1_000 {
      let (theme, content) = (theme, settings.materials.content)
      let loaded = try await store.read { try Loaded(theme, content: content, $0) }
      guard let follower = try follower ?? Follower(settings, loaded) else {
        try await build()
        continue
      }
      self.follower = follower
      let outcome = try await store.read { rows in try follower.step(rows, isLast: isLast) }
      if outcome.needsBuild { try await build() }
      if outcome.needsBuild || outcome.isStale {
        self.follower = nil
      } else if outcome.isIdle {
        return
      }
      if case .updated = outcome.update { updates += 1 }
    }
    throw ProvingError.failed("there is always something left to do")
  }

  func build() async throws {
    var options = Build.Options()
    options.isUpdate = true
    options.shelf = settings.shelf
    options.release = NewRelease(
      settings.materials, made: settings.clock(), by: .build, settings.keeping)
    let build = Build(
      theme, settings.site, content: settings.materials.content, into: settings.output, options)
    _ = try await build.run(store) { _ in }
    builds += 1
  }

  /// The files of a former release come back.
  func freeze(as release: Int) async throws {
    forget()
    let outcome = try await Rollback(settings).restoreFiles(of: release, store)
    freezer = try Freezer(outcome.new, of: Trees(in: settings.output), settings)
  }

  private var freezer: Freezer?

  /// Whether anything was taken down.
  func takeDown() async throws -> Bool {
    guard let freezer else { return false }
    return try await store.read { rows in try freezer.step(rows).update != nil }
  }

  /// Sends what visitors see here to somewhere else.
  func deploy(to destination: some Destination) throws -> Deployment.Outcome {
    let target = Target(
      "far", at: .folder(""), facts: { _ in ("", "") }, clock: { Instant(milliseconds: 0) })
    return try Deployment(
      of: settings.output, at: settings.site.origin, to: target, destination
    ).run()
  }

  /// All that visitors see.
  func files() throws -> [String: Data] { try files(settings.output) }

  /// How it differs from the same site made anew.
  func differences() async throws -> [String] {
    let clean = folder.file("clean")
    try? FileManager.default.removeItem(atPath: clean)
    var options = Build.Options()
    options.shelf = settings.shelf
    let build = Build(
      theme, settings.site, content: settings.materials.content, into: clean, options)
    _ = try await build.run(store) { _ in }
    let (ours, theirs) = (try files(settings.output), try files(clean))
    let paths = Set(ours.keys).union(theirs.keys)
    return paths.filter { ours[$0] != theirs[$0] }.sorted().map { path in
      guard let our = ours[path] else { return "\(path) is missing" }
      guard let their = theirs[path] else { return "\(path) is left" }
      return "\(path): \(Self.parting(of: our, from: their))"
    }
  }

  /// Where two texts begin to differ.
  private static func parting(of our: Data, from their: Data) -> String {
    let same = zip(our, their).prefix { $0 == $1 }.count
    func text(_ data: Data) -> String {
      String(decoding: data.dropFirst(max(0, same - 60)).prefix(120), as: UTF8.self)
    }
    return "“\(text(our))” is “\(text(their))”"
  }

  /// Links of all pages that lead nowhere, as a visitor would find them now.
  func deadLinks() throws -> [String] {
    let site = URL(filePath: "\(settings.output)/site").resolvingSymlinksInPath().path
    let found = try #require(FileManager.default.enumerator(atPath: site))
    let paths = Set(found.compactMap { $0 as? String })
    var dead: [String] = []
    for path in paths where path.hasSuffix(".html") {
      for link in try links(of: "\(site)/\(path)") where !paths.contains(String(link.dropFirst())) {
        let page = link == "/" ? "index.html" : "\(link.dropFirst()).html"
        if !paths.contains(page) { dead.append("\(path) leads to \(link)") }
      }
    }
    return dead.sorted()
  }

  /// A file that is written anew is another file.
  private func links(of path: String) throws -> Set<String> {
    var status = stat()
    guard stat(path, &status) == 0 else { throw ProvingError.failed("\(path) is gone") }
    let mark = [Int(status.st_ino), status.st_size, status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
    if let known = linksByFile[path], known.mark == mark { return known.links }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let links = Set(text.matches(of: Self.link).map { String($0.1) })
      .filter { !PageAddress.isOfEndpoint($0) }
    linksByFile[path] = (mark, links)
    return links
  }

  private var linksByFile: [String: (mark: [Int], links: Set<String>)] = [:]
  nonisolated(unsafe) private static let link = /(?:href|src)="(\/[^"#?]*)/

  private func files(_ output: String) throws -> [String: Data] {
    let site = URL(filePath: "\(output)/site").resolvingSymlinksInPath().path
    let paths = try #require(FileManager.default.enumerator(atPath: site))
    var files: [String: Data] = [:]
    for case let path as String in paths {
      let file = URL(filePath: "\(site)/\(path)")
      if let data = try? Data(contentsOf: file) { files[path] = data }
    }
    return files
  }
}
