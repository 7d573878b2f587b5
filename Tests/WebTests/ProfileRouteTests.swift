import Foundation
import HTTP
import Market
import Proving
import Testing

@testable import Store
@testable import Web

/// The profile, as a seller writes it with a browser.
struct ProfileRouteTests {
  static let place = "/zh-CN/studio/profile"

  static let about = [
    "name-zh-CN": "陈禾", "headline-zh-CN": "包装设计", "about-zh-CN": "十年经验。\r\n杭州。",
    "place-zh-CN": "杭州", "name-en": "", "headline-en": "", "about-en": "", "place-en": "",
  ]

  @Test(arguments: Stall.engines)
  func `a profile is written part by part, and each comes back`(engine: String) async throws {
    let stall = try await Stall(engine)
    let member = try await Member.newcomer(stall)
    #expect(member.path == Self.place && member.text.contains("0%"))
    // It begins with what others see first.
    try member.open("\(Self.place)/skills")
    #expect(member.path == "\(Self.place)/about" && member.text.contains("value=\"陈禾\""))
    try member.writeProfile("about", Self.about)
    #expect(member.path == Self.place && member.text.contains("资料已保存"))
    let skill = try await stall.store.read { try $0.topSkills(atMost: 1)[0].thing }
    let name = try #require(skill.names[.chinese])
    try member.writeProfile(
      "skills",
      ["skill-0-skill": name, "skill-0-grade": "expert", "skill-1-skill": ""])
    try member.writeProfile(
      "languages",
      [
        "language-0-language": "zh-CN", "language-0-fluency": "native",
        "language-1-language": "", "language-1-fluency": "basic",
        "language-2-language": "ja", "language-2-fluency": "fluent",
      ])
    try member.writeProfile(
      "terms", ["rate": "120.5", "currency": "CNY", "timezone": "Asia/Tokyo"])
    try member.writeProfile(
      "hours",
      [
        "state": "away", "until": "2026-12-31", "monday-0-from": "09:00",
        "monday-0-to": "12:00", "monday-1-from": "14:00", "monday-1-to": "24:00",
        "dayOff-0-first": "2027-02-01", "dayOff-0-last": "",
      ])
    #expect(member.path == Self.place)
    for (kind, issuer) in [("education", "中国美术学院"), ("experience", "禾木设计")] {
      try member.writeProfile(
        "background/add/\(kind)",
        ["title-zh-CN": "设计", "issuer-zh-CN": issuer, "title-en": "", "from": "2015"])
      #expect(member.path == "\(Self.place)/background")
    }
    try member.writeProfile(
      "portfolio/add",
      [
        "title-zh-CN": "山门", "summary-zh-CN": "茶叶包装", "year": "2024", "category": "",
        "link": "https://example.com/tea",
      ])
    #expect(member.path == "\(Self.place)/portfolio" && member.text.contains("山门"))
    let (profile, items) = try await stall.store.read { rows in
      let party = try #require(
        try rows.row("select id from party where name = $1", "陈禾") { try $0[0] as ID<Party> })
      return (try #require(try rows.profile(party)), try rows.portfolio(of: party))
    }
    let content = profile.content
    #expect(content.texts.keys == [.chinese], "a language that was left empty is not written")
    #expect(content.texts[.chinese]?.about == "十年经验。\n杭州。")
    #expect(content.skills == [SkillLevel(skill.id, .expert)])
    #expect(content.languages.map(\.language.tag) == ["zh-CN", "ja"])
    #expect(content.hourlyRate == Money(minorUnits: 12_050, .cny))
    #expect(content.timeZone == "Asia/Tokyo")
    let day = try #require(CivilDay("2026-12-31"))
    #expect(content.availability.state == .away(until: day))
    #expect(content.availability.hours.map(\.from) == [540, 840])
    #expect(content.availability.hours.map(\.to) == [720, 1_440])
    #expect(content.availability.daysOff.map { $0.last.number - $0.first.number } == [0])
    #expect(content.proofs.map(\.kind) == [.education, .experience])
    #expect(content.proofs.map(\.goesOn) == [true, true])
    #expect(items.map(\.work.link) == ["https://example.com/tea"])
    // His services and his profile lead to one another.
    try member.open("/zh-CN/studio")
    #expect(member.text.contains("href=\"\(Self.place)\""))
    let percent = Completeness(of: content, portfolio: items).percent
    #expect(member.text.contains("我的资料（已完成\(percent)%）") && percent > 0)
    try member.open(Self.place)
    #expect(member.text.contains("href=\"/zh-CN/studio\">全部服务"))
    // Each form shows what is kept.
    for (section, value) in [
      ("skills", name), ("languages", "value=\"ja\" selected"), ("terms", "120.50"),
      ("hours", "value=\"24:00\""), ("background/2", "禾木设计"), ("portfolio/\(items[0].id)", "茶叶包装"),
    ] {
      try member.open("\(Self.place)/\(section)")
      #expect(member.status == 200 && member.text.contains(value), "\(section)")
    }
    #expect(stall.faults.all.isEmpty)
  }

