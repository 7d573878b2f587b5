import Market
import Proving
import Testing

struct GigHintTests {
  private let languages = [Locale.chinese, .english]

  @Test func `a service with everything needs no advice`() {
    let content = full
    #expect(content.hints(in: languages) == [])
    #expect(content.quality(in: languages) == 100)
  }

  @Test func `nothing said is worth nothing, and never less`() {
    let blank = GigContent.blank(in: .chinese)
    #expect(blank.quality(in: languages) >= 0)
    #expect(blank.hints(in: languages).contains(.untranslated(.chinese)))
  }

  @Test func `what matters most is said first`() {
    var content = full
    content.media = []
    content.tags = [ID(1)]
    #expect(content.hints(in: languages) == [.fewPictures(count: 0), .fewTags(count: 1)])
    #expect(content.quality(in: languages) == 74)
  }

  @Test func `a Chinese title is short below four characters, a Latin one below ten letters`() {
    var content = full
    content.texts[.chinese]?.title = "画标志"
    content.texts[.english]?.title = "Logo tips"
    #expect(content.hints(in: languages) == [.shortTitle(.english), .shortTitle(.chinese)])
    content.texts[.chinese]?.title = "画标志吧"
    content.texts[.english]?.title = "Logo tips!"
    #expect(content.hints(in: languages) == [])
  }

  private var full: GigContent {
    let line: Localized = [.chinese: "甲", .english: "A"]
    let text = { (title: String, letter: String) in
      GigText(
        title: title, summary: "s", description: String(repeating: letter, count: 200))
    }
    let package = GigPackage(
      name: line, summary: line, price: 100, deliveryDays: 1, revisions: nil)
    return GigContent(
      origin: .chinese,
      texts: [.chinese: text("为咖啡馆画标志", "字"), .english: text("Logos for cafés", "a")],
      packages: [package, package], features: [GigFeature(label: line, packages: .from(0, of: 2))],
      requirements: [GigRequirement(question: line, isNeeded: true)],
      questions: Array(repeating: GigQuestion(question: line, answer: line), count: 3),
      tags: [ID(1), ID(2), ID(3)],
      media: (1...3).map { GigMedia(file: "\($0)", caption: [:]) })
  }
}

struct DifferenceLineTests {
  @Test func `what stays is kept in its place`() {
    let lines = DifferenceLine.between(["a", "b", "c"], ["a", "x", "c", "d"])
    #expect(
      lines == [
        DifferenceLine(.kept, "a"), DifferenceLine(.removed, "b"), DifferenceLine(.added, "x"),
        DifferenceLine(.kept, "c"), DifferenceLine(.added, "d"),
      ])
  }

  @Test func `both texts can be read out of the difference`() {
    var random = Seeded(7)
    for _ in 0..<500 {
      let old = (0..<Int.random(in: 0...8, using: &random)).map { _ in letter(&random) }
      let new = (0..<Int.random(in: 0...8, using: &random)).map { _ in letter(&random) }
      let lines = DifferenceLine.between(old, new)
      #expect(lines.filter { $0.kind != .added }.map(\.text) == old)
      #expect(lines.filter { $0.kind != .removed }.map(\.text) == new)
    }
  }

  private func letter(_ random: inout Seeded) -> String {
    ["a", "b", "c"].randomElement(using: &random) ?? "a"
  }
}
