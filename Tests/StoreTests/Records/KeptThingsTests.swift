import Market
import Proving
import Testing

@testable import Store

@Suite struct KeptThingsTests {
  @Test func `what was asked for lately is not read again, and the rest is let go`() {
    let kept = Recent<Gig, Int64>(atMost: 8)
    var readings: [[Int64]] = []
    func ask(_ numbers: Int64...) -> [Int64?] {
      kept.things(numbers.map(ID.init)) { missing in
        readings.append(missing.map(\.number))
        return Gathered(missing.filter { $0.number > 0 }, by: \.self).mapped { $0.number * 10 }
      }
    }
    #expect(ask(3, 1, 3) == [30, 10, 30])
    #expect(ask(1, 2) == [10, 20])
    #expect(readings == [[3, 1, 3], [2]])
    #expect(ask(-1, 1) == [nil, 10], "what is not there is asked for again")
    #expect(ask(-1) == [nil])
    readings = []
    for number: Int64 in 1...40 { #expect(ask(1, number) == [10, number * 10]) }
    #expect(readings.flatMap(\.self) == Array(4...40), "what is asked for again and again stays")
    #expect(kept.count <= 8)
    #expect(ask(2) == [20])
    #expect(readings.last == [2])
  }

  @Test func `more at once than can be kept are there all the same`() {
    let kept = Recent<Gig, Int64>(atMost: 2)
    let ids = (1...9).map { ID<Gig>(Int64($0 % 5)) }
    for _ in 1...2 {
      let things = kept.things(ids) { missing in
        Gathered(Array(Set(missing)), by: \.self).mapped(\.number)
      }
      #expect(things == ids.map(\.number))
      #expect(kept.count <= 2)
    }
  }

  @Test func `rows are gathered in whatever order they come`() {
    var random = Seeded(7)
    for _ in 1...200 {
      let rows = (0..<Int.random(in: 0...30, using: &random)).map { place in
        (id: ID<Gig>(Int64.random(in: 1...9, using: &random)), place: place)
      }
      var gathered = Gathered<Gig, [Int]>()
      for row in rows { gathered.change(row.id, orAdd: []) { $0.append(row.place) } }
      let expected = Dictionary(grouping: rows, by: \.id).mapValues { $0.map(\.place) }
      #expect(gathered.ids == expected.keys.sorted())
      for id in (0...10).map({ ID<Gig>($0) }) {
        #expect(gathered[id] == expected[id])
        gathered.change(id) { $0.append(-1) }
        #expect(gathered[id] == expected[id].map { $0 + [-1] })
      }
    }
  }
}

extension Gathered {
  fileprivate func mapped<Other>(_ change: (Record) -> Other) -> Gathered<Thing, Other> {
    var others = Gathered<Thing, Other>()
    for (id, record) in zip(ids, records) { others.add(change(record), as: id) }
    return others
  }
}
