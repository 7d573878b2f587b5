import Foundation
import HTTP
import Market
import Pages
import Proving
import Store
import Testing
import Web

/// A search from the box to the page, as a browser without scripts sends it.
struct SearchRouteTests {
  @Test(arguments: Stall.engines)
  func `a gig is found by its title, in both languages`(engine: String) async throws {
    let stall = try await Stall(engine)
    try await stall.followSearch()
    let card = try await stall.someCard()
    let title = try #require(card.titles.inOrder.first?.text)
    for tag in ["zh-CN", "en"] {
      let found = try stall.search(["q": title], in: tag)
      #expect(found.status == 200)
      #expect(found["Content-Language"] == tag)
      #expect(found["Cache-Control"] == "no-store, no-transform")
      let locale = try #require(Locale(tag))
      let path = PageAddress.gig(card.gig, card.slugs).path(in: locale)
      #expect(found.text.contains("<a href=\"\(path)\""))
      // A page of nobody's but who asks: no robot lists it, and it is known by no address of its own.
      #expect(found.text.contains("<meta name=\"robots\" content=\"noindex\">"))
      let known = "http://localhost/\(tag)/search"
      #expect(found.text.contains("<link rel=\"canonical\" href=\"\(known)\">"))
      #expect(!found.text.contains("hreflang=\"x-default\""))
    }
    #expect(stall.faults.all.isEmpty)
  }

