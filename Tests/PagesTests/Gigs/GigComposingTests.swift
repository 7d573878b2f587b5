import Market
import Testing
import Theme

@testable import Pages

@Suite struct GigComposingTests {
  typealias Locale = Market.Locale

  private func page(
    _ locale: Locale, change: (inout GigRecord) -> Void = { _ in }
  ) throws -> GigPage {
    GigPage(Made.gig(change: change), in: try Made.edition(locale))
  }

  @Test func `a gig is shown in the language of the page`() throws {
    let chinese = try page(.chinese)
    #expect(chinese.frame.title == "茶饮店标志设计，林见山")
    #expect(chinese.frame.description == "两稿起，交付全套源文件。")
    #expect(chinese.packages.map(\.name.text) == ["基础", "标准"])
    let english = try page(.english)
    #expect(english.frame.title == "A logo for your tea shop, by Lin Jianshan")
    #expect(english.frame.description == "Two drafts and all the sources.")
    #expect(english.packages.map(\.name.text) == ["Basic", "Standard"])
    for page in [chinese, english] {
      #expect(page.title.lang == nil && page.summary?.lang == nil)
      #expect(page.descriptionLanguage == nil && page.writtenIn == nil && page.original == nil)
      #expect(page.frame.kind == "product")
    }
  }

