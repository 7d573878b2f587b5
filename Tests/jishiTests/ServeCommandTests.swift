import Foundation
import Glibc
import Proving
import Testing

/// The site as an operator looks at it before it is deployed.
@Suite struct ServeCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, to path: String) throws {
    let file = URL(filePath: folder.file(path))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func start(_ words: String...) throws -> Child {
    try Child(
      Command.ours("jishi"), ["serve", "--only", "files", "--listen", "127.0.0.1:0"] + words,
      in: folder.path)
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `the site is served until somebody asks it to end`(signal: Int32) throws {
    try write("<p>首页</p>", to: "output/site/zh-CN.html")
    let child = try start("--verbose")
    defer { child.signal(SIGKILL) }
    let port = try port(in: try child.read(until: "Serving output/site at"))
    let answer = try get("/zh-CN?a", at: port)
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answer.hasSuffix("<p>首页</p>"))
    #expect(try child.read(until: "200") == "200 GET /zh-CN 13\n")
    child.signal(signal)
    #expect(try child.read(until: "ended") == "Answered 1 request, ended as asked.\n")
    #expect(child.wait() == 0)
  }

  @Test func `a site that goes away for a while is missed, and nothing more`() throws {
    try write("<p>home</p>", to: "built/site/en.html")
    let child = try start("--output", "built")
    defer { child.signal(SIGKILL) }
    let port = try port(in: try child.read(until: "Serving built/site at"))
    let (site, aside) = (folder.file("built/site"), folder.file("aside"))
    try FileManager.default.moveItem(atPath: site, toPath: aside)
    #expect(try get("/en", at: port).hasPrefix("HTTP/1.1 503 "))
    try FileManager.default.moveItem(atPath: aside, toPath: site)
    #expect(try get("/en", at: port).hasPrefix("HTTP/1.1 200 "))
    child.signal(SIGTERM)
    #expect(child.wait() == 0)
    // Without --verbose nobody is told who asked for what.
    #expect(child.readAll() == "Answered 2 requests, ended as asked.\n")
  }

  @Test func `another database in the place of the former one is the one that counts`() throws {
    try write("<p>home</p>", to: "output/site/en.html")
    for path in ["data/market.db", "data/other.db"] {
      let made = try Command.run(
        Command.ours("jishi"), ["init", "--db", "sqlite:\(path)"], in: folder.path)
      #expect(made.code == 0)
    }
    let here = FileManager.default.currentDirectoryPath
    let child = try Child(
      Command.ours("jishi"),
      ["serve", "--only", "endpoint", "--listen", "127.0.0.1:0"]
        + ["themes", "locales", "content"].flatMap { ["--\($0)", "\(here)/\($0)"] },
      in: folder.path)
    defer { child.signal(SIGKILL) }
    _ = try child.read(until: "Serving output/site at")
    #expect(rename(folder.file("data/other.db"), folder.file("data/market.db")) == 0)
    #expect(
      try child.read(until: "Another database") == "Another database stands there now.\n")
    let port = try port(in: try child.read(until: "Serving output/site at"))
    #expect(try get("/en/report", at: port).hasPrefix("HTTP/1.1 200 "))
    child.signal(SIGTERM)
    #expect(child.wait() == 0)
  }

  @Test func `a place where somebody listens is said so`() throws {
    try write("", to: "output/site/index.html")
    let child = try start()
    defer { child.signal(SIGKILL) }
    let port = try port(in: try child.read(until: "Serving"))
    let second = try Command.run(
      Command.ours("jishi"), ["serve", "--only", "files", "--listen", "127.0.0.1:\(port)"],
      in: folder.path)
    #expect(second.code == 3)
    #expect(
      second.errors
        == "jishi: Another program listens at 127.0.0.1:\(port) already: end it, or name another port with --listen.\n"
    )
    child.signal(SIGTERM)
    #expect(child.wait() == 0)
  }

  @Test func `without a site it says how to get one`() throws {
    let answer = try Command.run(
      Command.ours("jishi"), ["serve", "--only", "files"], in: folder.path)
    #expect(answer.code == 2)
    #expect(
      answer.errors == "jishi: There is no site at output/site yet: run `jishi build` first.\n")
  }

  @Test(arguments: ["8080", "example.com:80", "127.0.0.1:99999", "::1:80"])
  func `what is no place to listen at is refused`(place: String) throws {
    let answer = try Command.run(
      Command.ours("jishi"), ["config", "--listen", place], in: folder.path)
    #expect(answer.code == 2)
    #expect(answer.errors.contains("such as 127.0.0.1:8080"), "\(answer.errors)")
  }
}