  @Test func `without a question a file answers`() async throws {
    let stall = try await Stall()
    for query in ["", "?", "?q=", "?q=%20+", "?page=2", "?kind=sellers&category=x"] {
      let answer = try stall.get("/en/search\(query)")
      #expect(answer.status == 404 && answer.text.contains("a file"), "\(query)")
    }
    #expect(try stall.get("/fr/search?q=x").text.contains("a file"))
    #expect(try stall.ask("HEAD /en/search?q=x HTTP/1.1").status == 200)
    #expect(try stall.get("/en/search?q=%FF").status == 400)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\" onfocus=\"alert(1)", "'><img src=x onerror=alert(1)>",
    "</title><svg onload=alert(1)>", "{{ frame }}{% if %}", "javascript:alert(1)",
  ])
  func `what was typed is shown, and does nothing`(text: String) async throws {
    let stall = try await Stall()
    for fields in [["q": text], ["q": text, "category": text, "price-from": text, "kind": text]] {
      let page = try stall.search(fields, in: "en").text
      #expect(!page.contains(text) || !text.contains { "<\"'".contains($0) })
      #expect(!page.contains("<script>alert") && !page.contains("<svg onload"))
      let shown = text.replacingOccurrences(of: "&", with: "&amp;")
        .replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: ">", with: "&gt;")
        .replacingOccurrences(of: "\"", with: "&quot;").replacingOccurrences(of: "'", with: "&#39;")
      // In the box at the top, and in the form with the filters.
      #expect(page.contains("name=\"q\" type=\"search\"") && page.contains("value=\"\(shown)\""))
    }
  }

  @Test(arguments: [
    (["price-from": "viel"], "field-price-from"), (["price-to": "1.234"], "field-price-to"),
    (["price-to": "-1"], "field-price-to"), (["category": "nowhere"], "field-category"),
    (["kind": "jobs"], ""), (["page": "0"], ""), (["page": "41"], ""), (["page": "x"], ""),
    (["currency": "ZZZ"], ""), (["q": String(repeating: "长", count: 81)], ""),
    (["price-from": "99999999999999999999"], "field-price-from"),
  ])
  func `a filter that is wrong is told, and nothing is lost`(
    wrong: [String: String], place: String
  ) async throws {
    let stall = try await Stall()
    var fields = ["q": "logo", "category": "", "price-from": "10", "price-to": "20.50"]
    fields.merge(wrong) { $1 }
    let answer = try stall.search(fields, in: "zh-CN")
    #expect(answer.status == 422)
    #expect(answer.text.contains("role=\"alert\""))
    if !place.isEmpty { #expect(answer.text.contains("href=\"#\(place)\"")) }
    for name in ["q", "price-from", "price-to"] {
      #expect(answer.text.contains("value=\"\(fields[name] ?? "")\""), "\(name)")
    }
    #expect(answer.text.contains("<form action=\"/zh-CN/search\""))
  }

  @Test func `filters narrow what programs find, and pages follow`() async throws {
    let stall = try await Stall()
    try await stall.followSearch()
    let route = try #require(RouteTable.all.routes.first { $0.path.text == "/api/v1/search" })
    guard case .json(let shape) = route.gives else { throw ProvingError.failed("no shape") }
    let card = try await stall.someCard()
    let word = String(try #require(card.titles[.chinese]).prefix(2))
    func ask(_ fields: [String: String]) throws -> [Int] {
      let query = stall.encoded(fields.merging(["q": word]) { $1 })
      let answer = try stall.get("/api/v1/search?\(query)")
      #expect(answer.status == 200)
      #expect(shape.flaw(in: try JSON(reading: answer.body)) == nil)
      let gigs = try #require(try answer.json()["gigs"] as? [[String: Any]])
      return gigs.compactMap { $0["gig"] as? Int }
    }
    let number = Int(card.gig.number)
    let catalogue = try await stall.store.read { try $0.categories() }
    let own = try #require(catalogue.first { $0.id == card.category })
    let group = try #require(catalogue.first { $0.id == own.group })
    let other = try #require(catalogue.first { $0.group != nil && $0.group != own.group })
    #expect(try ask([:]).contains(number))
    #expect(try ask(["category": own.slug]).contains(number))
    #expect(try ask(["category": group.slug]).contains(number))
    #expect(try !ask(["category": other.slug]).contains(number))
    let price = card.lowestPrice
    let currency = price.asset.code
    #expect(
      try ask([
        "price-from": price.decimal, "price-to": price.decimal, "currency": currency,
      ]).contains(number))
    #expect(
      try !ask([
        "price-to": (price.minorUnits - 1).decimal(scale: price.asset.scale),
        "currency": currency,
      ]).contains(number))
    // Beyond the last page there is nothing.
    #expect(try ask(["page": "40"]).isEmpty)
    #expect(try stall.get("/api/v1/search").status == 422)
  }

  @Test func `sellers are found, and shown as sellers`() async throws {
    let stall = try await Stall()
    try await stall.followSearch()
    let name = try await stall.someCard().seller
    let text = try #require(name.names.inOrder.first?.text)
    let found = try stall.search(["q": text, "kind": "sellers"], in: "en")
    #expect(found.text.contains("<ul class=\"sellers\">"))
    let path = PageAddress.seller(name.party, name.slugs).path(in: .english)
    #expect(found.text.contains("<a href=\"\(path)\""))
    let json = try stall.get("/api/v1/search?kind=sellers&" + stall.encoded(["q": text])).json()
    #expect((json["sellers"] as? [[String: Any]])?.isEmpty == false)
    #expect((json["gigs"] as? [[String: Any]])?.isEmpty == true)
  }

  @Test func `who finds nothing is helped on, and who is hidden is not found`() async throws {
    let stall = try await Stall()
    try await stall.followSearch()
    let nothing = try stall.search(["q": "没有这样的东西吧"], in: "zh-CN")
    #expect(nothing.status == 200)
    #expect(nothing.text.contains("没有找到符合的服务") && nothing.text.contains("/zh-CN/c/"))
    #expect(try stall.search(["q": "🎨"], in: "en").text.contains("no word in this"))
    let card = try await stall.someCard()
    let title = try #require(card.titles.inOrder.first?.text)
    let path = PageAddress.gig(card.gig, card.slugs).path(in: .english)
    #expect(try stall.search(["q": title], in: "en").text.contains("\"\(path)\""))
    let moment = stall.now
    _ = try await stall.store.write { tx in try tx.pauseGig(card.gig, by: .operator, at: moment) }
    // At once, although nobody has followed the log.
    #expect(try !stall.search(["q": title], in: "en").text.contains("\"\(path)\""))
  }

  @Test func `one address may ask so often, and no more`() async throws {
    let stall = try await Stall()
    var answers: [Int] = []
    for _ in 0..<125 { answers.append(try stall.get("/api/v1/search?q=x").status) }
    #expect(answers.filter { $0 == 429 }.count == 5)
  }
}

extension Stall {
  /// What the worker does, in one go.
  fileprivate func followSearch() async throws {
    let moment = now
    try await store.write { tx in
      while true {
        let start = try tx.cursor("search")
        let touched = try tx.searchTouched(after: start, atMost: 1_000)
        guard touched.position > start else { return }
        try tx.indexForSearch(Array(touched.gigs))
        try tx.indexForSearch(Array(touched.sellers))
        try tx.moveCursor("search", from: start, to: touched.position, at: moment)
      }
    }
  }

  fileprivate func someCard() async throws -> GigCardRecord {
    let card = try await store.read { rows in
      try rows.gigCards(rows.shownGigs(after: ID(0), atMost: 30)).first {
        $0.titles[.chinese] != nil && $0.seller.isShown
      }
    }
    return try #require(card)
  }

  fileprivate func encoded(_ fields: [String: String]) -> String {
    var letters = CharacterSet.alphanumerics
    letters.formIntersection(CharacterSet(charactersIn: Unicode.Scalar(0)..."\u{7F}"))
    return fields.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: letters) ?? "")"
    }.joined(separator: "&")
  }

  fileprivate func search(_ fields: [String: String], in tag: String) throws -> Client.Reply {
    try get("/\(tag)/search?\(encoded(fields))")
  }
}
