import Foundation
import HTTP
import Market
import Proving
import Web

@testable import Store

/// Somebody with a browser: it keeps cookies, follows redirects, and sends the forms of the pages it sees.
final class Member {
  let stall: Stall
  let tag: String
  private(set) var cookies: [String: String] = [:]
  private(set) var page: Client.Reply?
  private(set) var path = ""

  init(_ stall: Stall, in tag: String = "zh-CN") { (self.stall, self.tag) = (stall, tag) }

  var text: String { page?.text ?? "" }
  var status: Int { page?.status ?? 0 }
  var isSignedIn: Bool { cookies["session"] != nil }

  @discardableResult
  func open(_ path: String) throws -> Client.Reply {
    try ask("GET \(path) HTTP/1.1", [], at: path)
  }

  /// Fills in the form of the page that is open, with the hidden fields that it has.
  @discardableResult
  func send(
    _ fields: [String: String], to action: String? = nil, withToken: Bool = true
  ) throws -> Client.Reply {
    var all = withToken ? ["token": token ?? ""] : [:]
    for (name, value) in fields { all[name] = value }
    let body = all.map { "\($0.key)=\(Self.encoded($0.value))" }.joined(separator: "&")
    let target = action ?? String(path.prefix { $0 != "?" })
    return try ask(
      "POST \(target) HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded",
      Array(body.utf8),
      at: target)
  }

  /// The same with files, as browsers send these.
  @discardableResult
  func send(
    _ fields: [String: String], files: [SentFile], to target: String
  ) throws -> Client.Reply {
    var body: [UInt8] = []
    let line = "--form\r\nContent-Disposition: form-data; name="
    for (name, value) in fields.merging(["token": token ?? ""], uniquingKeysWith: { own, _ in own })
    {
      body += Array("\(line)\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    for file in files {
      let head = "\"\(file.field)\"; filename=\"\(file.name)\"\r\nContent-Type: \(file.type)"
      body += Array("\(line)\(head)\r\n\r\n".utf8) + file.bytes + Array("\r\n".utf8)
    }
    body += Array("--form--\r\n".utf8)
    return try ask(
      "POST \(target) HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=form", body,
      at: target)
  }

  struct SentFile {
    var field = "upload"
    let name: String
    var type = "image/png"
    let bytes: [UInt8]
  }

  var token: String? { hidden("token") }

  func hidden(_ name: String) -> String? {
    guard let start = text.range(of: "name=\"\(name)\" value=\"") else { return nil }
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }

  func forget(_ cookie: String) { cookies[cookie] = nil }
  func keep(_ cookie: String, _ value: String) { cookies[cookie] = value }

  private func ask(_ head: String, _ body: [UInt8], at path: String) throws -> Client.Reply {
    let jar = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    let reply = try stall.ask(
      head + "\r\nUser-Agent: Mozilla/5.0 (test)\r\nAccept: text/html"
        + (jar.isEmpty ? "" : "\r\nCookie: \(jar)"), body)
    for line in reply.head where line.lowercased().hasPrefix("set-cookie: ") {
      take(String(line.dropFirst("set-cookie: ".count)))
    }
    if reply.status == 303, let place = reply["Location"] { return try open(place) }
    (page, self.path) = (reply, path)
    return reply
  }

  private func take(_ line: String) {
    let pair = line.prefix { $0 != ";" }
    let name = String(pair.prefix { $0 != "=" })
    let value = String(pair.dropFirst(name.count + 1))
    cookies[name] = line.contains("Max-Age=0") ? nil : value
  }

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

extension Stall {
  /// The code that was sent there last.
  func code(sentTo recipient: String) async throws -> String? {
    try await store.read { rows -> String? in
      let body: String? = try rows.row(
        "select body from outgoing where recipient = $1 order by id desc limit 1", recipient
      ) { try $0[0] }
      guard case .code(_, let code, _) = body.flatMap({ Notification($0) })?.subject else {
        return nil
      }
      return code
    }
  }
}
