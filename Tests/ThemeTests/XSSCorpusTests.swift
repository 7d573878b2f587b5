import Hostile
import Testing

@Suite struct XSSCorpusTests {
  @Test func `the corpus is read`() {
    #expect(XSSCorpus.unread == [])
    #expect(XSSCorpus.all.count >= 220)
    #expect(XSSCorpus.all.contains("<script>alert(1)</script>"))
    #expect(XSSCorpus.all.contains { $0.count >= 10_000 })
    let twice = Dictionary(grouping: XSSCorpus.bytes) { $0 }.filter { $0.value.count > 1 }
    #expect(twice.keys.map { String(decoding: $0, as: UTF8.self) } == [])
  }
}
