import Foundation
import Glibc
import Proving

private let gigsUsual = 10_000
private let rounds = 25
private let millisecondsMax = 50.0
private let polling: UInt32 = 500

/// From pressing Publish to the new bytes of the page, as a visitor gets them from the same program. How
/// many gigs there are is in JISHI_PUBLISH_GIGS.
func publishing() throws -> [Figure] {
  let gigs = try number("JISHI_PUBLISH_GIGS", or: gigsUsual)
  let market = try BenchMarket(gigs: gigs)
  _ = try market.build(into: "output")
  let words = ["serve", "--reads", "0", "--url", BenchMarket.origin, "--hosts", "localhost"]
  let command = market.command(words)
  let ours = try Ours(
    Array(command.dropFirst()), program: command[0], in: market.folder.path)
  defer { ours.end() }
  let seller = try BenchSeller(at: ours.port)
  let all = try seller.gigs()
  guard !all.isEmpty else { throw ProvingError.failed("seller1 has nothing on offer") }
  var times: [Double] = []
  for round in 0..<rounds {
    let time = try seller.publish(all[round % all.count], marked: "mark\(round)x")
    // The first ones find nothing in memory.
    if round >= rounds / 5 { times.append(time) }
  }
  let middle = median(times)
  return [
    Figure(
      name: "publish", value: middle,
      unit: "ms from pressing Publish to the new page, median; at most \(Int(times.max() ?? 0))",
      ratio: middle / millisecondsMax,
      against: "\(Int(millisecondsMax)), the limit, with \(gigs) gigs")
  ]
}

/// A seller's program, and somebody who looks at the pages.
private struct BenchSeller {
  private let seller: Client
  private let visitor: Client
  private let token: String

  init(at port: UInt16) throws {
    seller = try Client(port: port)
    visitor = try Client(port: port)
    let body = #"{"contact":"seller1@example.com","password":"demo-password-1"}"#
    seller.send(Self.request("POST", "/api/v1/auth/login", body))
    let tokens = try Self.json(try seller.reply())["tokens"] as? [String: Any]
    guard let token = tokens?["access"] as? String else {
      throw ProvingError.failed("nobody lets seller1 in")
    }
    self.token = token
  }

  /// Those that visitors see.
  func gigs() throws -> [Int] {
    let all = try ask("GET", "/api/v1/gigs")["gigs"] as? [[String: Any]] ?? []
    return all.filter { $0["isShown"] as? Bool == true }.compactMap { $0["gig"] as? Int }
  }

  /// The milliseconds until the page says it.
  func publish(_ gig: Int, marked mark: String) throws -> Double {
    let path = "/api/v1/gigs/\(gig)"
    var draft = try ask("GET", path + "/draft")
    let links = try ask("GET", path)["links"] as? [String: String]
    guard let page = links?.values.sorted().last,
      var about = draft["description"] as? [String: String]
    else { throw ProvingError.failed("gig \(gig) has no page") }
    for language in about.keys { about[language]? += " \(mark)" }
    let told = [
      "gig", "category", "state", "moderation", "reason", "isShown", "isUnpublished", "faults",
    ]
    for name in told { draft[name] = nil }
    draft["description"] = about
    let body = String(decoding: try JSONSerialization.data(withJSONObject: draft), as: UTF8.self)
    let kept = try ask("PUT", path + "/draft", body)
    guard let revision = kept["revision"] as? Int else { throw ProvingError.failed("\(kept)") }
    let begin = ContinuousClock.now
    seller.send(
      Self.request("POST", path + "/publish", #"{"revision":\#(revision)}"#, token))
    while true {
      visitor.get(page)
      if try visitor.reply()?.text.contains(mark) == true { break }
      guard ContinuousClock.now - begin < .seconds(20) else {
        throw ProvingError.failed(
          "\(page) does not say \(mark): \(String(describing: try seller.reply()?.text))")
      }
      usleep(polling)
    }
    let time = (ContinuousClock.now - begin) / .milliseconds(1)
    guard try seller.reply()?.status == 200 else { throw ProvingError.failed("not published") }
    return time
  }

  private func ask(_ method: String, _ path: String, _ body: String = "") throws -> [String: Any] {
    seller.send(Self.request(method, path, body, token))
    return try Self.json(try seller.reply())
  }

  private static func request(
    _ method: String, _ path: String, _ body: String, _ token: String? = nil
  ) -> String {
    let proof = token.map { "Authorization: Bearer \($0)\r\n" } ?? ""
    let type = body.isEmpty ? "" : "Content-Type: application/json\r\n"
    return "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n\(proof)\(type)"
      + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  private static func json(_ reply: Client.Reply?) throws -> [String: Any] {
    guard let reply, reply.status < 300,
      let json = try JSONSerialization.jsonObject(with: Data(reply.body)) as? [String: Any]
    else { throw ProvingError.failed(reply?.text ?? "no answer") }
    return json
  }
}
