import Foundation
import HTTP
import Market
import Outside
import Pages
import Proving
import Testing

@testable import Store
@testable import Web

/// Files as browsers send them and see them.
@Suite struct MediaPageTests {
  /// A member with a browser, whose page carries a token.
  private struct Browser {
    let stall: Stall
    let cookies: String
    let token: String
    let party: ID<Party>

    init(_ stall: Stall, _ name: String = "ada") async throws {
      self.stall = stall
      let guest = Guest(nil, Chance.system)
      var chance = Chance.system
      let secret = Secret(using: &chance)
      let arrival = Arrival(
        .browser, secret, device: Secret(using: &chance),
        Whereabouts(agent: "", address: "127.0.0.1"))
      let moment = stall.now
      party = try await stall.store.write { tx in
        let account = try tx.openAccount(
          name: name, contact: Contact(email: "\(name)@example.com"), locale: .english,
          by: .operator, at: moment)
        _ = try tx.begin(arrival, account, isSecond: false, at: moment)
        return account.party
      }.value
      cookies = "Cookie: guest=\(guest.secret); session=\(secret.text)"
      token = FormToken.make(for: guest, secret, Chance.system)
    }

    func send(_ head: String, _ body: [UInt8]) throws -> Client.Reply {
      let client = try stall.client()
      client.send(
        Array(
          "\(head)\r\nHost: localhost\r\n\(cookies)\r\nContent-Length: \(body.count)\r\n\r\n".utf8)
          + body)
      guard let reply = try client.reply() else { throw ProvingError.failed("no answer") }
      return reply
    }
  }

  @Test func `a script of a page sends a file by cookie and token, and by neither alone`()
    async throws
  {
    let stall = try await Stall()
    let browser = try await Browser(stall)
    let bytes = Sender.picture(500)
    let open = "POST /api/v1/media HTTP/1.1\r\nContent-Type: application/json"
    let body = Array(#"{"name":"a.png","bytes":500,"type":"image/png"}"#.utf8)
    #expect(try browser.send(open, body).status == 401)
    let forged = "\(open)\r\nForm-Token: \(String(browser.token.reversed()))"
    #expect(try browser.send(forged, body).status == 401)
    let crossSite = "\(open)\r\nForm-Token: \(browser.token)\r\nSec-Fetch-Site: cross-site"
    #expect(try browser.send(crossSite, body).status == 403)
    let opened = try browser.send("\(open)\r\nForm-Token: \(browser.token)", body)
    #expect(opened.status == 201)
    let key = try #require(try opened.json()["media"] as? String)
    let head =
      "PATCH /api/v1/media/\(key) HTTP/1.1\r\nUpload-Offset: 0\r\n"
      + "Content-Type: application/offset+octet-stream"
    #expect(try browser.send(head, bytes).status == 401)
    #expect(try browser.send("\(head)\r\nForm-Token: \(browser.token)", bytes).status == 200)
    #expect(try stall.shelf(key) == bytes)
  }

  @Test func `a program sees the files of its member, and no other way in changes`() async throws {
    let stall = try await Stall()
    let (ada, browser) = (try await Sender(stall), try await Browser(stall, "bob"))
    let bytes = Sender.picture(900)
    let key = try ada.open("a.png", bytes: bytes.count).key
    #expect(try ada.add(bytes, to: key, at: 0).status == 200)
    let path = "/en/studio/media/\(key)/original"
    #expect(try stall.get(path, ada.identity).body == bytes)
    #expect(try stall.get(path, "\(ada.identity)x").status == 303)
    #expect(try stall.get(path, browser.cookies).status == 404)
    // A server before ours asks for a password of its own.
    let basic = "\(browser.cookies)\r\nAuthorization: Basic YTpi"
    #expect(try stall.get("/en/settings", basic).status == 200)
  }

  @Test func `the owner sees his file and what was made of it, and nobody else does`() async throws
  {
    let stall = try await Stall()
    let (ada, bob) = (try await Browser(stall), try await Browser(stall, "bob"))
    let key = MediaKey.nothing
    let rendition = Rendition(.webp, width: 400, height: 300)
    let moment = stall.now
    try await stall.store.write { tx in
      _ = try tx.openMedia(
        MediaOffer(name: "标 志.png", label: "image/png", bytes: 5), key: key, of: ada.party,
        by: .operator, at: moment)
      try tx.mediaArrived(key, digest: "d", head: Sender.pngHead, by: .operator, at: moment)
    }
    try stall.keep(Array("pixel".utf8), as: Shelf.Part(originalOf: key))
    try stall.keep(Array("small".utf8), as: Shelf.Part(rendition, of: key))
    let path = "/en/studio/media/\(key)"
    #expect(try stall.get("\(path)/400.webp", ada.cookies).status == 404)
    try await stall.store.write { tx in
      try tx.mediaReady(
        key, LookedAt(width: 900, height: 600, renditions: [rendition]),
        [StoredRendition(rendition, bytes: 5, digest: "r")], at: moment)
    }
    let small = try stall.get("\(path)/400.webp", ada.cookies)
    #expect(small.status == 200 && small.text == "small" && small["Content-Type"] == "image/webp")
    let original = try stall.get("\(path)/original", ada.cookies)
    #expect(original.text == "pixel" && original["Content-Type"] == "image/png")
    #expect(
      original["Content-Disposition"] == "inline; filename*=UTF-8''%E6%A0%87%20%E5%BF%97.png")
    #expect(original["Content-Security-Policy"] == "default-src 'none'; sandbox")
    #expect(original["X-Content-Type-Options"] == "nosniff")
    #expect(original["Cache-Control"]?.contains("no-store") == true)
    for name in ["800.webp", "400.jpg", "..", "original%2F..", ".original"] {
      #expect(try stall.get("\(path)/\(name)", ada.cookies).status == 404, "\(name)")
    }
    #expect(try stall.get("\(path)/original", bob.cookies).status == 404)
    #expect(try stall.get("\(path)/original").status == 303)
    #expect(stall.faults.all.isEmpty)
  }

