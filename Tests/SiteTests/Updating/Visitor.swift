import Foundation
import Pages
import Proving
import Synchronization

/// Goes from page to page of a site that is served, and looks at each whether it is whole, and whether
/// what it leads to is there.
final class Visitor: Sendable {
  struct Notes: Sendable {
    var seen = 0
    var faults: [String] = []
  }

  private let port: UInt16
  private let seed: UInt64
  private let isAsked = Atomic(false)
  private let notes = Mutex(Notes())
  private let done = DispatchSemaphore(value: 0)

  init(at port: UInt16, seed: UInt64) { (self.port, self.seed) = (port, seed) }

  func start() {
    Thread { [self] in
      do { try stroll() } catch { note("\(error)") }
      done.signal()
    }.start()
  }

  func end() -> Notes {
    isAsked.store(true, ordering: .relaxed)
    done.wait()
    return notes.withLock { $0 }
  }

  private func stroll() throws {
    let line = Line(to: port)
    var random = Seeded(seed)
    var page = "/en"
    while !isAsked.load(ordering: .relaxed) {
      let links = try visit(page, line)
      page = links.randomElement(using: &random) ?? (Bool.random(using: &random) ? "/en" : "/zh-CN")
    }
  }

  /// Returns the pages that it leads to.
  private func visit(_ page: String, _ line: Line) throws -> [String] {
    guard let text = try line.text(of: page) else { return [] }
    if !text.hasSuffix("</html>\n") { note("\(page) is torn") }
    if !text.contains("rel=\"stylesheet\"") { note("\(page) has no style") }
    let links = Set(text.matches(of: /(?:href|src)="(\/[^"#?]*)/).map { String($0.1) })
      .filter { !PageAddress.isOfEndpoint($0) }
    for link in links where try !line.has(link) {
      // The page may have been another a moment ago; so may the one that it leads to.
      guard let now = try line.text(of: page), now.contains("\"\(link)\"") else { continue }
      if try !line.has(link) { note("\(page) leads to \(link)") }
    }
    notes.withLock { $0.seen += 1 }
    return links.filter { $0.hasPrefix("/en") || $0.hasPrefix("/zh-CN") }
      .filter { !$0.contains(".") }.sorted()
  }

  private func note(_ fault: String) { notes.withLock { $0.faults.append(fault) } }
}

/// What one visitor asks a server.
private final class Line {
  private let port: UInt16
  private var client: Client?

  init(to port: UInt16) { self.port = port }

  /// Nil when there is no such page.
  func text(of page: String) throws -> String? {
    let reply = try ask("GET", page)
    return reply.status == 200 ? reply.text : nil
  }

  func has(_ path: String) throws -> Bool { try ask("HEAD", path).status == 200 }

  private func ask(_ method: String, _ path: String) throws -> Client.Reply {
    let client = try client ?? Client(port: port)
    client.send("\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
    guard let reply = try client.reply(toHEAD: method == "HEAD") else {
      throw ProvingError.failed("no answer to \(path)")
    }
    // The server has had enough of one connection.
    let isLast = reply["Connection"]?.lowercased() == "close"
    self.client = isLast ? nil : client
    return reply
  }
}
