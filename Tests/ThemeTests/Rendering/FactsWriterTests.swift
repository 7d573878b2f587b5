import Foundation
import Testing
import Theme

@Suite struct FactsWriterTests {
  @Test func `facts are JSON that cannot end a script`() throws {
    let evil = "</script><!--\u{2028}\"\\\n\u{0}\u{202E}&"
    let facts = FactsWriter.facts("Product") { product in
      product.text("name", evil)
      product.figure("rating", Figure(49, scale: 1))
      product.object("brand", "Brand") { $0.text("name", "工坊") }
      product.objects("offers", "Offer", count: 2) { $0.number("price", $1) }
      product.text("url", "https://a.example/b".prefix(17), "/c?d&e")
      product.texts("images", ["a", "b"])
      product.objects("none", "None", count: 0) { _, _ in }
      product.amount("price", Amount(minorUnits: 120_050, currency: "CNY", scale: 2))
    }
    #expect(!facts.json.contains("<"))
    #expect(!facts.json.contains("\u{2028}"))
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(facts.json.utf8)) as? [String: Any])
    #expect(read["name"] as? String == "</script><!--\u{2028}\"\\\n\u{FFFD}&")
    #expect(read["rating"] as? Double == 4.9)
    #expect((read["brand"] as? [String: String])?["@type"] == "Brand")
    #expect((read["offers"] as? [[String: Any]])?.compactMap { $0["price"] as? Int } == [0, 1])
    #expect(read["url"] as? String == "https://a.example/c?d&e")
    #expect(read["images"] as? [String] == ["a", "b"])
    #expect((read["none"] as? [Any])?.isEmpty == true)
    #expect(facts.json.contains(#""price":1200.50"#))
  }
}
