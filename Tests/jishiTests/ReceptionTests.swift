import Foundation
import Glibc
import Proving
import Testing

/// Who is let in to `jishi serve`, and what it tells those who watch over it.
@Suite struct ReceptionTests {
  private struct Line: Decodable {
    let id: String
    let client: String
    let method: String
    let path: String
    let status: Int
    let bytes: Int
    let microseconds: Int
    let time: String
  }

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let site = URL(filePath: folder.file("output/site"))
    try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
    try Data("<p>home</p>".utf8).write(to: site.appending(path: "en.html"))
    try Data("<p>none</p>".utf8).write(to: site.appending(path: "404.html"))
  }

  private func start(_ words: String...) throws -> Child {
    try Child(
      Command.ours("jishi"), ["serve", "--only", "files", "--listen", "127.0.0.1:0"] + words,
      in: folder.path)
  }

  private func end(_ child: Child) {
    child.signal(SIGTERM)
    #expect(child.wait() == 0)
  }

  private func ask(_ port: String, _ head: String) throws -> Client.Reply? {
    let client = try Client(port: #require(UInt16(port)))
    client.send("\(head)\r\nConnection: close\r\n\r\n")
    return try client.reply()
  }

  @Test func `only names of this machine, of the site and of the settings are answered`() throws {
    let child = try start("--url", "https://jishi.example", "--hosts", "www.jishi.example other")
    defer { child.signal(SIGKILL) }
    let port = try port(in: try child.read(until: "Serving"))
    for name in [
      "localhost", "127.0.0.1:80", "[::1]:8080", "jishi.example", "JISHI.example:443",
      "www.jishi.example", "other",
    ] {
      #expect(try ask(port, "GET /en HTTP/1.1\r\nHost: \(name)")?.status == 200, "\(name)")
    }
    for name in ["evil.example", "jishi.example.evil.example", "", "xjishi.example", "10.0.0.1"] {
      let reply = try ask(port, "GET /en HTTP/1.1\r\nHost: \(name)")
      #expect(reply?.status == 421, "\(name)")
      #expect(reply?.text.contains("home") == false)
    }
    // So old that it names nobody.
    #expect(try ask(port, "GET /en HTTP/1.0")?.status == 200)
    end(child)
  }

  @Test func `each request is a line of the log, without what may be somebody's own`() throws {
    let child = try start("--accesslog", "access.log", "--proxies", "127.0.0.0/8")
    defer { child.signal(SIGKILL) }
    let port = try port(in: try child.read(until: "Serving"))
    let host = "Host: localhost"
    _ = try ask(port, "GET /en?token=secret HTTP/1.1\r\n\(host)")
    _ = try ask(
      port, "GET /none\" HTTP/1.1\r\n\(host)\r\nX-Forwarded-For: 192.0.2.9, 198.51.100.7")
    _ = try ask(port, "GET /en HTTP/1.1\r\n\(host)\r\nX-Forwarded-For: nobody")
    _ = try ask(port, "G(T / HTTP/1.1\r\n\(host)")
    end(child)
    let text = try String(contentsOfFile: folder.file("access.log"), encoding: .utf8)
    #expect(!text.contains("secret"))
    let lines = try text.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    #expect(lines.map(\.status) == [200, 404, 200, 400])
    #expect(lines.map(\.path) == ["/en", "/none\"", "/en", ""])
    #expect(lines.map(\.client) == ["127.0.0.1", "198.51.100.7", "127.0.0.1", ""])
    #expect(Set(lines.map(\.id)).count == 4)
    #expect(lines.allSatisfy { $0.time.contains("T") && $0.microseconds >= 0 })
    #expect(lines[0].bytes == 11)
    #expect(lines[0].method == "GET")
  }

  @Test func `a log that was moved away goes on in a new file`() throws {
    let child = try start("--accesslog", "access.log")
    defer { child.signal(SIGKILL) }
    let port = try port(in: try child.read(until: "Serving"))
    _ = try get("/en", at: port)
    let log = folder.file("access.log")
    func count(_ path: String) -> Int {
      (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n").count ?? 0
    }
    let end = ContinuousClock.now + Client.patience
    while count(log) < 1, ContinuousClock.now < end { _ = poll(nil, 0, 5) }
    #expect(rename(log, log + ".1") == 0)
    _ = try get("/en", at: port)
    self.end(child)
    #expect(count(log + ".1") == 1)
    #expect(count(log) == 1)
  }

  @Test func `those who watch over it are answered at an address of their own`() throws {
    let child = try start("--monitor", "127.0.0.1:0")
    defer { child.signal(SIGKILL) }
    let said = try child.read(until: "Serving")
    let ports = said.matches(of: /127\.0\.0\.1:(\d+)\//).map { String($0.1) }
    try #require(ports.count == 2)
    let (monitor, port) = (ports[0], ports[1])
    for _ in 0..<3 { _ = try get("/en", at: port) }
    _ = try get("/none", at: port)
    #expect(try get("/health", at: monitor).hasSuffix("alive\n"))
    #expect(try get("/ready", at: monitor).hasPrefix("HTTP/1.1 200 "))
    #expect(try get("/en", at: monitor).hasPrefix("HTTP/1.1 404 "))
    #expect(try get("/metrics", at: port).hasPrefix("HTTP/1.1 404 "))
    let metrics = try get("/metrics", at: monitor)
    for line in [
      "jishi_answers_total{status=\"2xx\"} 3", "jishi_answers_total{status=\"4xx\"} 2",
      "jishi_answer_seconds_count 5", "jishi_answer_seconds_bucket{le=\"+Inf\"} 5",
    ] { #expect(metrics.contains("\(line)\n"), "\(line)") }
    try FileManager.default.moveItem(
      atPath: folder.file("output/site"), toPath: folder.file("aside"))
    #expect(try get("/ready", at: monitor).hasPrefix("HTTP/1.1 503 "))
    end(child)
  }

  @Test(arguments: [
    (["--certificate", "a.pem"], "certificate and key go together, and only certificate is set."),
    (["--certificate", "a.pem", "--key", "b.pem"], "cannot be used"),
    (["--proxies", "10.0.0.0/33"], "proxies must be addresses or networks"),
    (["--monitor", "8081"], "monitor must be an address of this machine and a port"),
    (["--accesslog", "nowhere/access.log"], "Nothing can be written to nowhere/access.log"),
  ])
  func `what cannot be is said`(words: [String], sentence: String) throws {
    let answer = try Command.run(
      Command.ours("jishi"), ["serve", "--only", "files", "--listen", "127.0.0.1:0"] + words,
      in: folder.path)
    #expect(answer.code == 2)
    #expect(answer.errors.contains(sentence), "\(answer.errors)")
  }
}
