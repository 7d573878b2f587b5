import Market
import Proving
import Testing

@Suite struct RulesTests {
  /// The standard text with a line in the place of another.
  private func text(replacing line: String, with other: String) throws -> String {
    #expect(Rules.standardText.contains("\n\(line)\n"), "there is no line \(line)")
    return Rules.standardText.replacing("\n\(line)\n", with: "\n\(other)\n", maxReplacements: 1)
  }

  private func faults(_ text: String) -> [String] {
    do throws(SheetFaults) {
      _ = try Rules(text: text, file: "my.rules")
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  private func line(_ text: String) throws -> Int {
    let lines = Rules.standardText.split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0 == text }) + 1
  }

  @Test func `the standard rules are the numbers that people expect`() {
    let rules = Rules.standard
    #expect(rules.currency == .cny)
    #expect(rules.noticeDays == 7)
    #expect(rules.gig.titleCharactersMax == 80)
    #expect(rules.gig.summaryCharactersMax == 160)
    #expect(rules.gig.descriptionCharactersMax == 1_200)
    #expect(rules.gig.tagsMax == 5)
    #expect(rules.gig.packages == 1...3)
    #expect(rules.gig.featuresMax == 10)
    #expect([rules.gig.extrasMax, rules.gig.faqMax, rules.gig.requirementsMax] == [10, 10, 10])
    #expect(rules.gig.deliveryDays == 1...90)
    #expect(rules.gig.revisionsMax == 9)
    #expect(Level.allCases.map { rules.levels[$0].gigsMax } == [4, 10, 20, 30])
    #expect(Level.allCases.map { rules.levels[$0].clearanceDays } == [14, 14, 14, 7])
    #expect(
      Level.allCases.map { rules.levels[$0].sellerFeeBasisPoints } == [2_000, 2_000, 2_000, 2_000])
    #expect([rules.levels.responseHours, rules.levels.windowDays] == [24, 90])
    #expect(rules.fees.buyerBasisPoints == 550)
    #expect(rules.fees.limits[.cny]?.prices == 500...100_000_000)
    #expect(rules.order.silentAcceptanceDays == 3)
    #expect(rules.order.lateCancelHours == 24)
    #expect(rules.contract.milestoneSilenceDays == 14)
    #expect(rules.contract.fundedMilestonesMin == 1)
    #expect(rules.hourly.slotMinutes == 10)
    #expect(rules.hourly.reviewDays == 5)
    #expect(rules.dispute.answerBusinessDays == 5)
    #expect([rules.dispute.helpDays, rules.dispute.voluntaryRefundDays] == [30, 180])
    #expect(rules.review.windowDays == 14)
    #expect(rules.review.stars == 1...5)
  }

  @Test func `every single number has to be there`() throws {
    let lines = Rules.standardText.split(separator: "\n", omittingEmptySubsequences: false)
    let numbers = lines.indices.filter { lines[$0].contains(" = ") }
    #expect(numbers.count > 90)
    for index in numbers {
      var others = lines
      let key = others.remove(at: index).split(separator: " ")[0]
      let found = faults(others.joined(separator: "\n"))
      #expect(found.count == 1, "\(key): \(found)")
      #expect(
        found.first?.contains("lacks “\(key)”: expected `\(key) = ` and ") == true, "\(found)")
    }
  }

  @Test func `every single section has to be there, once`() {
    let lines = Rules.standardText.split(separator: "\n", omittingEmptySubsequences: false)
    let headings = lines.indices.filter { lines[$0].hasPrefix("[") }
    #expect(headings.count == 15)
    for index in headings {
      let end = headings.first { $0 > index } ?? lines.endIndex
      let without = (lines[..<index] + lines[end...]).joined(separator: "\n")
      let heading = lines[index] == "[asset CNY]" ? "[asset NAME]" : String(lines[index])
      #expect(faults(without).contains { $0.hasPrefix("my.rules:1: ") && $0.contains(heading) })
      let twice = (lines + lines[index..<end]).joined(separator: "\n")
      #expect(faults(twice).count == 1, "\(faults(twice))")
    }
  }

  @Test(arguments: [
    (
      "tags-max = 5", "tags-max = five",
      "tags-max: found “five”, expected a whole number from 0 to 50"
    ),
    ("tags-max = 5", "tags-max = 51", "found “51”, expected a whole number from 0 to 50"),
    ("tags-max = 5", "tags-max = -1", "found “-1”, expected a whole number from 0 to 50"),
    ("tags-max = 5", "tags-max = 5.0", "found “5.0”"),
    ("tags-max = 5", "tags-max =", "tags-max: found “”"),
    ("tags-max = 5", "tags-max: 5", "found “tags-max: 5”, expected `key = value`"),
    ("buyer-fee-percent = 5.5", "buyer-fee-percent = 100.01", "a percentage from 0.00 to 100.00"),
    ("buyer-fee-percent = 5.5", "buyer-fee-percent = 5.555", "a percentage from 0.00 to 100.00"),
    ("unlimited-revisions = yes", "unlimited-revisions = true", "expected yes or no"),
    ("currency = CNY", "currency = RMB", "found “RMB”, expected the code of a currency"),
    ("price-min = 5", "price-min = 0", "expected a number from 0.01 to"),
    ("slot-minutes = 10", "slot-minutes = 7", "found “7”, expected minutes of which an hour"),
    ("stars-min = 1", "stars-min = 5", "expected less than stars-max, 5"),
    ("packages-max = 3", "packages-max = 0", "found “0”, expected a whole number from 1 to 10"),
    (
      "packages-min = 1", "packages-min = 4",
      "packages-max: found “3”, expected at least packages-min, 4"
    ),
    ("delivery-days-min = 1", "delivery-days-min = 91", "expected at least delivery-days-min, 91"),
    ("price-max = 1000000", "price-max = 4.99", "found “4.99”, expected at least price-min, 5.00"),
    ("small-order-fee = 2", "small-order-fee = 5", "expected a fee that is no more than price-min"),
    ("window-days = 14", "window-days = 3", "expected more than the 3 days after which silence"),
    (
      "requirements-days = 14", "requirements-days = 6",
      "expected more than the 6 days of reminders"
    ),
    ("late-cancel-hours = 24", "late-cancel-hours = 336", "expected less than abandoned-days, 336"),
    ("help-days = 30", "help-days = 181", "expected at most voluntary-refund-days, 180"),
    ("weekly-hours-usual = 40", "weekly-hours-usual = 81", "expected at most weekly-hours-max, 80"),
    (
      "funded-milestones-min = 1", "funded-milestones-min = 51",
      "expected at most milestones-max, 50"
    ),
    ("gigs-max = 10", "gigs-max = 3", "found “3”, expected at least the 4 of the level below"),
    ("clearance-days = 7", "clearance-days = 15", "expected at most the 14 of the level below"),
    ("rating-min = 4.7", "rating-min = 4.59", "rating-min: found “4.59”, expected at least what"),
    ("rating-min = 4.7", "rating-min = 5.01", "a number from 0.00 to 5.00"),
    ("buyers-min = 20", "buyers-min = 41", "expected at most orders-min, 40"),
    ("currency = CNY", "currency = USD", "expected a section [asset USD] with its prices"),
    ("[asset CNY]", "[asset USDT]", "[asset USDT] lacks “scale”"),
    ("[message]", "[massage]", "[massage] is not a section of the rules"),
  ])
  func `a number out of place is told with its line`(
    before: String, after: String, sentence: String
  ) throws {
    let found = faults(try text(replacing: before, with: after))
    #expect(found.contains { $0.contains(sentence) }, "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix("my.rules:") })
  }

  @Test func `numbers at the very edge are fine`() throws {
    for (before, after) in [
      ("window-days = 14", "window-days = 4"), ("requirements-days = 14", "requirements-days = 7"),
      ("late-cancel-hours = 24", "late-cancel-hours = 335"), ("help-days = 30", "help-days = 180"),
      ("packages-min = 1", "packages-min = 3"), ("small-order-fee = 2", "small-order-fee = 4.73"),
      ("rating-min = 4.7", "rating-min = 4.6"), ("price-max = 1000000", "price-max = 5"),
    ] {
      #expect(faults(try text(replacing: before, with: after)) == [])
    }
    let over = try text(replacing: "small-order-fee = 2", with: "small-order-fee = 4.74")
    #expect(faults(over).count == 1)
  }

  @Test func `an unknown number is told with those there are, a doubled one with its first`() throws
  {
    let unknown = faults(try text(replacing: "tags-max = 5", with: "tags-max = 5\ntag-max = 5"))
    let place = try line("tags-max = 5")
    #expect(unknown.count == 1)
    #expect(unknown[0].hasPrefix("my.rules:\(place + 1): found “tag-max”, expected one of title-"))
    let doubled = faults(try text(replacing: "tags-max = 5", with: "tags-max = 5\ntags-max = 6"))
    #expect(doubled == ["my.rules:\(place + 1): “tags-max” stands at line \(place) already"])
  }

  @Test func `all faults are told at once, in the order of the lines`() throws {
    let text = try text(replacing: "tags-max = 5", with: "tags-max = x")
      .replacing("notice-days = 7", with: "notice-days = 366")
      .replacing("appeal-days = 14", with: "")
    let found = faults(text)
    #expect(found.count == 3)
    #expect(
      found.map { $0.split(separator: ":")[1] }.compactMap { Int($0) } == [
        try line("notice-days = 7"), try line("tags-max = 5"), try line("[message]"),
      ])
  }

  @Test func `a token brings its own scale`() throws {
    let token = """
      [asset USDT]
      scale = 6
      price-min = 0.5
      price-max = 100000
      small-order-below = 0
      small-order-fee = 0

      [order]
      """
    let rules = try Rules(text: text(replacing: "[order]", with: token), file: "my.rules")
    let asset = try #require(Asset.token("USDT", scale: 6))
    #expect(rules.fees.limits[asset]?.prices == 500_000...100_000_000_000)
    let wrong = token.replacing("USDT", with: "US-DT")
    #expect(faults(try text(replacing: "[order]", with: wrong)).count == 1)
  }

  @Test func `a text that is far too long is not even read`() {
    let comment = "#" + String(repeating: "-", count: Rules.textBytesMax)
    #expect(faults(Rules.standardText + comment).count == 1)
  }

  @Test func `an older text means what held before a number became a rule`() throws {
    let sheet = try Sheet("[gig]\nlong-gone = 3\n[gone]\nlonger = 4\n", file: "old")
    func read(_ reader: RuleReader) -> [Int] {
      ["gig", "later"].map { reader.section($0).whole("late-max", 1...9, before: 4) }
    }
    let stored = RuleReader(sheet, isStored: true)
    #expect(read(stored) == [4, 4])
    #expect(throws: Never.self) { try stored.finish() }
    let fresh = RuleReader(sheet)
    _ = read(fresh)
    let error = #expect(throws: SheetFaults.self) { try fresh.finish() }
    #expect(error?.faults.map(\.line) == [1, 1, 2, 3])
  }

  @Test func `a stored text that lacks what it had to have is not guessed at`() {
    let text = Rules.standardText.replacing("tags-max = 5\n", with: "")
    let error = #expect(throws: SheetFaults.self) {
      try Rules(text: text, file: "old", isStored: true)
    }
    #expect(error?.faults.count == 1)
    #expect(throws: SheetFaults.self) { try Rules(text: "", file: "old", isStored: true) }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `whatever is typed gives rules, or faults with their lines`(seed: UInt64) {
    var random = Seeded(seed)
    let lines = Rules.standardText.split(separator: "\n", omittingEmptySubsequences: false)
    let values = [
      "0", "1", "18", "999999999999999999999", "-1", "", "yes", "0.01", "é", "100", "=",
    ]
    var refused = 0
    for _ in 0..<100 {
      var text = lines.map(String.init)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: text.indices, using: &random)
        let key = text[place].split(separator: " ").first ?? ""
        switch Int.random(in: 0..<4, using: &random) {
        case 0: text.remove(at: place)
        case 1: text.swapAt(place, Int.random(in: text.indices, using: &random))
        case 2: text[place] = "[asset \(values.randomElement(using: &random) ?? "")]"
        default: text[place] = "\(key) = \(values.randomElement(using: &random) ?? "")"
        }
      }
      let found = faults(text.joined(separator: "\n"))
      #expect(found.allSatisfy { $0.contains(/^my\.rules:\d+: ./) }, "seed \(seed): \(found)")
      if !found.isEmpty { refused += 1 }
    }
    #expect((50...99).contains(refused), "seed \(seed)")
  }

  @Test func `new rules keep their notice to the millisecond`() {
    let week = now + .days(7)
    #expect(Rules.standard.noticeEnds(publishedAt: now) == week)
    #expect(throws: Never.self) { try Rules.standard.checkNotice(from: week, publishedAt: now) }
    #expect(throws: RuleVersionError.tooSoon(earliest: week, noticeDays: 7)) {
      try Rules.standard.checkNotice(from: week + .milliseconds(-1), publishedAt: now)
    }
  }
}
