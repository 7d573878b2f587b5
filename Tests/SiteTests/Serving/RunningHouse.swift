import Foundation
import Proving

/// `jishi serve`, and what a visitor does there.
final class RunningHouse: Sendable {
  enum Trouble: Error {
    case status(Int)
    /// It is gone, or has not been asked.
    case gone
  }

  let child: Child
  let port: UInt16

  init(_ child: Child) throws {
    self.child = child
    let lines = try child.read(until: "Serving")
    guard let found = lines.firstMatch(of: /127\.0\.0\.1:(\d+)\//), let port = UInt16(found.1)
    else { throw ProvingError.failed("no port: \(lines)") }
    self.port = port
  }

  func get(_ target: String) throws -> Client.Reply {
    let client = try Client(port: port)
    client.get(target, "Connection: close\r\n")
    guard let reply = try client.reply() else { throw Trouble.gone }
    return reply
  }

  /// Of a gig that is shown.
  func gigPath() throws -> String {
    for number in 1...100 {
      let answer = try get("/api/v1/gigs/\(number)")
      if let found = answer.text.firstMatch(of: /"en":"(\/en\/g\/[^"]+)"/) {
        return String(found.1)
      }
    }
    throw ProvingError.failed("no gig is shown")
  }

  /// What the report is known by. Each is from another address, as a proxy tells it: one alone may not
  /// send so many.
  func report(_ subject: String, _ detail: String, from number: Int) throws -> String {
    let client: Client
    do { client = try Client(port: port) } catch { throw Trouble.gone }
    let body = "{\"subject\":\"\(subject)\",\"reason\":\"other\",\"detail\":\"\(detail)\"}"
    let address = (0..<4).map { _ in "\(Int.random(in: 1...250))" }.joined(separator: ".")
    client.send(
      "POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: \(address)\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    )
    guard let reply = try? client.reply() else { throw Trouble.gone }
    guard reply.status == 201 else { throw Trouble.status(reply.status) }
    guard let found = reply.text.firstMatch(of: /"receipt":"([0-9a-z]+)"/) else {
      throw ProvingError.failed(reply.text)
    }
    return String(found.1)
  }
}

extension Workshop {
  /// Of all reports, as the operator lists them.
  func receipts() throws -> Set<String> {
    var found: Set<String> = []
    var last = 0
    while true {
      let after = last > 0 ? "--after=\(last)" : "--limit=1000"
      let answer = try jishi("reports", "--all", after, "--json")
      let object = try object(answer)
      guard let reports = object["reports"] as? [[String: Any]], !reports.isEmpty else {
        return found
      }
      for report in reports {
        if let receipt = report["receipt"] as? String { found.insert(receipt) }
        last = max(last, report["id"] as? Int ?? 0)
      }
    }
  }

  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try String(contentsOfFile: folder.file(path), encoding: .utf8)
    guard text.contains(old) else { throw ProvingError.failed("\(path) has no \(old)") }
    try folder.write(text.replacing(old, with: new), to: path)
  }
}

/// Several threads of one kind.
struct Threads {
  private let group = DispatchGroup()

  func wait() { group.wait() }

  fileprivate func start(_ body: @escaping @Sendable () -> Void) {
    group.enter()
    let group = group
    Thread {
      body()
      group.leave()
    }.start()
  }
}

extension Thread {
  static func detached(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) -> Threads {
    let threads = Threads()
    for number in 0..<count { threads.start { body(number) } }
    return threads
  }
}
