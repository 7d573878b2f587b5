import Foundation
import HTTP
import Market
import Proving
import Testing

@testable import Store
@testable import Web

/// What sellers do in the studio, over real sockets, as forms without scripts send it.
struct StudioTests {
  private static let words = [
    "title-zh-CN": "为咖啡馆设计手绘标志", "summary-zh-CN": "三个方向，一周定稿。",
    "description-zh-CN": "先聊店，再画草图。\r\n\r\n- 三个方向\r\n- 一套矢量文件",
    "title-en": "Hand-drawn logos for cafés", "summary-en": "Three directions in a week.",
    "description-en": "First your café, then sketches.", "origin": "zh-CN",
  ]
  private static let packages = [
    "currency": "CNY", "package-0-name-zh-CN": "基础", "package-0-name-en": "Basic",
    "package-0-summary-zh-CN": "一个方向", "package-0-summary-en": "One direction",
    "package-0-price": "￥1,200.50", "package-0-days": "5", "package-0-revisions": "unlimited",
    "package-2-price": "", "package-2-days": "",
    "package-1-name-zh-CN": "标准", "package-1-name-en": "Standard",
    "package-1-summary-zh-CN": "三个方向", "package-1-summary-en": "Three directions",
    "package-1-price": "2400", "package-1-days": "7", "package-1-revisions": "2",
    "feature-0-label-zh-CN": "矢量文件", "feature-0-label-en": "Vector files",
    "feature-0-in-1": "yes", "feature-0-in-2": "yes",
    "extra-1-title-zh-CN": "加急", "extra-1-title-en": "In a hurry", "extra-1-price": "300",
    "extra-1-days": "0",
  ]

  @Test(arguments: Stall.engines)
  func `a service is written step by step, published, changed and paused`(
    engine: String
  ) async throws {
    let stall = try await Stall(engine)
    let seller = try stall.seller()
    let gig = try seller.begin()
    let place = "/zh-CN/studio/gigs/\(gig)"
    #expect(try seller.write("words", of: gig, Self.words).text.contains("已保存为草稿"))
    try seller.open("\(place)/preview")
    #expect(!seller.text.contains("action=\"\(place)/publish\""), "it has no package yet")
    #expect(seller.text.contains("\(place)/packages#field-package-0-price"))

    try seller.write("packages", of: gig, Self.packages)
    try seller.write("details", of: gig, ["tags": "手绘、咖啡馆, 标志", "category": seller.category])
    try seller.open("\(place)/preview")
    let address = "/zh-CN/g/wei-ka-fei-guan-she-ji-shou-hui-biao-zhi-\(gig)"
    #expect(seller.text.contains("http://localhost\(address)"))
    #expect(try seller.exactPage(gig).contains("为咖啡馆设计手绘标志"))
    try seller.publish(gig)
    #expect(seller.text.contains("已发布"))

    let shown = try stall.get("/api/v1/gigs/\(gig)").json()
    #expect((shown["links"] as? [String: String])?["zh-CN"] == address)
    let packages = try #require(shown["packages"] as? [[String: Any]])
    #expect(packages.map { $0["price"] as? Int } == [120_050, 240_000])
    #expect(packages[0]["revisions"] is NSNull)
    let content = try await stall.content(gig)
    #expect(content.features[0].packages == PackageSet(rawValue: 2), "there is no third package")
    #expect(content.extras.map(\.price) == [30_000])
    #expect(content.tags.count == 3)

    // What is written afterwards is seen once it is published.
    var words = Self.words
    words["title-zh-CN"] = "为茶馆设计手绘标志"
    try seller.write("words", of: gig, words)
    #expect(try stall.get("/api/v1/gigs/\(gig)").text.contains("咖啡馆"))
    try seller.open("\(place)/versions/2")
    #expect(seller.text.contains("<del>") && seller.text.contains("为茶馆设计手绘标志</ins>"))

    try seller.open("/zh-CN/studio")
    try seller.send([:], to: "\(place)/pause")
    #expect(seller.text.contains("已暂停"))
    #expect(try stall.get("/api/v1/gigs/\(gig)").status == 404)
    try seller.send([:], to: "\(place)/resume")
    #expect(try stall.get("/api/v1/gigs/\(gig)").status == 200)
    #expect(stall.faults.all.isEmpty)
  }

  @Test func `the page before publishing is, byte for byte, the one that is published`()
    async throws
  {
    let stall = try await Stall()
    let seller = try stall.seller()
    let gig = try seller.begin()
    for (step, fields) in [("words", Self.words), ("packages", Self.packages)] {
      try seller.write(step, of: gig, fields)
    }
    let before = try seller.exactPage(gig)
    try seller.publish(gig)
    let after = try seller.exactPage(gig)
    #expect(before == after)
  }

