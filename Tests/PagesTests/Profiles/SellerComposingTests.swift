import Market
import Testing
import Theme

@testable import Pages

@Suite struct SellerComposingTests {
  typealias Locale = Market.Locale

  private func page(_ record: ProfileRecord, _ locale: Locale = .english) throws -> SellerPage {
    SellerPage(record, in: try Made.edition(locale))
  }

  @Test func `a seller is told in the language of the page`() throws {
    let english = try page(Made.profile())
    #expect(english.frame.title == "Lin Jianshan: Drinks only")
    #expect(english.frame.description == "For eleven years.")
    #expect(english.about?.markup == "<p>For <strong>eleven</strong> years.</p>\n")
    #expect(english.aboutLanguage == nil)
    #expect(english.frame.kind == "profile")
    let chinese = try page(Made.profile(), .chinese)
    #expect(chinese.frame.title == "林见山：只做饮品店")
    // The seal is the same stone in every language.
    #expect(chinese.seller.who.seal.text == english.seller.who.seal.text)
  }

  @Test(arguments: Made.locales)
  func `who has nothing but a name has a page all the same`(locale: Locale) throws {
    let page = try page(Made.bareProfile(in: .english), locale)
    #expect(page.frame.title == "Ann")
    let words = locale == .chinese ? "Ann的主页。" : "The page of Ann."
    #expect(page.frame.description == words)
    #expect(page.about == nil && page.aboutLanguage == nil)
    #expect(page.seller.headline == nil && page.seller.place == nil)
    #expect(page.seller.rating == nil && page.seller.onTime == nil)
    #expect(page.gigs.isEmpty && page.works.isEmpty && page.hourlyRate == nil)
    #expect(page.frame.canonical.text == "\(Made.origin)/en/s/5")
    let html = try rendered(page, in: locale)
    #expect(html.contains("<h1"))
  }

  @Test func `how many services somebody offers is said in good English`() throws {
    for (count, words) in [
      (1, "Ann offers one service on Jishi."), (2, "Ann offers 2 services on Jishi."),
    ] {
      var record = Made.bareProfile(in: .english)
      record.seller.figures.gigsShown = Int64(count)
      #expect(try page(record).frame.description == words)
    }
  }

  @Test func `an about without words gives way to a sentence`() throws {
    var record = Made.profile()
    record.content.texts[.english]?.about = "---\n"
    #expect(try page(record).frame.description == "The page of Lin Jianshan.")
  }

  @Test func `an organisation is one, for people and for machines`() throws {
    let page = try page(Made.profile { $0.seller.name.kind = .organisation })
    #expect(page.seller.who.isStudio)
    let entity = try #require(try read(page.profile)["mainEntity"] as? [String: Any])
    #expect(entity["@type"] as? String == "Organization")
    #expect(entity["name"] as? String == "Lin Jianshan")
    #expect(entity["description"] as? String == "Drinks only")
    let person = try read(try self.page(Made.profile()).profile)["mainEntity"] as? [String: Any]
    #expect(person?["@type"] as? String == "Person")
  }

  @Test(
    arguments: [
      (0, 1, nil), (1, 1, nil), (59, 59, nil), (60, nil, 1), (61, nil, 2), (120, nil, 2),
      (180, nil, 3), (1_440, nil, 24),
    ] as [(Int64, Int?, Int?)])
  func `an answer takes minutes, or whole hours`(
    taken: Int64, minutes: Int?, hours: Int?
  ) throws {
    let seller = try Made.composer(.english).line(
      Made.seller { $0.figures.answersInMinutes = taken })
    #expect(seller.answersInMinutes == minutes)
    #expect(seller.answersInHours == hours)
  }

  @Test func `figures are those of the records`() throws {
    let seller = try Made.composer(.english).line(
      Made.seller {
        $0.figures.orders = 31
        $0.figures.reviews = 20
        $0.figures.stars = 99
        $0.figures.gigsShown = 4
        $0.figures.onTimeBasisPoints = 9_876
        // Four in the afternoon in Greenwich is midnight in China.
        $0.openedAt = Made.moment("2022-02-28T16:00:00Z")
      })
    #expect(seller.orderCount == 31 && seller.reviewCount == 20)
    #expect(seller.rating == Figure(50, scale: 1))
    #expect(seller.onTime == Figure(987, scale: 1))
    #expect(seller.since == Day(year: 2022, month: 3, day: 1))
    #expect(seller.answersInMinutes == nil && seller.answersInHours == nil)
  }

  @Test func `nobody is on time before the first completed order`() throws {
    let seller = try Made.composer(.english).line(
      Made.seller {
        $0.figures.orders = 0
        $0.figures.onTimeBasisPoints = 0
      })
    #expect(seller.onTime == nil)
  }

  @Test func `what a seller offers beyond a dozen is shown when asked for`() throws {
    let cards = (1...14).map { Made.card(Int64($0)) }
    let page = try page(Made.profile { $0.gigs = cards })
    #expect(page.gigs.count == 12 && page.moreGigs.count == 2 && page.gigCount == 14)
    let few = try self.page(Made.profile { $0.gigs = Array(cards.prefix(12)) })
    #expect(few.gigs.count == 12 && few.moreGigs.isEmpty)
  }

  @Test func `skills, languages, proofs and works are listed as the profile has them`() throws {
    let record = Made.profile {
      $0.content.languages = [SpokenLanguage(.chinese, .native), SpokenLanguage(.english, .basic)]
      $0.skills = [
        Made.skill(1, "logo", [.chinese: "标志", .english: "Logos"]),
        Made.skill(2, "shufa", [.chinese: "书法"]), Made.skill(3, "none", [:]),
      ]
      $0.content.skills = [1, 2, 3].map { SkillLevel(ID($0), .expert) }
      $0.content.proofs = [
        Qualification(.education, title: [.chinese: "学士"], to: 2010),
        Qualification(.certificate, title: [:], to: nil),
      ]
      $0.content.hourlyRate = Money(minorUnits: 30_000, .cny)
      $0.portfolio = [
        PortfolioItem(
          id: ID(1), party: ID(5), category: Made.logos.id, titles: [.chinese: "山门"], year: 2020),
        PortfolioItem(id: ID(2), party: ID(5), category: nil, titles: [:], year: nil),
      ]
      $0.gigs = [Made.card()]
      $0.reviews = [Made.review()]
    }
    let edition = try Made.edition(.english)
    let page = SellerPage(record, in: edition)
    #expect(page.languages.map(\.name) == ["Chinese", "English"])
    #expect(page.skills.map(\.link.text) == ["/en/k/logo", "/en/k/shufa"])
    #expect(page.skills.map(\.name.lang) == [nil, "zh-CN"])
    #expect(page.education.map(\.title.text) == ["学士"])
    #expect(page.certificates.isEmpty && page.experience.isEmpty)
    #expect(page.hourlyRate == Amount(minorUnits: 30_000, currency: "CNY", scale: 2))
    #expect(page.works.map(\.title.text) == ["山门"])
    #expect(page.works[0].picture.link.text == "/\(edition.drawings(of: record)[0].name)")
    #expect(page.gigs.count == 1 && page.reviews.count == 1)
  }
}