  @Test(arguments: ["zh-CN", "en"])
  func `of two who edit at once the second is told, and loses nothing that he typed`(
    tag: String
  ) async throws {
    let stall = try await Stall()
    let one = try await Member.newcomer(stall, in: tag)
    try one.writeProfile("about", Self.about)
    let other = Member(stall, in: tag)
    for (name, value) in one.cookies { other.keep(name, value) }
    try other.open("/\(tag)/studio/profile/about")
    let seen = other.hidden("revision") ?? ""
    try one.writeProfile("about", Self.about.merging(["headline-zh-CN": "礼盒设计"]) { $1 })
    let typed = Self.about.merging(["about-zh-CN": "二十年经验。", "revision": seen]) { $1 }
    try other.send(typed)
    #expect(other.status == 409)
    #expect(other.text.contains("二十年经验。"), "what he typed is still there")
    #expect(other.text.contains("礼盒设计"), "what is kept by now is told beside it")
    #expect(
      other.text.contains(tag == "en" ? "Somebody else saved this" : "别人保存过这份资料"))
    // From there he saves once more, knowing what he does.
    #expect(other.hidden("revision") != seen)
    try other.send(typed.merging(["revision": other.hidden("revision") ?? ""]) { $1 })
    #expect(other.path == "/\(tag)/studio/profile")
    let about = try await stall.store.read { rows in
      try rows.row("select about from profile_text where about like '二十年%'") { try $0[0] as String }
    }
    #expect(about == "二十年经验。")
    #expect(stall.faults.all.isEmpty)
  }

  @Test func `what is wrong is told beside its field, and what was typed is kept`() async throws {
    let stall = try await Stall()
    let member = try await Member.newcomer(stall)
    try member.writeProfile("about", Self.about.merging(["about-zh-CN": ""]) { $1 })
    #expect(member.status == 422 && member.text.contains("value=\"包装设计\""))
    #expect(member.text.contains("href=\"#field-about-zh-CN\""))
    try member.writeProfile("about", Self.about)
    let wrong: [(String, [String: String], String)] = [
      ("skills", ["skill-0-skill": "没有这项技能"], "skill-0-skill"),
      (
        "languages", ["language-0-language": "ja", "language-1-language": "ja"],
        "language-1-language"
      ),
      ("terms", ["rate": "十二", "currency": "CNY", "timezone": "Asia/Tokyo"], "rate"),
      ("terms", ["rate": "", "currency": "CNY", "timezone": "Mars/Base"], "timezone"),
      ("hours", ["state": "away", "until": ""], "until"),
      (
        "hours", ["state": "open", "monday-0-from": "18:00", "monday-0-to": "09:00"],
        "monday-0-from"
      ),
      ("hours", ["state": "open", "monday-0-from": "18:00"], "monday-0-to"),
      ("hours", ["state": "open", "dayOff-0-first": "2026-02-30"], "dayOff-0-first"),
      ("background/add/certificate", ["title-zh-CN": "证书", "link": "http://a.com"], "link"),
      ("background/add/education", ["title-zh-CN": "", "from": "2015"], "title-zh-CN"),
      ("background/add/education", ["title-zh-CN": "学士", "from": "2015", "to": "2014"], "to"),
      ("portfolio/add", ["title-zh-CN": "山门", "link": "javascript:alert(1)"], "link"),
      ("portfolio/add", ["title-zh-CN": "山门", "category": "nothing"], "category"),
    ]
    for (section, fields, field) in wrong {
      try member.writeProfile(section, fields)
      #expect(member.status == 422, "\(section) \(field)")
      #expect(member.text.contains("href=\"#field-\(field)\""), "\(section) \(field)")
      stall.wait(.seconds(30))
    }
    #expect(stall.faults.all.isEmpty)
  }

  @Test func `entries are moved and taken away, and a late page changes no other`() async throws {
    let stall = try await Stall()
    let member = try await Member.newcomer(stall)
    try member.writeProfile("about", Self.about)
    for title in ["甲", "乙"] {
      try member.writeProfile("background/add/education", ["title-zh-CN": title])
    }
    try member.open("\(Self.place)/background")
    let late = member.hidden("revision") ?? ""
    try member.send(["revision": late, "to": "up"], to: "\(Self.place)/background/2/move")
    #expect(try order(member, "甲", "乙") == false)
    // Whoever still has the old list before him meant another one.
    try member.send(["revision": late], to: "\(Self.place)/background/2/remove")
    #expect(member.status == 409 && member.text.contains("甲") && member.text.contains("乙"))
    try member.send(
      ["revision": member.hidden("revision") ?? ""], to: "\(Self.place)/background/2/remove")
    #expect(member.status == 200 && !member.text.contains("甲") && member.text.contains("乙"))
    for title in ["丙", "丁"] { try member.writeProfile("portfolio/add", ["title-zh-CN": title]) }
    let items = try await stall.store.read { rows in
      try rows.rows("select item from portfolio_text where title in ('丙', '丁') order by item") {
        try $0[0] as Int64
      }
    }
    try member.send(["to": "down"], to: "\(Self.place)/portfolio/\(items[0])/move")
    #expect(try order(member, "丙", "丁") == false)
    try member.send([:], to: "\(Self.place)/portfolio/\(items[0])/remove")
    #expect(!member.text.contains("丙") && member.text.contains("丁"))
    // Somebody else's is not there.
    let strange = try await stall.store.read { rows in
      try rows.row("select min(id) from portfolio_item") { try $0[0] as Int64 }
    }
    try member.send([:], to: "\(Self.place)/portfolio/\(strange ?? 0)/remove")
    #expect(member.status == 404)
    #expect(stall.faults.all.isEmpty)
  }

  private func order(_ member: Member, _ first: String, _ second: String) throws -> Bool {
    let one = try #require(member.text.range(of: "<b>\(first)</b>"))
    let other = try #require(member.text.range(of: "<b>\(second)</b>"))
    return one.lowerBound < other.lowerBound
  }
}
