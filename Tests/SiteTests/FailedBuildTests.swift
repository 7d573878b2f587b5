import Foundation
import Market
import Pages
import Proving
import Site
import Store
import Testing
import Theme

/// Whatever keeps a site from being built, visitors go on seeing the old one.
@Suite struct FailedBuildTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    let file: String
    let text: String
    let sentences: [String]
    var testDescription: String { sentences[0] }
  }

  static let mistakes = [
    Mistake(
      file: "content/en/help/x.md",
      text: Fair.article("X", "One.\nWait {order.late-cancle-hours} hours, {a.b}."),
      sentences: [
        "content/en/help/x.md:9:6: found the figure “order.late-cancle-hours”, expected one that the rules have",
        "order.late-cancel-hours", "content/en/help/x.md:9:39: found the figure “a.b”",
      ]),
    Mistake(
      file: "content/en/help/x.md",
      text: Fair.article("X", "One.").replacing("buyers", with: "byers"),
      sentences: [
        "content/en/help/x.md:4:9: found “byers”, expected one of buyers, sellers, open, market"
      ]),
    Mistake(
      file: "content/en/help/x.md",
      text: Fair.article("X", "One.").replacing("place = 1\n", with: ""),
      sentences: ["content/en/help/x.md:", "place"]),
    Mistake(
      file: "content/en/blog/x.md", text: Fair.post("X", "2026-02-30"),
      sentences: ["content/en/blog/x.md:4:7: found “2026-02-30”, expected a day"]),
    Mistake(
      file: "content/en/help/x.md", text: "No head at all.\n", sentences: ["content/en/help/x.md:1"]
    ),
    Mistake(
      file: "content/en/help/x.md",
      text: Fair.article("X", String(repeating: "All of it.\n", count: 30_000)),
      sentences: [
        "content/en/help/x.md:8:1: found a text of 330001 bytes, expected at most 262144"
      ]),
    Mistake(
      file: "content/en/help/x.md",
      text: Fair.article("X", "One.\nSee [it](/en) and [how](/en/help/odering#part-1)."),
      sentences: [
        "content/en/help/x.md:9:25: found “/en/help/odering”, expected a page that is there",
        "/en/help/ordering",
      ]),
    Mistake(
      file: "content/en/blog/x.md",
      text: Fair.post(
        "X", "2026-02-03",
        "# One [post](/zh-CN/blog/x)\n\nSee [it](/en) and\r\nno [page](/fr/c/logo)."),
      sentences: [
        "content/en/blog/x.md:7:14: found “/zh-CN/blog/x”",
        "content/en/blog/x.md:10:11: found “/fr/c/logo”",
      ]),
    Mistake(
      file: "content/en/help/x.txt", text: "words",
      sentences: ["content/en/help/x.txt", "found a file that is no page"]),
    Mistake(
      file: "content/en/x.md", text: "words",
      sentences: ["content/en/x.md", "found a file that is no page"]),
    Mistake(
      file: "content/en/news/x.md", text: Fair.article("X", "One."),
      sentences: ["content/en/news/x.md", "found the folder “news”"]),
    Mistake(
      file: "content/en/help/An X.md", text: Fair.article("X", "One."),
      sentences: ["content/en/help/An X.md", "found the name “An X”"]),
    Mistake(
      file: "themes/default/pages/help.html", text: "{% view HelpPage %}\n<h1>{{ titel }}</h1>\n",
      sentences: ["themes/default/pages/help.html:2:8: found the field “titel”"]),
    Mistake(
      file: "locales/en/help.txt", text: "",
      sentences: ["locales/en/help.txt:1:1: found no message “help."]),
  ]

  @Test(arguments: mistakes)
  func `a mistake in a file is told with its place, and the old site stays`(mistake: Mistake)
    throws
  {
    let workshop = try Workshop.bare()
    let folder = workshop.folder
    let before = try workshop.site()
    let old = folder.has(mistake.file) ? try folder.text(mistake.file) : nil
    try folder.write(mistake.text, to: mistake.file)
    let answer = try workshop.jishi("build")
    #expect(answer.code == 1, "\(answer.output)\(answer.errors)")
    #expect(answer.output == "")
    for sentence in mistake.sentences {
      #expect(answer.errors.contains(sentence), "\(answer.errors)")
    }
    try workshop.expectUntouched(before)
    try folder.remove(mistake.file)
    if let old { try folder.write(old, to: mistake.file) }
    try workshop.ran("build")
    try workshop.expectUntouched(before)
  }

  @Test func `all mistakes are told at once`() throws {
    let workshop = try Workshop.bare()
    for name in ["a", "b"] { try workshop.folder.write("x", to: "content/en/help/\(name).txt") }
    try workshop.folder.write(
      Fair.article("X", "{a.b} {c.d}"), to: "content/zh-CN/help/x.md")
    let lines = try workshop.jishi("build").errors.split(separator: "\n")
    #expect(lines.count == 4, "\(lines)")
  }

  @Test func `words that cannot be read are not taken for none`() throws {
    let workshop = try Workshop.bare()
    let before = try workshop.site()
    for (content, found) in [("nowhere", "nothing"), ("site.json", "no folder")] {
      let answer = try workshop.jishi("build", "--content", content)
      #expect(answer.code == 1)
      #expect(answer.errors == "jishi: \(content):1:1: found \(found), expected a folder\n")
    }
    try FileManager.default.createSymbolicLink(
      atPath: workshop.folder.file("content/en/blog"), withDestinationPath: "/etc")
    #expect(try workshop.jishi("build").errors.contains("content/en/blog"))
    try workshop.expectUntouched(before)
  }

  @Test func `without a database there is nothing to build`() throws {
    let workshop = try Workshop.bare()
    let before = try workshop.site()
    let answer = try workshop.jishi("build", "--db", "sqlite:data/none.db")
    #expect(answer.code == 2, "\(answer.errors)")
    #expect(answer.errors.contains("none.db"))
    try workshop.expectUntouched(before)
  }

  @Test func `what stands where the site should be is not replaced`() throws {
    let workshop = try Workshop.bare()
    try workshop.folder.write("precious", to: "other/site/index.html")
    let answer = try workshop.jishi("build", "--output", "other")
    #expect(answer.code == 3)
    #expect(answer.errors.contains("other/site cannot be written"), "\(answer.errors)")
    #expect(try workshop.folder.text("other/site/index.html") == "precious")
    #expect(try workshop.folder.names(in: "other/sites") == [])
    #expect(try workshop.folder.names(in: "other") == [".build.lock", "site", "sites"])
    let nowhere = try workshop.jishi("build", "--output=")
    #expect(nowhere.code == 2)
    #expect(nowhere.errors == "jishi: output needs the name of a folder.\n")
    try workshop.folder.write("", to: "file")
    let file = try workshop.jishi("build", "--output", "file")
    #expect(file.code == 3)
    #expect(file.errors.contains("file"), "\(file.errors)")
  }
}
