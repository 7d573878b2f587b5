import Foundation
import Proving
import Testing

/// What an operator does who adds a language.
@Suite struct LocaleCommandTests {
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

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: folder.file(path), encoding: .utf8)
  }

  @Test func `a language is begun with the words of another`() throws {
    let made = try jishi("locale", "new", "en-XA", "--from", "en", "--pseudo", "--name", "Pseudo")
    #expect(made.code == 0, "\(made.errors)")
    #expect(try jishi("locale").output.contains("en-XA  Pseudo"))
    let check = try jishi("theme", "check")
    #expect(check.code == 0, "\(check.output)")
    #expect(check.output.contains("(zh-CN, en, en-XA)"))
    #expect(try jishi("locale", "new", "en-XA", "--from", "en").code == 2)
    #expect(try jishi("locale", "new", "EN_us", "--from", "en").code == 2)
    let nowhere = try jishi("locale", "new", "ja", "--from", "nowhere")
    #expect(nowhere.code == 2)
    #expect(nowhere.errors.contains("no language “nowhere” in locales, only en, en-XA, zh-CN."))
    let unknown = try jishi("locale", "new", "xx", "--from", "en")
    #expect(unknown.code == 2)
    #expect(unknown.errors.hasPrefix("jishi: CLDR does not say how “xx” writes"))
  }

  @Test(arguments: [
    ("ja", "日本語", "ltr"), ("ar", "العربية", "rtl"), ("he", "עברית", "rtl"),
    ("ru", "русский", "ltr"), ("cy", "Cymraeg", "ltr"), ("lv", "latviešu", "ltr"),
    ("fr", "français", "ltr"), ("en-GB", "English (United Kingdom)", "ltr"),
  ])
  func `a new language is whole whatever it counts like`(
    tag: String, name: String, direction: String
  ) throws {
    for source in ["en", "zh-CN"] {
      let made = try jishi("locale", "new", tag, "--from", source)
      #expect(made.code == 0, "\(made.errors)")
      #expect(
        try text("locales/\(tag)/locale.txt")
          == "name = \(name)\nhreflang = \(tag)\ndirection = \(direction)\n")
      let check = try jishi("theme", "check")
      #expect(check.code == 0, "from \(source): \(check.output)")
      try FileManager.default.removeItem(atPath: folder.file("locales/\(tag)"))
    }
  }

  @Test func `plurals are fitted where words are changed too`() throws {
    #expect(try jishi("locale", "new", "ar-XB", "--from", "en", "--pseudo").code == 0)
    #expect(try jishi("locale", "new", "ru", "--from", "en", "--through", "tr a-z A-Z").code == 0)
    #expect(try text("locales/ru/gig.txt").contains("few {"))
    let check = try jishi("theme", "check")
    #expect(check.code == 0, "\(check.output)")
  }

  @Test(arguments: ["", " ", "a\nb = c", "a\tb", "a\u{202E}b", String(repeating: "a", count: 61)])
  func `a name that is not one line of letters is refused`(name: String) throws {
    let made = try jishi("locale", "new", "ja", "--from", "en", "--name", name)
    #expect(made.code == 2)
    #expect(made.errors.hasPrefix("jishi: A language is called by one line of 1 to 60 characters"))
    #expect(made.errors.filter(\.isNewline).count == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.file("locales/ja")))
  }

  @Test(arguments: [
    ("false", "“false” ended with exit code 1."),
    ("echo what is wrong >&2; echo more >&2; exit 7", "ended with exit code 7: what is wrong"),
    ("head -1", "answered 1."),
    ("printf '\\377'", "answered is not UTF-8."),
    ("if", "ended with exit code 2: "),
  ])
  func `a program that fails is told by how it ended and what it said`(
    program: String, sentence: String
  ) throws {
    let broken = try jishi("locale", "new", "zh-HK", "--from", "zh-CN", "--through", program)
    #expect(broken.code == 2)
    #expect(broken.errors.hasPrefix("jishi: Nothing was written: "), "\(broken.errors)")
    #expect(broken.errors.contains(sentence), "\(broken.errors)")
    #expect(broken.errors.filter(\.isNewline).count == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.file("locales/zh-HK")))
  }

  @Test func `a language alone is one language`() throws {
    try FileManager.default.removeItem(atPath: folder.file("locales/en"))
    let check = try jishi("theme", "check")
    #expect(check.output.contains(", 1 language (zh-CN)"), "\(check.output)")
  }

  @Test(.enabled(if: OpenCC.isThere, "opencc is not installed"))
  func `a program can say the words in another way`() throws {
    let made = try jishi(
      "locale", "new", "zh-TW", "--from", "zh-CN", "--name", "繁體中文", "--through", OpenCC.command)
    #expect(made.code == 0, "\(made.errors)")
    #expect(try jishi("theme", "check").code == 0)
    let gig = try String(contentsOfFile: folder.file("locales/zh-TW/gig.txt"), encoding: .utf8)
    #expect(gig.contains("賣家"))
  }
}
