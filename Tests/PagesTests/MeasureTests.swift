import Market
import Testing
import Theme

@testable import Pages

@Suite struct MeasureTests {
  private func lines(_ record: SellerRecord) -> [Criterion: MeasureLine] {
    let next = Rules.standard.levels.assess(record).next
    let lines = next.map { MeasureLine($0, currency: .cny) }
    return Dictionary(uniqueKeysWithValues: lines.map { ($0.criterion, $0) })
  }

  @Test func `a bar is full only when it is enough`() {
    for orders in [0, 1, 9, 10, 99, 100, 1_000_000] {
      for line in lines(SellerRecord(orders: orders, ratingHundredths: 400)).values {
        #expect((line.share == 100) == line.isMet, "\(line)")
        #expect((0...100).contains(line.share))
      }
    }
  }

  @Test func `what somebody earned cannot be read from the page`() throws {
    let poor = try #require(lines(SellerRecord(earningsMinorUnits: 1))[.earnings])
    let richer = try #require(lines(SellerRecord(earningsMinorUnits: 50_000))[.earnings])
    #expect(!poor.isMet && !richer.isMet)
    #expect("\(poor)" == "\(richer)")
  }

  @Test func `rates are shown in per cent, without a decimal that says nothing`() throws {
    let record = SellerRecord(
      ratingHundredths: 481, completionBasisPoints: 9_000, onTimeBasisPoints: 9_815)
    let all = lines(record)
    guard case .percent(let completion) = try #require(all[.completion]).figures,
      case .percent(let onTime) = try #require(all[.onTime]).figures,
      case .stars(let rating) = try #require(all[.rating]).figures
    else {
      Issue.record("rates are per cent and ratings are stars")
      return
    }
    #expect(completion.reached == Figure(90, scale: 0))
    #expect(onTime.reached == Figure(981, scale: 1))
    #expect(rating.reached == Figure(481, scale: 2))
  }

  @Test func `the choices have their cases at the places they say`() {
    for (place, level) in Level.allCases.enumerated() {
      #expect(Level.cases[level.position].name == level.rawValue && level.position == place)
    }
    for (place, each) in Criterion.allCases.enumerated() {
      #expect(Criterion.cases[each.position].name == each.rawValue && each.position == place)
    }
    for (place, each) in SpokenLanguage.Fluency.allCases.enumerated() {
      #expect(each.position == place)
    }
    for (place, each) in SkillLevel.Grade.allCases.enumerated() { #expect(each.position == place) }
  }
}
