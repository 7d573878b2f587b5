import FoundationEssentials
import Glibc
import Theme

extension Command {
  static let locale = Command(
    name: "locale", summary: "lists the languages of the site, and begins another",
    details: "A language is a folder in `locales`. `jishi theme check` checks them all.",
    actions: [newLocale]
  ) { _, config in
    var faults: [Fault] = []
    let catalogue = Catalogue(try files(in: config.locales), under: config.locales, faults: &faults)
    let rows = catalogue.locales.map { locale in
      [locale.tag, locale.name, "\(catalogue[locale.tag].count)"]
    }
    return Report(
      [
        (
          "locales",
          .list(
            catalogue.locales.map { locale in
              .table([
                ("tag", .text(locale.tag)), ("name", .text(locale.name)),
                ("messages", .number(Int64(catalogue[locale.tag].count))),
              ])
            })
        ), ("faults", .number(Int64(faults.count))),
      ],
      lines: Table([["TAG", "NAME", "MESSAGES"]] + rows).lines
        + (faults.isEmpty
          ? []
          : [
            "\(faults.count) \(faults.count == 1 ? "fault" : "faults"): `jishi theme check` tells which."
          ]))
  }

  private static let newLocale = Command(
    name: "locale new", summary: "begins a language with the messages of another",
    operands: [Operand(name: "TAG")],
    options: [
      Option(name: "from", value: "TAG", summary: "whose messages it begins with", isNeeded: true),
      Option(name: "name", value: "NAME", summary: "what its readers call it (default: TAG)"),
      Option(
        name: "through", value: "PROGRAM",
        summary: "a program that changes the words, a line each: 'opencc -c s2twp.json'"),
      Option(name: "pseudo", value: nil, summary: "accents and longer words, to try pages with"),
    ],
    details: """
      Only words are changed: keys, placeholders and comments stay. Translate the new folder file by
      file. Take a language whose plurals are like those of the new one: then it works from the
      beginning; otherwise `jishi theme check` tells which plurals to write anew. Traditional Chinese
      is made from simplified: `jishi locale new zh-TW --from zh-CN --name 繁體中文 --through
      'opencc -c s2twp.json'` (Debian's package opencc).
      """
  ) { arguments, config in
    let tag = arguments.operands[0]
    guard LocaleInfo.isTag(tag) else {
      throw UsageError("A language has a tag such as ja or zh-TW, not “\(tag)”.")
    }
    let source = arguments.options["from"] ?? ""
    let old = try files(in: "\(config.locales)/\(source)").filter {
      !$0.path.hasSuffix("/\(LocaleInfo.file)")
    }
    guard !arguments.has("pseudo") || !arguments.has("through") else {
      throw UsageError("--pseudo and --through are two ways: choose one.")
    }
    let folder = "\(config.locales)/\(tag)"
    let information = LocaleInfo(tag: tag, name: arguments.options["name"] ?? tag, hreflang: tag)
    var made = [information.source(path: "\(folder)/\(LocaleInfo.file)")]
    do throws(Faults) {
      for file in old {
        let path = "\(folder)/\(file.path.split(separator: "/").last ?? "")"
        if arguments.has("pseudo") {
          made.append(try PseudoLocale.translation(of: file, at: path))
        } else if let program = arguments.options["through"] {
          made.append(try translated(file, at: path, by: program))
        } else {
          made.append(SourceFile(path: path, bytes: file.bytes))
        }
      }
    } catch {
      throw UsageError("Nothing was written.\n\(error)")
    }
    try NewFolder.make(folder, made.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    return Report(
      [("folder", .text(folder)), ("files", .list(made.map { .text($0.path) }))],
      lines: made.map { "Wrote \($0.path)." })
  }
}

extension Command {
  private static func files(in folder: String) throws -> [SourceFile] {
    do throws(Faults) {
      return try FolderReader.read(folder).values.sorted { $0.path < $1.path }
    } catch {
      throw UsageError("\(error)")
    }
  }

  /// All words of a file go through the program at once, a line each.
  private static func translated(
    _ file: SourceFile, at path: String, by program: String
  ) throws(Faults) -> SourceFile {
    let words = try Translation.words(of: file)
    let answer = Pipe.lines(words, through: program)
    guard answer.count == words.count else {
      throw Faults([
        Fault(
          Place(file: file.path),
          found: "\(answer.count) \(answer.count == 1 ? "line" : "lines") from “\(program)”",
          expected: "\(words.count), one for each that it was given")
      ])
    }
    var next = 0
    return try Translation.of(file, at: path) { _ in
      next += 1
      return answer[next - 1]
    }
  }
}

/// A program of the operator's choice, run by his shell.
private enum Pipe {
  /// Empty when the program failed.
  static func lines(_ lines: [String], through program: String) -> [String] {
    let path = "\(FileManager.default.temporaryDirectory.path)/jishi-words-\(getpid())"
    let text = lines.map { $0 + "\n" }.joined()
    defer { unlink(path) }
    guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)),
      let stream = popen("\(program) < '\(path)'", "r")
    else { return [] }
    var answer: [UInt8] = []
    while case let byte = getc(stream), byte != EOF { answer.append(UInt8(byte)) }
    guard pclose(stream) == 0 else { return [] }
    return String(decoding: answer, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().map(String.init)
  }
}
