import Market
import Proving
import Testing

private enum Thing {}

@Suite struct PublicIDTests {
  @Test func `it has 24 characters that cannot be misread`() {
    var random = Seeded(1)
    let readable = Set("0123456789abcdefghjkmnpqrstvwxyz")
    var seen: Set<Character> = []
    for _ in 0..<1_000 {
      let text = PublicID<Thing>(using: &random).text
      #expect(text.utf8.count == 24)
      seen.formUnion(text)
    }
    #expect(seen == readable)
  }

  @Test func `its text makes it again`() {
    var random = Seeded(2)
    for _ in 0..<1_000 {
      let id = PublicID<Thing>(using: &random)
      #expect(PublicID<Thing>(id.text) == id)
      #expect("\(id)" == id.text)
    }
  }

  @Test(arguments: [
    "", "0123456789abcdefghjkmnp", "0123456789abcdefghjkmnpqr",
    "0123456789ABCDEFGHJKMNPQ", "i123456789abcdefghjkmnpq", "0123456789abcdefghjkmnpl",
    "0123456789abcdefghjkmnpo", "u123456789abcdefghjkmnpq", "0123456789 bcdefghjkmnpq",
    "0123456789/../ghjkmnpqrs", "é123456789abcdefghjkmnp", "\u{0}123456789abcdefghjkmnpq",
  ])
  func `other text is none`(text: String) {
    #expect(PublicID<Thing>(text) == nil)
  }

  @Test func `twenty thousand are all different`() {
    var random = Seeded(3)
    let ids = Set((0..<20_000).map { _ in PublicID<Thing>(using: &random) })
    #expect(ids.count == 20_000)
  }

  @Test func `the same randomness gives the same id`() {
    var one = Seeded(4)
    var other = Seeded(4)
    #expect(PublicID<Thing>(using: &one) == PublicID<Thing>(using: &other))
  }
}