  @Test func `a form brings a whole file in one request, or is told what is wrong with it`()
    async throws
  {
    let again: @Sendable (Visit, Trouble) -> Web.Step = { .answer($0.answer(to: $1)) }
    var limits = RouteLimits.writing
    limits.bodyBytesMax = 1 << 20
    limits.spools = true
    let route = WebRoute.form(
      "/{locale}/try", "A form with a file.", for: .member, takes: LocaleAsked.self,
      limits: limits, again: again
    ) { visit, _ in
      guard let form = visit.parts, let part = form["file"], let party = visit.mediaParty else {
        throw Trouble("file", .missing)
      }
      return try visit.receiveWhole(part, of: form, for: party) {
        throw MediaError.unfit($0)
      } then: { file in
        .answer(visit.redirect(to: "/\(file.key)"))
      }
    }
    let stall = try await Stall(table: RouteTable([route]))
    let browser = try await Browser(stall)
    func send(_ bytes: [UInt8], _ name: String = "a.png") throws -> Client.Reply {
      let head = """
        --b\r
        Content-Disposition: form-data; name="token"\r
        \r
        \(browser.token)\r
        --b\r
        Content-Disposition: form-data; name="file"; filename="\(name)"\r
        Content-Type: image/png\r
        \r

        """
      var body = Array(head.utf8)
      body += bytes
      body += Array("\r\n--b--\r\n".utf8)
      return try browser.send(
        "POST /en/try HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=b", body)
    }
    // Larger than what is taken into memory.
    let bytes = Sender.picture(300_000)
    let sent = try send(bytes)
    #expect(sent.status == 303)
    let key = String(sent["Location"]?.dropFirst() ?? "")
    #expect(try stall.shelf(key) == bytes)
    let row = try await stall.store.read { try $0.media(try #require(MediaKey(key))) }
    #expect(row?.state == .waiting && row?.party == browser.party)
    #expect(try send(Array("GIF89a...".utf8)).status == 422)
    #expect(try send([]).status == 422)
    #expect(try send(Sender.picture(2 << 20)).status == 413)
    #expect(try stall.arriving() == [])
    #expect(stall.faults.all.isEmpty)
  }
}

extension Stall {
  fileprivate func keep(_ bytes: [UInt8], as part: Shelf.Part) throws {
    let path = folder.file("kept")
    try Data(bytes).write(to: URL(filePath: path))
    try media.shelf.put(part, from: path)
  }
}
