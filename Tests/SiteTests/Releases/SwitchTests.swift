import Foundation
import Proving
import Synchronization
import Testing

/// Visitors see one release or the other.
@Suite struct SwitchTests {
  private static let readers = 10
  private static let switches = count("JISHI_SWITCHES", or: 12)

  @Test func `a switch between releases is seen by nobody`() async throws {
    let workshop = try await Workshop.fair()
    let page = "themes/default/layouts/base.html"
    try workshop.folder.write(
      workshop.folder.text(page).replacing("<body", with: "<body class=\"other\""), to: page)
    try workshop.ran("build")
    let server = try workshop.start("serve", "--only", "files", "--listen", "127.0.0.1:0")
    defer { server.signal(SIGKILL) }
    let address = try server.read(until: "Serving").firstMatch(of: /127\.0\.0\.1:(\d+)/)
    let port = try #require(address.flatMap { UInt16($0.1) })
    let visitors = (1...UInt64(Self.readers)).map { Visitor(at: port, seed: $0) }
    for visitor in visitors { visitor.start() }
    for number in 0..<Self.switches {
      try workshop.ran("rollback", number % 2 == 0 ? "--raw" : "--workers=1", "\(number + 1)")
    }
    let notes = visitors.map { $0.end() }
    #expect(notes.flatMap(\.faults) == [])
    #expect(notes.allSatisfy { $0.seen > 10 }, "\(notes.map(\.seen))")
  }
}