  @Test func `a gig in one language says which, and marks every word of it`() throws {
    let page = try page(.english) {
      $0.content.texts[.english] = nil
      $0.content.packages = [
        GigPackage(
          name: [.chinese: "基础"], summary: [.chinese: "一稿"], price: 100, deliveryDays: 1,
          revisions: 0)
      ]
      $0.content.extras = [GigExtra(title: [.chinese: "加急"], price: 1, deliveryDays: 0)]
      $0.content.requirements = [GigRequirement(question: [.chinese: "店名？"], isNeeded: true)]
      $0.content.questions = [
        GigQuestion(question: [.chinese: "多久？"], answer: [.chinese: "三天。"])
      ]
      $0.content.features = [GigFeature(label: [.chinese: "源文件"], packages: .from(0, of: 1))]
    }
    #expect(page.writtenIn == "Chinese")
    #expect(page.original == nil)
    #expect(page.descriptionLanguage == "zh-CN")
    let said: [Said?] = [
      page.title, page.summary, page.packages[0].name, page.packages[0].summary,
      page.extras[0].title, page.requirements[0].question, page.questions[0].question,
      page.questions[0].answer, page.features[0].label,
    ]
    for text in said { #expect(text?.lang == "zh-CN", "\(text?.text ?? "nothing")") }
    // The seller has an English name, and the category too.
    #expect(page.seller.who.name.lang == nil && page.category.name.lang == nil)
  }

  @Test func `the words of a machine lead to the original`() throws {
    func isMachine(_ record: inout GigRecord) {
      record.content.texts[.english]?.source = .translated(from: ID(1), byMachine: true)
    }
    let english = try page(.english, change: isMachine)
    #expect(english.original?.text == "/zh-CN/g/cha-yin-dian-42")
    #expect(english.writtenIn == nil)
    #expect(try page(.chinese, change: isMachine).original == nil)
    let human = try page(.english) {
      $0.content.texts[.english]?.source = .translated(from: ID(1), byMachine: false)
    }
    #expect(human.original == nil)
  }

  @Test(arguments: Made.locales)
  func `a version stays as it was, and shows nothing of others`(locale: Locale) throws {
    let record = Made.gig {
      $0.version = Made.version(420, number: 1)
      $0.isCurrent = false
      $0.figures = GigFigures(orders: 9, reviews: 2, stars: 9)
      $0.stars = StarSums(counts: [0, 0, 0, 1, 1], quality: 9, communication: 8, timeliness: 7)
      $0.reviews = [Made.review()]
      $0.related = [Made.card()]
    }
    let edition = try Made.edition(locale)
    let page = GigPage(record, asVersion: true, in: edition)
    #expect(page.frame.canonical.text == "\(Made.origin)/\(locale)/v/420")
    #expect(page.version?.number == 1 && page.version?.isCurrent == false)
    #expect(page.version?.day == Day(year: 2026, month: 11, day: 21))
    #expect(page.version?.current == edition.link(.gig(ID(42), record.slugs)))
    #expect(page.rating == nil && page.reviewCount == 0 && page.orderCount == nil)
    #expect(page.starCounts.isEmpty && page.aspects.isEmpty)
    #expect(page.reviews.isEmpty && page.related.isEmpty)
    #expect(page.versionLink == nil && page.versionNumber == nil)
    #expect(page.frame.title.contains("1"))
    let offer = GigPage(record, in: edition)
    #expect(offer.version == nil)
    #expect(offer.versionLink?.text == "/\(locale)/v/420")
    #expect(offer.versionNumber == 1)
    #expect(offer.rating == Figure(45, scale: 1) && offer.reviewCount == 2)
    #expect(offer.orderCount == 9 && offer.reviews.count == 1 && offer.related.count == 1)
  }

  @Test(
    arguments: [
      ([1, 1, 1, 2], [1, 2, 4]), ([1, 2, 3, 1, 2, 3], [1, 2, 3, 4]),
      ([1, 2, 3, 4, 1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7, 8]),
    ] as [([Int64], [Int64])])
  func `similar services fill whole rows, and no seller fills one`(
    sellers: [Int64], shown: [Int64]
  ) throws {
    let record = Made.gig {
      $0.related = sellers.enumerated().map { place, seller in
        Made.card(Int64(place + 1)) { $0.seller.party = ID(seller) }
      }
    }
    let page = GigPage(record, in: try Made.edition(.english))
    #expect(page.related.map(\.link.text) == shown.map { "/en/g/wordmark-\($0)" })
  }

  @Test func `a tag with a name in one language is marked where it is foreign`() throws {
    let tags = [
      Made.tag(1, "cha", [.chinese: "茶"]),
      Made.tag(2, "tea", [.chinese: "茶饮", .english: "tea"]), Made.tag(3, "none", [:]),
    ]
    let english = try page(.english) { $0.tags = tags }
    #expect(english.tags.map(\.name.text) == ["茶", "tea"])
    #expect(english.tags.map(\.name.lang) == ["zh-CN", nil])
    #expect(english.tags.map(\.link.text) == ["/en/t/cha", "/en/t/tea"])
    #expect(try page(.chinese) { $0.tags = tags }.tags.map(\.name.lang) == [nil, nil])
  }

  @Test func `the middle package is chosen, and its features with it`() throws {
    for (count, chosen) in [(1, 0), (2, 0), (3, 1), (4, 1), (5, 2)] {
      let page = try page(.english) {
        $0.content.packages = (1...count).map { Made.package("\($0)", "\($0)", Int64($0)) }
        $0.content.features = [
          GigFeature(label: [.english: "Sources"], packages: .from(1, of: count))
        ]
      }
      #expect(page.packages.firstIndex(where: \.isChosen) == chosen)
      #expect(page.packages.filter(\.isChosen).count == 1)
      #expect(page.packages.map(\.number) == Array(1...count))
      #expect(page.features[0].cells.firstIndex(where: \.isChosen) == chosen)
      #expect(page.features[0].cells.map(\.isIn) == (0..<count).map { $0 >= 1 })
    }
  }

  @Test func `of the category's questions those are shown that have an answer`() throws {
    let named = try page(.english) { $0.content.attributes = ["style": "plain", "old": "x"] }
    #expect(named.attributes.map { "\($0.label.text): \($0.value.text)" } == ["Style: Plain"])
    #expect(try page(.english) { $0.content.attributes = ["style": "gone"] }.attributes.isEmpty)
    let elsewhere = try page(.english) {
      $0.category = Made.words.id
      $0.content.attributes = ["style": "plain"]
    }
    #expect(elsewhere.attributes.isEmpty)
  }

  @Test func `a card and the page it leads to have one picture`() throws {
    for titles in [Made.texts, Made.texts.filter { $0.key == .english }] {
      let gig = Made.gig { $0.content.texts = titles }
      let card = Made.card(gig.gig.number) {
        $0.titles = Localized(titles.mapValues(\.title))
        $0.origin = .chinese
      }
      for locale in Made.locales {
        let edition = try Made.edition(locale)
        let drawing = edition.drawing(of: gig)
        #expect(Composer(edition).card(card).picture.link.text == "/\(drawing.name)")
        #expect(GigPage(gig, in: edition).pictures.map(\.link.text) == ["/\(drawing.name)"])
      }
    }
  }

  @Test func `without a summary the description speaks, without its markup`() throws {
    let page = try page(.english) {
      $0.content.texts = [.english: GigText(title: "Logo", summary: "", description: "# A\n\n*b*")]
    }
    #expect(page.summary == nil)
    #expect(page.frame.description == "A b")
    let bare = try self.page(.english) {
      $0.content.texts = [.english: GigText(title: "Logo", summary: "", description: "")]
    }
    #expect(bare.frame.description == "Logo")
  }

  @Test func `a summary is no Markdown`() throws {
    let summary = "1. Tea * 2 & <b>more</b>"
    let page = try page(.english) { $0.content.texts[.english]?.summary = summary }
    #expect(page.frame.description == summary)
  }
}
