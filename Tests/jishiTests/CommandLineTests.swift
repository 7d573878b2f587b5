import Foundation
import Proving
import Testing

/// The program as a person at a terminal meets it.
@Suite struct CommandLineTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func jishi(_ words: String..., environment: [String: String] = [:]) throws -> Command {
    try Command.run(
      Command.ours("jishi"), words, in: folder.path, environment: environment)
  }

  func json(_ command: Command) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(command.output.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func `init makes a database once and leaves it alone afterwards`() throws {
    let first = try jishi("init", "--json")
    #expect(first.code == 0)
    #expect(try json(first)["created"] as? Bool == true)
    let second = try jishi("init", "--json")
    #expect(second.code == 0)
    #expect(try json(second)["created"] as? Bool == false)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.file("data"))
    #expect(!files.contains { $0.contains("draft") }, "nothing half-made is left: \(files)")
  }

  @Test func `a backup comes back with the same state`() throws {
    _ = try jishi("init")
    let saved = try jishi("backup", "copy.jishi", "--json")
    #expect(saved.code == 0, "\(saved.errors)")
    let restored = try jishi("restore", "copy.jishi", "--db", "sqlite:other/market.db", "--json")
    #expect(restored.code == 0, "\(restored.errors)")
    let state = try json(try jishi("check", "--json"))["state"] as? String
    #expect(state != nil)
    #expect(try json(saved)["state"] as? String == state)
    let other = try jishi("check", "--json", "--db", "sqlite:other/market.db")
    #expect(try json(other)["state"] as? String == state)
  }

  @Test func `what a killed backup left is cleared away by the next`() throws {
    _ = try jishi("init")
    // No process can have this number: the kernel's limit is below it.
    let draft = folder.file(".copy.jishi.jishi-draft-99999999-1")
    for ending in ["", "-wal"] {
      try "half".write(toFile: draft + ending, atomically: true, encoding: .utf8)
    }
    #expect(try jishi("backup", "copy.jishi").code == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.sorted() == ["copy.jishi", "data"])
    // A name that only looks like one is somebody's own.
    try "mine".write(toFile: folder.file("two.jishi.new-2026"), atomically: true, encoding: .utf8)
    #expect(try jishi("backup", "two.jishi").code == 0)
    #expect(FileManager.default.fileExists(atPath: folder.file("two.jishi.new-2026")))
  }

  @Test func `a setting comes from the option, else the environment, else the file`() throws {
    try #"{"db": "sqlite:file.db", "readers": 2}"#
      .write(toFile: folder.file("site.json"), atomically: true, encoding: .utf8)
    func source(_ command: Command, _ name: String) throws -> [String?] {
      let entry = try #require(try json(command)[name] as? [String: Any])
      return [entry["value"] as? String, entry["source"] as? String]
    }
    let file = try jishi("config", "--json")
    #expect(try source(file, "db") == ["sqlite:file.db", "site.json"])
    #expect(try source(file, "readers") == ["2", "site.json"])
    #expect(try source(file, "replica") == ["", "default"])
    #expect(try source(file, "output") == ["output", "default"])
    #expect(try source(file, "listen") == ["127.0.0.1:8080", "default"])
    let environment = try jishi("config", "--json", environment: ["JISHI_READERS": "3"])
    #expect(try source(environment, "readers") == ["3", "JISHI_READERS"])
    let option = try jishi("config", "--json", "--readers=5", environment: ["JISHI_READERS": "3"])
    #expect(try source(option, "readers") == ["5", "--readers"])
  }

  @Test func `config never shows a password`() throws {
    let shown = try jishi("config", "--db", "postgres://seller:tea-and-salt@host/market")
    #expect(shown.code == 0)
    #expect(!shown.output.contains("tea-and-salt"))
    #expect(shown.output.contains("postgres://seller:…@host/market"))
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let words: [String]
    let code: Int32
    let sentence: String
    var testDescription: String { words.joined(separator: " ") }
  }

  static let wrong: [Wrong] = [
    Wrong(words: ["bakup"], code: 2, sentence: "Did you mean `jishi backup`?"),
    Wrong(words: ["--json=1"], code: 2, sentence: "command is missing"),
    Wrong(words: ["check", "--frob"], code: 2, sentence: "no option --frob"),
    Wrong(words: ["check", "--db"], code: 2, sentence: "--db needs a value"),
    Wrong(words: ["check", "--json=1"], code: 2, sentence: "--json takes no value"),
    Wrong(words: ["check", "much"], code: 2, sentence: "“much”"),
    Wrong(words: ["restore"], code: 2, sentence: "needs FILE"),
    Wrong(words: ["check", "--db", "market.db"], code: 2, sentence: "neither sqlite:PATH nor"),
    Wrong(words: ["check", "--db", "sqlite:"], code: 2, sentence: "names no file"),
    Wrong(words: ["check", "--readers", "none"], code: 2, sentence: "a number from 1 to 64"),
    Wrong(words: ["check", "--site", "no.json"], code: 2, sentence: "no file of settings"),
    Wrong(words: ["check"], code: 2, sentence: "no database at data/market.db"),
    Wrong(words: ["backup"], code: 2, sentence: "no database at data/market.db"),
    Wrong(words: ["restore", "none"], code: 2, sentence: "no backup at none"),
    Wrong(words: ["tasks", "--state", "lost"], code: 2, sentence: "one of waiting"),
    Wrong(
      words: ["check", "--db", "postgres://u@127.0.0.1:1/x"], code: 3, sentence: "does not answer"),
    Wrong(words: ["init", "--db", "sqlite:/proc/x/market.db"], code: 3, sentence: "/proc/x"),
  ]

  @Test(arguments: wrong)
  func `wrong use gets one sentence and leaves nothing`(wrong: Wrong) throws {
    let answer = try Command.run(Command.ours("jishi"), wrong.words, in: folder.path)
    #expect(answer.code == wrong.code)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains(wrong.sentence), "\(answer.errors)")
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `a file that is no database is a fault`() throws {
    try String(repeating: "集市", count: 1_000)
      .write(toFile: folder.file("junk.db"), atomically: true, encoding: .utf8)
    for words in [["check"], ["migrate"], ["init"], ["backup", "copy"]] {
      let answer = try Command.run(
        Command.ours("jishi"), words + ["--db", "sqlite:junk.db"], in: folder.path)
      #expect(answer.code == 1)
      #expect(answer.errors.contains("damaged or not one of Jishi's"), "\(answer.errors)")
    }
  }

  @Test func `a folder that may not be written is said so`() throws {
    guard getuid() == 0 else { return try refuseWithoutRoot() }
    _ = try jishi("init")
    try refuse(["migrate"], as: "nobody")
    try refuse(["init", "--db", "sqlite:new.db"], as: "nobody")
  }

  private func refuseWithoutRoot() throws {
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    let answer = try jishi("init")
    #expect(answer.code == 3)
    #expect(answer.errors.contains("cannot be written"), "\(answer.errors)")
  }

  /// Root may write anywhere, so somebody else tries.
  private func refuse(_ words: [String], as user: String) throws {
    // The build may lie where only root can go.
    let program = folder.file("jishi")
    if !FileManager.default.fileExists(atPath: program) {
      // By another process: a child of a parallel test would inherit our open file, and what is
      // open for writing cannot be run.
      #expect(try Command.run("cp", [Command.ours("jishi"), program]).code == 0)
      chmod(folder.path, 0o755)
    }
    let answer = try Command.run(
      "setpriv", ["--reuid=\(user)", "--clear-groups", program] + words, in: folder.path)
    #expect(answer.code == 3, "\(answer.errors)")
    #expect(answer.errors.contains("cannot be written"), "\(answer.errors)")
  }

  @Test func `what stands after two dashes is no option`() throws {
    _ = try jishi("init")
    for name in ["--help", "--json"] {
      let answer = try jishi("backup", "--", name)
      #expect(answer.code == 0)
      #expect(answer.output.hasPrefix("Saved"), "\(answer.output)")
      #expect(FileManager.default.fileExists(atPath: folder.file(name)))
    }
  }

  @Test func `a backup is not worked in, and an empty file is not a market`() throws {
    _ = try jishi("init")
    _ = try jishi("backup", "copy.jishi")
    #expect(FileManager.default.createFile(atPath: folder.file("empty"), contents: nil))
    for (file, sentence) in [("copy.jishi", "is a backup"), ("empty", "holds nothing")] {
      for command in ["init", "check", "migrate", "tasks"] {
        let answer = try jishi(command, "--db", "sqlite:\(file)")
        #expect(answer.code == 1)
        #expect(answer.errors.contains(sentence), "\(answer.errors)")
      }
    }
    #expect(try jishi("restore", "copy.jishi", "--verify").code == 0)
  }

  @Test func `every command explains itself`() throws {
    let overview = try jishi("--help")
    #expect(overview.code == 0)
    for name in [
      "init", "migrate", "config", "check", "backup", "restore", "tasks", "rules", "seal", "audit",
      "catalogue", "user", "gig", "reports", "report", "seed", "serve", "work", "watch",
    ] {
      #expect(overview.output.contains("  \(name) "))
      let help = try jishi(name, "--help")
      #expect(help.code == 0)
      #expect(help.output.contains("Usage: jishi \(name)"))
      #expect(help.output.contains("--db ADDRESS"))
    }
  }

  @Test func `an error is an object when JSON is asked for`() throws {
    let answer = try jishi("check", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(answer.errors.utf8))
    #expect((object as? [String: String])?["error"]?.contains("no database") == true)
  }
}