  @Test func `of two who write at once the second is told, and keeps what he typed`() async throws {
    let stall = try await Stall()
    let first = try stall.seller()
    let second = try stall.seller()
    let gig = try first.begin()
    let page = "/zh-CN/studio/gigs/\(gig)/words"
    try first.open(page)
    try second.open(page)
    let seen = try #require(second.hidden("revision"))
    #expect(try first.write("words", of: gig, Self.words).status == 200)
    let told = try second.send(["revision": seen, "title-zh-CN": "另一个标题", "go": "stay"])
    #expect(told.status == 409)
    #expect(told.text.contains("value=\"另一个标题\""))
    #expect(told.text.contains("role=\"alert\""))
    #expect(try await stall.content(gig).texts[.chinese]?.title == "为咖啡馆设计手绘标志")
    // The form stays as old as it was: sent again, it overwrites nothing either.
    #expect(try second.send(["revision": try #require(second.hidden("revision"))]).status == 409)
  }

  @Test func `what cannot be read is told beside its field, and the rest is kept on the page`()
    async throws
  {
    let stall = try await Stall()
    let seller = try stall.seller()
    let gig = try seller.begin()
    var packages = Self.packages
    packages["package-0-price"] = "about 100"
    packages["package-1-days"] = "soon"
    let reply = try seller.write("packages", of: gig, packages)
    #expect(reply.status == 422)
    #expect(reply.text.contains("href=\"#field-package-0-price\""))
    #expect(reply.text.contains("value=\"about 100\"") && reply.text.contains("value=\"三个方向\""))
    #expect(try await stall.content(gig).packages.isEmpty)
  }

  @Test func `what is over the limits is kept as a draft, told, and not published`() async throws {
    let stall = try await Stall()
    let seller = try stall.seller()
    let gig = try seller.begin()
    var words = Self.words
    words["title-zh-CN"] = String(repeating: "长", count: 81)
    #expect(try seller.write("words", of: gig, words).text.contains("最多80个字符，请精简一些"))
    try seller.write("packages", of: gig, Self.packages)
    try seller.open("/zh-CN/studio/gigs/\(gig)/preview")
    let reply = try seller.send(
      ["revision": "\(try await stall.revision(gig))"], to: "/zh-CN/studio/gigs/\(gig)/publish")
    #expect(reply.status == 422)
    #expect(try stall.get("/api/v1/gigs/\(gig)").status == 404)
  }

  @Test func `nobody sees or changes another's service`() async throws {
    let stall = try await Stall()
    let seller = try stall.seller()
    let other = try stall.seller("buyer1@example.com")
    let gig = try seller.begin()
    for page in ["words", "packages", "asks", "details", "preview", "page", "versions"] {
      #expect(try other.open("/zh-CN/studio/gigs/\(gig)/\(page)").status == 404, "\(page)")
    }
    for deed in ["publish", "pause", "resume", "archive", "restore", "duplicate"] {
      try other.open("/zh-CN/studio/gigs/new")
      let fields = deed == "publish" ? ["revision": "0"] : [:]
      let reply = try other.send(fields, to: "/zh-CN/studio/gigs/\(gig)/\(deed)")
      #expect(reply.status == 404, "\(deed)")
    }
    try other.open("/zh-CN/studio/gigs/new")
    let reply = try other.send(
      ["revision": "0", "title-zh-CN": "x"], to: "/zh-CN/studio/gigs/\(gig)/words")
    #expect(reply.status == 404)
    #expect(try await stall.content(gig).texts.isEmpty)
  }

  @Test func `a copy says the same and is nobody's offer yet`() async throws {
    let stall = try await Stall()
    let seller = try stall.seller()
    let gig = try seller.begin()
    try seller.write("words", of: gig, Self.words)
    try seller.open("/zh-CN/studio")
    try seller.send([:], to: "/zh-CN/studio/gigs/\(gig)/duplicate")
    let copy = try #require(seller.path.split(separator: "/").compactMap { Int($0) }.first)
    #expect(copy > gig)
    #expect(try await stall.content(copy) == (try await stall.content(gig)))
    #expect(try stall.get("/api/v1/gigs/\(copy)").status == 404)
  }

  @Test func `a tag that is known in another language is the same one`() async throws {
    let stall = try await Stall()
    let seller = try stall.seller()
    let gig = try seller.begin()
    try seller.write("details", of: gig, ["tags": "手绘", "category": seller.category])
    let first = try await stall.content(gig).tags
    // On the English page it still has its Chinese name.
    try seller.write("details", of: gig, ["tags": "手绘", "category": seller.category], in: "en")
    #expect(try await stall.content(gig).tags == first)
  }
}
