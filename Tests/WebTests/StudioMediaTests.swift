import Foundation
import HTTP
import Market
import Outside
import Proving
import Testing

@testable import Store
@testable import Web

/// Pictures and files of a service, as forms without scripts send them.
struct StudioMediaTests {
  private typealias Sent = Member.SentFile

  /// The step of a service that was just begun, as its seller sees it.
  private struct Form {
    let seller: Member
    let gig: Int

    init(_ stall: Stall) throws {
      seller = try stall.seller()
      gig = try seller.begin()
    }

    var place: String { "/zh-CN/studio/gigs/\(gig)/media" }

    func open() throws { try seller.open(place) }

    /// With what the page carries.
    func send(_ files: [Sent] = [], _ fields: [String: String] = [:]) throws {
      try open()
      let seen = ["revision": seller.hidden("revision") ?? "", "go": "stay"]
      try seller.send(fields.merging(seen) { own, _ in own }, files: files, to: place)
    }
  }

  private func media(of form: Form) async throws -> [GigMedia] {
    try await form.seller.stall.content(form.gig).media
  }

  @Test func `files come with the form, and what is wrong with one hinders no other`()
    async throws
  {
    let stall = try await Stall()
    let form = try Form(stall)
    try form.open()
    #expect(form.seller.text.contains("还没有图片"))
    try form.send([
      Sent(name: "一.png", bytes: Sender.picture(900)),
      Sent(name: "b.svg", type: "image/svg+xml", bytes: Array("<svg/>".utf8)),
      Sent(name: "c.png", bytes: Array("GIF89a......".utf8)),
      Sent(name: "d.png", bytes: Sender.picture(70_000)),
    ])
    let page = form.seller.text
    #expect(form.seller.status == 422)
    #expect(page.contains("b.svg") && page.contains("不支持这种格式"))
    #expect(page.contains("c.png") && page.contains("文件内容和它的名称或类型不符"))
    #expect(page.contains("正在处理"))
    let sent = try await media(of: form)
    #expect(sent.count == 2, "those that are what they say")
    for (place, bytes) in [(0, Sender.picture(900)), (1, Sender.picture(70_000))] {
      #expect(try stall.shelf(sent[place].file) == bytes)
    }
    #expect(try stall.arriving() == [])

    // They are described, turned round, and one is left out.
    let keys = sent.map(\.file)
    try form.send(
      [],
      [
        "file-0-key": keys[0], "file-1-key": keys[1], "file-0-caption-zh-CN": "招牌",
        "file-1-caption-en": "Menu", "move": "1",
      ])
    #expect(form.seller.text.contains("已保存为草稿"))
    let turned = try await media(of: form)
    #expect(turned.map(\.file) == keys.reversed())
    #expect(turned[0].caption[.english] == "Menu" && turned[1].caption[.chinese] == "招牌")
    try form.send([], ["file-0-key": keys[1], "file-1-key": keys[0], "remove": "0"])
    #expect(try await media(of: form).map(\.file) == [keys[0]])
    #expect(stall.faults.all.isEmpty)
  }

  /// Some have no place to follow; others would make billions of rows.
  @Test(arguments: ["9223372036854775807", "99999999", "50", "-1"])
  func `a row that no form has is refused, and the page comes back`(row: String) async throws {
    let stall = try await Stall()
    let form = try Form(stall)
    for (step, name) in [
      ("media", "file-\(row)-key"), ("asks", "faq-\(row)-question-en"),
      ("packages", "extra-\(row)-price"),
    ] {
      try form.seller.write(step, of: form.gig, [name: "x"])
      #expect(form.seller.status == 422, "\(step)")
    }
    try form.open()
    #expect(form.seller.text.contains("还没有图片"))
  }

  @Test func `no more come in than there may be, and the rest is told by name`() async throws {
    let stall = try await Stall()
    let form = try Form(stall)
    let most = try await stall.store.read { try $0.rules(at: stall.now).rules.gig.mediaMax }
    let pictures = (0...most).map {
      Sent(name: "\($0).png", bytes: Sender.picture(500, seed: UInt64($0)))
    }
    try form.send(pictures)
    #expect(form.seller.status == 422)
    #expect(form.seller.text.contains("\(most).png"))
    #expect(try await media(of: form).count == most)
    try form.open()
    #expect(!form.seller.text.contains("type=\"file\""), "there is no room for more")
  }

  @Test func `what was sent by the API is added once, and nobody adds what is not his`()
    async throws
  {
    let stall = try await Stall()
    let form = try Form(stall)
    let other = try await Sender(stall, "other@example.com")
    let theirs = try other.open("a.png", bytes: 600).key
    try form.send([], ["add": theirs])
    #expect(form.seller.status == 422)
    #expect(try await media(of: form).isEmpty)
    try form.send([Sent(name: "own.png", bytes: Sender.picture(600))])
    let own = try await media(of: form)[0].file
    try form.send([], ["file-0-key": own, "add": " \(own)"])
    #expect(try await media(of: form).map(\.file) == [own])
  }

  @Test func `of two who write at once the second is told before his files are taken`()
    async throws
  {
    let stall = try await Stall()
    let form = try Form(stall)
    try form.open()
    let revision = try #require(form.seller.hidden("revision"))
    try form.send([Sent(name: "first.png", bytes: Sender.picture(600))])
    try form.open()
    try form.seller.send(
      ["revision": revision], files: [Sent(name: "late.png", bytes: Sender.picture(700))],
      to: form.place)
    #expect(form.seller.status == 409)
    let keys = try await media(of: form).map(\.file)
    #expect(keys.count == 1)
    var kept: [String] = []
    try stall.media.shelf.list { kept += $0 }
    #expect(kept == keys, "nothing was taken in vain")
  }

  @Test func `a gig waits for its pictures, and says so where they are`() async throws {
    let stall = try await Stall()
    let form = try Form(stall)
    try form.send([Sent(name: "own.png", bytes: Sender.picture(600))])
    try form.seller.open("/zh-CN/studio/gigs/\(form.gig)/preview")
    #expect(form.seller.text.contains("/media#field-upload"))
    let key = try #require(try await MediaKey(media(of: form)[0].file))
    let now = stall.now
    try await stall.store.write { tx in
      try tx.mediaReady(
        key, LookedAt(width: 900, height: 600, renditions: []), [], at: now)
    }
    try form.seller.open("/zh-CN/studio/gigs/\(form.gig)/preview")
    #expect(!form.seller.text.contains("/media#field-upload"))
  }
}
