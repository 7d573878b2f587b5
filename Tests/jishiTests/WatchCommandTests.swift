import Foundation
import Glibc
import Proving
import Testing

/// The site as somebody sees it who works on it.
@Suite struct WatchCommandTests {
  private static let patience = Duration.seconds(60)
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  let market: TestMarket

  init() throws {
    market = try TestMarket()
    for name in ["themes", "locales"] {
      try FileManager.default.copyItem(
        atPath: Self.root.appending(path: name).path, toPath: market.folder.file(name))
    }
    try market.write(article("The first words."), to: "content/en/help/ordering.md")
  }

  private func article(_ text: String) -> String {
    """
    ---
    title = Ordering
    description = What is to be known about it.
    group = buyers
    place = 1
    updated = 2026-03-04
    ---
    \(text)

    """
  }

  /// Without cards: one that is due while the theme is broken tells of it, too.
  private func start(_ words: String...) throws -> Child {
    let always = ["watch", "--listen", "127.0.0.1:0", "--mediaworker", "none"]
    return try Child(Command.ours("jishi"), always + words, in: market.folder.path)
  }

  /// A page as a browser has it open: what it showed, and the number that it asks with.
  private func open(_ path: String, at port: String) throws -> (text: String, change: String) {
    let text = try get(path, at: port)
    let tag = /<script src="\/\.jishi\/live\.js" data-change="(\d+)" defer><\/script><\/body>/
    return (text, String(try #require(text.firstMatch(of: tag), "\(text)").1))
  }

  /// As the script of the page does: asks until there is an answer with a number.
  private func awaitChange(after change: String, at port: String) throws {
    let end = ContinuousClock.now + Self.patience
    while ContinuousClock.now < end {
      let answer = try get("/.jishi/changes?after=\(change)", at: port)
      if answer.hasPrefix("HTTP/1.1 200 ") {
        let number = try #require(answer.firstMatch(of: /(\d+)\n$/)).1
        #expect(Int(number) ?? 0 > Int(change) ?? .max)
        return
      }
      try #require(answer.hasPrefix("HTTP/1.1 204 "), "\(answer)")
    }
    Issue.record("nothing has changed")
  }

  private func replace(_ old: String, with new: String, in file: String) throws {
    let path = market.folder.file(file)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(old), "\(file)")
    try text.replacing(old, with: new, maxReplacements: 1)
      .write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test func `what is edited is on the page that asks, and the files are those of a build`() throws
  {
    let child = try start()
    defer { child.signal(SIGKILL) }
    let port = try port(in: try child.read(until: "Serving output/site at"))
    let home = try open("/en", at: port)
    #expect(!home.text.contains("<h1 id=\"edited\""))
    try replace("<h1", with: "<h1 id=\"edited\"", in: "themes/default/pages/home.html")
    try awaitChange(after: home.change, at: port)
    #expect(try open("/en", at: port).text.contains("<h1 id=\"edited\""))

    let help = try open("/en/help/ordering", at: port)
    #expect(help.text.contains("The first words."))
    try market.write(article("Other words."), to: "content/en/help/ordering.md")
    try awaitChange(after: help.change, at: port)
    let edited = try open("/en/help/ordering", at: port)
    #expect(edited.text.contains("Other words."))

    try replace(
      "missing.heading = ", with: "missing.heading = Surely ", in: "locales/en/missing.txt")
    try awaitChange(after: edited.change, at: port)
    #expect(try get("/en/none", at: port).contains("Surely "))

    child.signal(SIGTERM)
    #expect(try child.read(until: "ended").hasSuffix("requests, ended as asked.\n"))
    #expect(child.wait() == 0)
    let built = try market.object("build")
    #expect(built["written"] as? Int == 0)
    #expect(built["removed"] as? Int == 0)
    #expect(built["warnings"] as? [String] == [], "the manifest is that of the files")
    try market.ran("build", "--output", "elsewhere")
    let differ = try Command.run(
      "diff", ["-r", "output/site/", "elsewhere/site/"], in: market.folder.path)
    #expect(differ.code == 0, "\(differ.output)")
  }

  @Test func `a change of the market is on the page that asks`() throws {
    try market.stock()
    let child = try start()
    defer { child.signal(SIGKILL) }
    let port = try port(in: try child.read(until: "Serving"))
    let home = try open("/en/c", at: port)
    #expect(!home.text.contains("Slogans"))
    try market.write(
      TestMarket.brand + "\n[category slogans]\nname.zh-CN = 口号\nname.en = Slogans\n",
      to: "content/categories/brand.sheet")
    try market.ran("catalogue", "load")
    try awaitChange(after: home.change, at: port)
    #expect(try open("/en/c", at: port).text.contains("Slogans"))
  }

  @Test func `a fault is told once, the site stays, and mending it refreshes`() throws {
    try market.stock()
    try market.ran("gig", "create", "gig.sheet", "--publish")
    try market.ran("build")
    let child = try start()
    defer { child.signal(SIGKILL) }
    var begun = ""
    while !["Serving", "Following"].allSatisfy(begun.contains) {
      begun += try child.read(until: "\n")
    }
    let port = try port(in: begun)
    let before = try open("/en", at: port)
    let template = "themes/default/pages/home.html"
    try replace("<h1", with: "{{ nmae }}<h1", in: template)
    let said = try child.read(until: "The edit waits until that is mended.")
    #expect(said.contains("\(template):"))
    #expect(said.contains("found the field “nmae”"))
    // The worker tries again after a second.
    #expect(child.read(within: .milliseconds(1_500)) == nil)
    let meanwhile = try open("/en", at: port)
    #expect(meanwhile.change == before.change)
    // A slip must not keep up what has to go.
    try market.ran("gig", "take-down", "1", "--reason", "Not allowed.")
    try child.read(until: "removed, ")
    #expect(!FileManager.default.fileExists(atPath: market.folder.file("output/site/en/v/1.html")))
    let after = try open("/en", at: port)
    try replace("{{ nmae }}<h1", with: "<h1 id=\"mended\"", in: template)
    try awaitChange(after: after.change, at: port)
    #expect(try open("/en", at: port).text.contains("<h1 id=\"mended\""))
    try child.read(until: "It works again.")
    child.signal(SIGINT)
    #expect(child.wait() == 0)
  }

  @Test func `it ends although a page waits, and tells programs what it did`() throws {
    let child = try start("--json", "--verbose")
    defer { child.signal(SIGKILL) }
    let end = ContinuousClock.now + Self.patience
    while !child.errors.contains("Serving"), ContinuousClock.now < end { _ = poll(nil, 0, 10) }
    let port = try port(in: child.errors)
    let page = try open("/en", at: port)
    let waiting = try Child(
      "bash",
      [
        "-c",
        "exec 3<>/dev/tcp/127.0.0.1/\(port); printf 'GET /.jishi/changes?after=\(page.change) HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n' >&3; echo; timeout 60 cat <&3",
      ])
    defer { waiting.signal(SIGKILL) }
    #expect(waiting.read(within: Self.patience) != nil)
    // Whoever asks behind it has been heard, so it has been heard too, or is about to be.
    _ = try get("/en", at: port)
    child.signal(SIGTERM)
    let object = try JSONSerialization.jsonObject(with: Data(child.readAll().utf8))
    #expect((object as? [String: Any])?["requests"] as? Int ?? 0 >= 2)
    #expect(child.wait() == 0)
    #expect(child.errors.contains("200 GET /en "))
    #expect(waiting.wait() == 0)
  }

  @Test func `a port that is taken and a market that is not there are said so`() throws {
    let child = try start()
    defer { child.signal(SIGKILL) }
    let port = try port(in: try child.read(until: "Serving"))
    let second = try market.jishi("watch", "--listen", "127.0.0.1:\(port)", "--output", "other")
    #expect(second.code == 3)
    #expect(second.errors.contains("Another program listens at 127.0.0.1:\(port) already"))
    let none = try market.jishi("watch", "--db", "sqlite:none.db")
    #expect(none.code == 2)
    #expect(none.errors.contains("no database at none.db"), "\(none.errors)")
  }
}
