import Market
import Testing
import Theme

@testable import Pages

@Suite struct HeadTests {
  typealias Locale = Market.Locale
  static let zh = "\(Made.origin)/zh-CN"
  static let en = "\(Made.origin)/en"

  private func alternates(_ frame: Frame) -> [String] {
    frame.alternates.map { "\($0.hreflang.text) \($0.link.text)" }
  }

  @Test(arguments: Made.locales)
  func `a translated page names itself, its twin and the one for all others`(
    locale: Locale
  ) throws {
    let frame = GigPage(Made.gig(), in: try Made.edition(locale)).frame
    #expect(
      alternates(frame) == [
        "zh-Hans \(Self.zh)/g/cha-yin-dian-42", "en \(Self.en)/g/tea-shop-logo-42",
        "x-default \(Self.zh)/g/cha-yin-dian-42",
      ])
    #expect(frame.alternates.contains { $0.link == frame.canonical })
    #expect(frame.canonical.text.hasPrefix("\(Made.origin)/\(locale)/"))
  }

  @Test func `the home page is for all others where they choose a language`() throws {
    for locale in Made.locales {
      let frame = HomePage(Made.listing(), skills: [], in: try Made.edition(locale)).frame
      #expect(
        alternates(frame) == [
          "zh-Hans \(Self.zh)", "en \(Self.en)", "x-default \(Made.origin)/",
        ])
      #expect(frame.canonical.text == "\(Made.origin)/\(locale)")
    }
    let chooser = ChooserPage(in: try Made.locales.map { try Made.edition($0) })
    #expect(chooser.canonical.text == "\(Made.origin)/")
    #expect(
      chooser.alternates.map(\.link.text) == [Self.zh, Self.en, "\(Made.origin)/"])
  }

  @Test func `what nobody translated is known by its original, and has no twin`() throws {
    let gig = Made.gig {
      $0.content.texts[.english] = nil
      $0.slugs[.english] = nil
    }
    for locale in Made.locales {
      let frame = GigPage(gig, in: try Made.edition(locale)).frame
      #expect(frame.canonical.text == "\(Self.zh)/g/cha-yin-dian-42")
      #expect(frame.alternates.isEmpty)
      #expect(frame.isIndexed)
      // Visitors change the language of what is around it.
      #expect(frame.languages.map(\.link.text) == ["/zh-CN/g/cha-yin-dian-42", "/en/g/42"])
      #expect(frame.languages.filter(\.isHere).map(\.language.text) == [locale.tag])
    }
  }

  @Test func `what was written only in English is known by the English address`() throws {
    let gig = Made.gig {
      $0.content.texts[.chinese] = nil
      $0.content.origin = .english
    }
    for locale in Made.locales {
      let edition = try Made.edition(locale)
      #expect(
        GigPage(gig, in: edition).frame.canonical.text == "\(Self.en)/g/tea-shop-logo-42")
      #expect(edition.translations(of: gig).locales == [.english])
    }
  }

  @Test(arguments: Made.locales)
  func `who says nothing in any language is known by the language of the name`(
    language: Locale
  ) throws {
    for locale in Made.locales {
      let edition = try Made.edition(locale)
      let page = edition.translations(of: Made.bareProfile(in: language))
      #expect(page.locales == [language])
      #expect(edition.canonical(of: page).text == "\(Made.origin)/\(language)/s/5")
    }
  }

  @Test(arguments: Made.locales)
  func `what search engines may not list has no alternates, and says so`(locale: Locale) throws {
    let edition = try Made.edition(locale)
    let frames = [
      MissingPage(in: edition).frame, TopicsPage(skills: [], tags: [], in: edition).frame,
      GigPage(Made.gig(), asVersion: true, in: edition).frame,
      CategoryPage(Made.listing(seen: 0, newest: []), of: .market, in: edition).frame,
      CategoryPage(Made.page(2, of: 3, []), of: .category(Made.logos), in: edition).frame,
      SkillPage(
        SkillRecord(
          skill: Made.skill(1, "swift", [.english: "Swift"]), number: nil, pages: 0, seen: 0,
          sellers: []), in: edition
      ).frame,
    ]
    for frame in frames {
      #expect(!frame.isIndexed)
      #expect(frame.alternates.isEmpty)
    }
  }

  @Test(arguments: Made.locales)
  func `a title has the seller's name if there is room for it`(locale: Locale) throws {
    let edition = try Made.edition(locale)
    let room = edition.room.title
    let link = locale == .chinese ? "，" : ", by "
    let name = locale == .chinese ? "林见山" : "Lin Jianshan"
    for (length, hasName) in [(room - link.count - name.count, true), (room - 1, false)] {
      let title = String(repeating: "字", count: length)
      let gig = Made.gig { $0.content.texts[locale]?.title = title }
      let shown = GigPage(gig, in: edition).frame.title
      #expect(shown == (hasName ? title + link + name : title))
      #expect(shown.count <= room)
    }
  }

  @Test(arguments: Made.locales)
  func `a long headline is cut in the title, and stays whole on the page`(locale: Locale) throws {
    let edition = try Made.edition(locale)
    let headline = String(repeating: "书", count: 100)
    let page = SellerPage(
      Made.profile { $0.seller.headlines = [locale == .chinese ? .chinese : .english: headline] },
      in: edition)
    #expect(page.frame.title.count == edition.room.title)
    #expect(page.frame.title.hasSuffix("书…"))
    #expect(page.seller.headline?.text == headline)
  }

  @Test func `no description is longer than search engines show`() throws {
    for (locale, most) in [(Locale.chinese, 80), (.english, 155)] {
      let edition = try Made.edition(locale)
      let long = String(repeating: "👩🏽‍🚀", count: 300)
      let gig = Made.gig { $0.content.texts[locale]?.summary = long }
      let cut = GigPage(gig, in: edition).frame.description
      #expect(cut == String(repeating: "👩🏽‍🚀", count: most - 1) + "…")
      let category = Made.category(
        11, 1, "logos", "标志", "Logos", summaries: Localized([locale: long]))
      let page = CategoryPage(Made.listing(), of: .category(category), in: edition)
      #expect(page.frame.description.count == most)
      #expect(page.summary?.text == long)
    }
  }

  @Test func `what operators must show stands on every page`() throws {
    let edition = try Made.edition(.chinese) {
      $0.owner = "Jishi Ltd"
      $0.icp = "浙ICP备1号"
      $0.police = "浙公网安备2号"
      $0.licences = ["增值电信 B2-3"]
    }
    let frame = MissingPage(in: edition).frame
    #expect(frame.owner == "Jishi Ltd")
    #expect(frame.icp?.link.text == "https://beian.miit.gov.cn/")
    #expect(frame.icp?.name.text == "浙ICP备1号")
    #expect(frame.police?.link.text == "https://beian.mps.gov.cn/")
    #expect(frame.licences == ["增值电信 B2-3"])
    #expect(frame.openGraphLocale == "zh_CN")
    #expect(try Made.edition(.english).openGraphLocale == "en_US")
  }
}
