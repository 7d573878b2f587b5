import Market
import Proving
import Testing
import Theme

@testable import Pages

@Suite struct ComposerTests {
  typealias Locale = Market.Locale

  /// The numbers of invented things are few, so they come again with other words.
  @Test(arguments: Made.locales)
  func `what a composer remembers changes no page`(locale: Locale) throws {
    let edition = try Made.edition(locale)
    let composer = Composer(edition)
    for seed in 1...20 {
      for _ in 0..<2 {
        var invented = Invented(seed: UInt64(seed))
        let gig = invented.gig()
        let profile = invented.profile()
        for isVersion in [false, true] {
          #expect(
            try rendered(GigPage(gig, asVersion: isVersion, by: composer), in: locale)
              == rendered(GigPage(gig, asVersion: isVersion, in: edition), in: locale), "\(seed)")
        }
        #expect(
          try rendered(SellerPage(profile, by: composer), in: locale)
            == rendered(SellerPage(profile, in: edition), in: locale), "\(seed)")
      }
    }
  }

  @Test func `what is known is given for the same record only, and there is room for so much`() {
    var known = Known<UInt64, String, Int>(atMost: 2)
    known.keep(10, as: 1, of: "one")
    known.keep(20, as: 2, of: "two")
    #expect(known[1, of: "one"] == 10 && known[2, of: "two"] == 20)
    #expect(known[1, of: "two"] == nil && known[3, of: "one"] == nil)
    known.keep(30, as: 3, of: "three")
    #expect(known[3, of: "three"] == 30 && known[1, of: "one"] == nil)
  }

  @Test func `two keys with one place are both known, and a record gives way to a later one`() {
    var known = Known<UInt64, String, Int>(atMost: 4)
    known.keep(10, as: 1, of: "one")
    known.keep(50, as: 5, of: "five")
    #expect(known[1, of: "one"] == 10 && known[5, of: "five"] == 50)
    known.keep(51, as: 5, of: "five again")
    known.keep(11, as: 1, of: "one again")
    #expect(known[1, of: "one"] == nil && known[5, of: "five"] == nil)
    #expect(known[1, of: "one again"] == 11 && known[5, of: "five again"] == 51)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `what is kept is what was kept last, if anything`(seed: UInt64) {
    var random = Seeded(seed)
    var known = Known<UInt64, Int, Int>(atMost: 8)
    var last: [UInt64: Int] = [:]
    for number in 0..<500 {
      let key = UInt64.random(in: 0..<24, using: &random)
      if Bool.random(using: &random) {
        known.keep(number, as: key, of: number)
        last[key] = number
        #expect(known[key, of: number] == number)
      }
      let made = known.find(key) { _ in true }
      #expect(made == nil || made == last[key])
    }
  }
}
