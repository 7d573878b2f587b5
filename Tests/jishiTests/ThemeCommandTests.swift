import Foundation
import Proving
import Testing

/// What an operator does who restyles the site or adds a language.
@Suite struct ThemeCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["themes", "locales"] {
      let source = Self.root.appending(path: name).path
      try FileManager.default.copyItem(atPath: source, toPath: folder.file(name))
    }
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func jishi(_ words: String...) throws -> Command {
    try Command.run(Command.ours("jishi"), words, in: folder.path)
  }

  private func json(_ command: Command) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(command.output.utf8))
    return try #require(object as? [String: Any])
  }

  private func write(_ text: String, to path: String) throws {
    let file = URL(filePath: folder.file(path))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  @Test func `the default theme is whole`() throws {
    let check = try jishi("theme", "check")
    #expect(check.code == 0, "\(check.output)\(check.errors)")
    #expect(check.output.hasPrefix("Nothing is wrong with the theme default: "))
    #expect(check.output.contains("(zh-CN, en)"))
  }

  @Test func `a new theme is whole, is listed, and is never begun twice`() throws {
    let made = try jishi("theme", "new", "lantern")
    #expect(made.code == 0, "\(made.errors)")
    #expect(try jishi("theme", "check", "lantern").code == 0)
    #expect(try jishi("theme", "--theme", "lantern").output == "  default\n* lantern\n")
    let again = try jishi("theme", "new", "lantern")
    #expect(again.code == 2)
    #expect(again.errors == "jishi: There is something at themes/lantern already.\n")
    #expect(try jishi("theme", "new", "Lantern").code == 2)
    #expect(try jishi("theme", "new", "../x").code == 2)
  }

  @Test func `faults are told with file, line and column, all at once`() throws {
    try write(
      "{% view SellerName %}\n<a href=\"{{ name }}\">{{ nmae }}</a>\n",
      to: "themes/mine/parts/by.html")
    try write("a { color: red", to: "themes/mine/styles/90-mine.css")
    try write("nothing = here", to: "locales/en/missing.txt")
    let check = try jishi("theme", "check", "mine")
    #expect(check.code == 1)
    let lines = check.output.split(separator: "\n").map(String.init)
    func tells(_ start: String) -> Bool { lines.contains { $0.hasPrefix(start) } }
    #expect(tells("themes/mine/parts/by.html:2:13: found "), "\(lines)")
    #expect(tells("themes/mine/parts/by.html:2:25: found the field “nmae”"), "\(lines)")
    #expect(tells("themes/mine/styles/90-mine.css:1:"), "\(lines)")
    #expect(tells("locales/en/missing.txt:1:1: "), "\(lines)")
    let faults = try #require(
      try json(try jishi("theme", "check", "mine", "--json"))["faults"] as? [[String: Any]])
    #expect(faults.count == lines.count - 1)
    #expect(faults.allSatisfy { $0["line"] as? Int != nil && $0["expected"] as? String != nil })
  }

  @Test func `a theme that is not there is wrong use, and those that are there are named`() throws {
    for words in [["check", "defualt"], ["check", "--theme", "defualt"], ["--theme", "defualt"]] {
      let command = try Command.run(Command.ours("jishi"), ["theme"] + words, in: folder.path)
      #expect(command.code == 2, "\(words)")
      #expect(
        command.errors
          == "jishi: There is no theme “defualt” in themes, only default. Did you mean default?\n",
        "\(words)")
    }
  }

  @Test func `a folder of themes that is not there or cannot be read is no empty folder`() throws {
    let missing = try jishi("theme", "--themes", "nowhere")
    #expect(missing.code == 2)
    #expect(
      missing.errors == "jishi: There is no folder nowhere; `themes` says where the themes are.\n")
    try write("", to: "file")
    let file = try jishi("theme", "--themes", "file")
    #expect(file.code == 2)
    #expect(file.errors.contains("The folder of the themes, file, cannot be read: Not a directory"))
    #expect(try jishi("theme", "check", "--themes", "file").errors == file.errors)
  }

  @Test func `no theme is begun where there is no default theme`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.file("bare"), withIntermediateDirectories: true)
    let made = try jishi("theme", "new", "lantern", "--themes", "bare")
    #expect(made.code == 2)
    #expect(
      made.errors
        == "jishi: There is no theme “default” in bare, nor any other. All others take from it what they lack.\n"
    )
    #expect(!FileManager.default.fileExists(atPath: folder.file("bare/lantern")))
    #expect(try jishi("theme", "new", "lantern", "--themes", "nowhere").code == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.file("nowhere")))
  }

  @Test func `fields are listed with what they are`() throws {
    let views = try jishi("theme", "fields")
    #expect(views.output.contains("GigPage"))
    let fields = try jishi("theme", "fields", "GigPage")
    #expect(fields.output.contains("title"))
    #expect(fields.output.contains("said"))
    let none = try jishi("theme", "fields", "GigPgae")
    #expect(none.code == 2)
    #expect(none.errors.contains("Did you mean GigPage?"))
  }

  @Test func `the cases of a choice are listed with the views that they carry`() throws {
    let all = try jishi("theme", "fields")
    #expect(all.output.contains(/\nLevel +new, one, two, top\n/), "\(all.output)")
    let choices = try #require(
      try json(try jishi("theme", "fields", "--json"))["choices"] as? [[String: Any]])
    #expect(choices.contains { $0["cases"] as? [String] == ["new", "one", "two", "top"] })
    let level = try jishi("theme", "fields", "Level")
    #expect(level.output.hasSuffix("\nCASE\nnew\none\ntwo\ntop\n"), "\(level.output)")
    let figures = try jishi("theme", "fields", "MeasureFigures")
    #expect(figures.output.contains("\nCASE     WITH THE VIEW\ncount    CountMeasure\n"))
    #expect(try jishi("theme", "fields", "Levle").errors.contains("Did you mean Level?"))
  }
}
