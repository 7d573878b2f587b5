import Market
import Testing

@testable import Store

@Suite struct GigSlugTests {
  private func content(_ english: String?, _ chinese: String? = "标志") -> GigContent {
    var content = GigContent.small
    content.texts[.english] = english.map {
      GigText(title: $0, summary: "Quick", description: "Fine.")
    }
    content.texts[.chinese] = chinese.map {
      GigText(title: $0, summary: "快", description: "好。")
    }
    content.origin = english == nil ? .chinese : .english
    content.packages[0].name[.chinese] = "基础"
    content.packages[0].summary[.chinese] = "一"
    return content
  }

  /// The addresses of a gig in English after each step, and those it had before.
  private struct Address: Equatable {
    let now: String?
    let former: [String]
  }

  @Test(arguments: Engine.all)
  func `old addresses are kept, and one that comes back is no old one`(engine: Engine) async throws
  {
    try await GigFair.open(engine) { fair in
      let gig = try await fair.published(content("A logo"))
      func address(_ locale: Locale = .english) async throws -> Address {
        try await fair.read { snapshot in
          Address(
            now: try snapshot.gig(gig).slugs[locale],
            former: try snapshot.formerSlugs(of: .gig, gig.number).filter { $0.0 == locale }
              .map(\.1))
        }
      }
      func publish(_ english: String?, day: Int64) async throws -> Address {
        let content = content(english)
        try await fair.write { try $0.publish(gig, content, at: now + .days(day)) }
        return try await address()
      }
      func rename(_ slug: String, day: Int64) async throws -> Address {
        try await fair.write { tx in
          try tx.renameGig(gig, slug: slug, in: .english, by: .operator, at: now + .days(day))
        }
        return try await address()
      }
      #expect(try await address() == Address(now: "a-logo", former: []))
      #expect(try await publish("A Logo!", day: 1) == Address(now: "a-logo", former: []))
      #expect(try await publish("A seal", day: 2) == Address(now: "a-seal", former: ["a-logo"]))
      #expect(try await publish("A logo", day: 3) == Address(now: "a-logo", former: ["a-seal"]))
      #expect(
        try await rename("best", day: 4) == Address(now: "best", former: ["a-seal", "a-logo"]))
      #expect(
        try await publish("A card", day: 5) == Address(now: "best", former: ["a-seal", "a-logo"]),
        "what was chosen stays")
      #expect(
        try await publish(nil, day: 6) == Address(now: nil, former: ["a-seal", "a-logo", "best"]))
      #expect(
        try await publish("A logo", day: 7) == Address(now: "a-logo", former: ["a-seal", "best"]))
      // Who chooses the address it has keeps it from the next title.
      #expect(
        try await rename("a-logo", day: 8) == Address(now: "a-logo", former: ["a-seal", "best"]))
      #expect(
        try await publish("A stamp", day: 9) == Address(now: "a-logo", former: ["a-seal", "best"]))
      #expect(try await address(.chinese) == Address(now: Slug.from("标志"), former: []))
    }
  }

  @Test(arguments: Engine.all)
  func `a title that cannot be spelled has its number for an address`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      let gig = try await fair.published(content("🎨🎨"))
      let shown = try await fair.read { try $0.gig(gig) }
      #expect(shown.isShown)
      #expect(shown.slugs == [.english: "", .chinese: Slug.from("标志")])
      let last = try await fair.read { try $0.changes(after: .start, atMost: 999).last }
      #expect(last?.change.after == shown.route, "the log tells in which languages there are pages")
      try await fair.write {
        try $0.renameGig(gig, slug: "art", in: .english, by: .operator, at: now)
      }
      #expect(try await fair.read { try $0.gig(gig).slugs[.english] } == "art")
      #expect(try await fair.read { try $0.formerSlugs(of: .gig, gig.number).map(\.1) } == [""])
    }
  }

  @Test(arguments: Engine.all)
  func `a draft has no address`(engine: Engine) async throws {
    try await GigFair.open(engine) { fair in
      let gig = try await fair.published(content("A logo"))
      try await fair.write { tx in
        try tx.reviseGig(
          gig, .titled("Later"), from: tx.gig(gig).revision, by: .operator, at: now)
      }
      #expect(try await fair.read { try $0.gig(gig).slugs[.english] } == "a-logo")
      await #expect(throws: GigError.nothingToPublish) {
        try await fair.write { [seller = fair.sellers[0], category = fair.categories[0]] tx in
          let gig = try tx.openGig(of: seller, in: category, by: .operator, at: now)
          try tx.renameGig(gig.id, slug: "x", in: .english, by: .operator, at: now)
        }
      }
    }
  }
}
