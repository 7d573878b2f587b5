import Foundation
import Proving
import Testing

@Suite struct RulesCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    #expect(try jishi("init").code == 0)
  }

  func jishi(_ words: String...) throws -> Command {
    try Command.run(Command.ours("jishi"), words, in: folder.path)
  }

  func json(_ command: Command) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(command.output.utf8))
    return try #require(object as? [String: Any])
  }

  func write(_ text: String) throws {
    try text.write(toFile: folder.file("my.rules"), atomically: true, encoding: .utf8)
  }

  @Test func `a new market has rules, and says which`() throws {
    let shown = try jishi("rules")
    #expect(shown.code == 0, "\(shown.errors)")
    #expect(shown.output.hasPrefix("Version 1 is in force.\n* 1  from 20"), "\(shown.output)")
    let object = try json(try jishi("rules", "--json"))
    #expect(object["inForce"] as? Int == 1)
    #expect((object["versions"] as? [[String: Any]])?.count == 1)
  }

  @Test func `what is printed can be loaded, and unchanged is no new version`() throws {
    let printed = try jishi("rules", "--print")
    #expect(printed.output.contains("\nsilent-acceptance-days = 3\n"))
    try write(printed.output)
    let same = try jishi("rules", "--load", "my.rules")
    #expect(same.code == 0, "\(same.errors)")
    #expect(same.output.contains("has these very rules already"), "\(same.output)")
    try write(printed.output.replacing("tags-max = 5", with: "tags-max = 6"))
    let loaded = try json(
      try jishi("rules", "--load", "my.rules", "--from", "2999-01-01", "--json"))
    #expect(loaded["published"] as? Bool == true)
    #expect(loaded["version"] as? Int == 2)
    #expect(loaded["from"] as? String == "2999-01-01T00:00:00Z")
    #expect(try json(try jishi("rules", "--json"))["inForce"] as? Int == 1)
    #expect(try jishi("rules", "--version", "2").output.contains("\ntags-max = 6\n"))
    #expect(try jishi("rules", "--print", "--version=1").output == printed.output)
    let text = try json(try jishi("rules", "--print", "--json"))["text"] as? String
    #expect(text == printed.output)
    #expect(try jishi("check").code == 0)
  }

  @Test func `a file with faults gets a line for each`() throws {
    let printed = try jishi("rules", "--print").output
    try write(
      printed.replacing("tags-max = 5", with: "tags-max = many")
        .replacing("help-days = 30", with: "help-day = 30"))
    let answer = try jishi("rules", "--load", "my.rules")
    #expect(answer.code == 2)
    #expect(answer.output.isEmpty)
    let lines = answer.errors.split(separator: "\n")
    #expect(lines.first == "jishi: Nothing was loaded.")
    #expect(lines.count == 4)
    #expect(
      answer.errors.contains(": tags-max: found “many”, expected a whole number from 0 to 50"))
    #expect(answer.errors.contains(/my\.rules:\d+: \[dispute\] lacks “help-days”/))
    #expect(answer.errors.contains(/my\.rules:\d+: found “help-day”, expected one of answer-/))
    #expect(try json(try jishi("rules", "--json"))["inForce"] as? Int == 1)
  }

  @Test func `rules in a hurry are told when they can be in force`() throws {
    let printed = try jishi("rules", "--print").output
    try write(printed.replacing("tags-max = 5", with: "tags-max = 6"))
    let answer = try jishi("rules", "--load", "my.rules", "--from", "2026-01-01")
    #expect(answer.code == 2)
    #expect(
      answer.errors.contains("published 7 days before they take effect: at the earliest at 20"))
    let usual = try jishi("rules", "--load", "my.rules")
    #expect(
      usual.output.hasPrefix("Published version 2, which takes effect at "), "\(usual.output)")
  }

  @Test(arguments: [
    (["--load", "none"], "no file of rules at none"),
    (["--load", "none", "--from", "soon"], "a day such as 2026-12-01"),
    (["--load", "none", "--print"], "two things"),
    (["--from", "2026-12-01"], "goes with --load"),
    (["--version", "0"], "a number from 1"),
    (["--version", "2"], "There is no version 2"),
    (["--load", "data/market.db"], "not text in UTF-8"),
  ])
  func `wrong use gets one sentence`(words: [String], sentence: String) throws {
    let answer = try Command.run(Command.ours("jishi"), ["rules"] + words, in: folder.path)
    #expect(answer.code == 2)
    #expect(answer.errors.contains(sentence), "\(answer.errors)")
    #expect(answer.errors.split(separator: "\n").count == 1)
  }
}
