import Testing

@testable import Theme

/// Small files that ask for very much.
@Suite struct GrowthTests {
  private func grows(_ stage: Stage) -> Bool {
    stage.told.contains { $0.contains("a page that grows without end by what it includes") }
  }

  @Test(arguments: [("", 2), ("x", 2), ("", 40)])
  func `parts that include each other over and over are stopped`(words: String, times: Int) {
    var parts = ["p0": words]
    for depth in 1...30 {
      parts["p\(depth)"] = String(repeating: "{% include \"p\(depth - 1)\" %}", count: times)
    }
    #expect(grows(Stage("{% include \"p30\" %}", parts: parts)))
  }

  @Test func `a long message in many places is stopped before it fills the memory`() {
    var stage = Stage(String(repeating: "{{ t \"shelf.long\" }}", count: 10_000))
    let long = String(repeating: "w", count: 100_000)
    stage.messages["en"]?.append(Stage.message("shelf.long", [.words(long)]))
    #expect(grows(stage))
  }

  @Test func `a hundred thousand marks are too large a file, and fewer are read`() {
    #expect(
      Stage(String(repeating: "{{ title }}", count: 100_000)).told.allSatisfy {
        $0.contains("expected at most \(TemplateLimits.bytesMax) bytes")
      })
    #expect(Stage(String(repeating: "{{title}}", count: 29_000)).told == [])
    let broken = Stage(String(repeating: "{{titel}}", count: 2_000)).told
    #expect(broken.count == TemplateLimits.faultsPerFileMax + 1)
  }

  @Test(arguments: ["a", "<", "<a ", "\"", "&", "{", "{{", "{%", "{#", "中", "<b title=\"", "<!--"])
  func `a very long line is read to its end`(sign: String) {
    let line = String(repeating: sign, count: 20_000 / sign.utf8.count)
    #expect(Stage(line).faults.count <= TemplateLimits.faultsPerFileMax + 1)
  }

  @Test func `a list of a hundred thousand is written`() throws {
    let pots = (0..<100_000).map { Pot(name: "<\($0)>", words: ["a"]) }
    let html = try Stage(
      "{% for p, n in pots %}{% for w in p.words %}<b id=\"p{{ n.plain }}\">{{ p.name }}{{ w }}</b>{% end %}{% end %}"
    ).rendered(Shelf(pots: pots))
    #expect(html.utf8.count > 2_000_000)
    #expect(html.hasSuffix("<b id=\"p100000\">&lt;99999&gt;a</b>"))
  }
}
