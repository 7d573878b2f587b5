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
        + (faults.isEmpty ? [] : ["\(faults.count.told("fault")): `jishi theme check` tells more."])
    )
  }

  private static let newLocale = Command(
    name: "locale new", summary: "begins a language with the messages of another",
    operands: [Operand(name: "TAG")],
    options: [
      Option(name: "from", value: "TAG", summary: "whose messages it begins with", isNeeded: true),
      Option(
        name: "name", value: "NAME", summary: "what its readers call it (default: as CLDR has it)"),
      Option(
        name: "through", value: "PROGRAM",
        summary: "a program that changes the words, a line each: 'opencc -c s2twp.json'"),
      Option(name: "pseudo", value: nil, summary: "accents and longer words, to try pages with"),
    ],
    details: """
      Only words are changed: keys, placeholders and comments stay. Plurals get the categories of the
      new language; those that the other one lacks say what its `other` says. The new folder can be
      translated file by file; it works from the beginning, with the words of the other language.
      Traditional Chinese is made from simplified: `jishi locale new zh-TW --from zh-CN --name 繁體中文 --through
      'opencc -c s2twp.json'` (Debian's package opencc).
      """
  ) { arguments, config in
    let information = try information(
      of: arguments.operands[0], named: arguments.options["name"])
    let source = arguments.options["from"] ?? ""
    let known = FolderReader.folders(in: config.locales).filter(LocaleInfo.isTag)
    guard known.contains(source) else {
      let others = known.isEmpty ? "nor any other" : "only \(known.joined(separator: ", "))"
      throw UsageError("There is no language “\(source)” in \(config.locales), \(others).")
    }
    guard !arguments.has("pseudo") || !arguments.has("through") else {
      throw UsageError("--pseudo and --through are two ways: choose one.")
    }
    let folder = "\(config.locales)/\(information.tag)"
    var made = [information.source(path: "\(folder)/\(LocaleInfo.file)")]
    let rules = PluralRules(tag: information.tag)
    for file in try files(in: "\(config.locales)/\(source)")
    where !file.path.hasSuffix("/\(LocaleInfo.file)") {
      let path = "\(folder)/\(file.path.split(separator: "/").last ?? "")"
      do {
        let words = try translated(file, at: path, arguments)
        made.append(try Translation.fitting(words, to: rules))
      } catch let faults as Faults {
        throw UsageError("Nothing was written.\n\(faults)")
      }
    }
    try NewFolder.make(folder, made.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    return Report(
      [("folder", .text(folder)), ("files", .list(made.map { .text($0.path) }))],
      lines: made.map { "Wrote \($0.path)." })
  }
}

extension Command {
  /// Longer names do not fit where a page offers its languages.
  private static let nameCharactersMax = 60

  private static func information(of tag: String, named name: String?) throws -> LocaleInfo {
    guard LocaleInfo.isTag(tag) else {
      throw UsageError("A language has a tag such as ja or zh-TW, not “\(tag)”.")
    }
    if let name {
      let isEmpty = name.allSatisfy(\.isWhitespace)
      guard !isEmpty, name == name.oneLine, name.count <= nameCharactersMax else {
        throw UsageError(
          "A language is called by one line of 1 to \(nameCharactersMax) characters, not “\(name.oneLine)”."
        )
      }
    }
    do throws(FormatsError) {
      return try LocaleInfo(tag: tag, name: name)
    } catch {
      throw UsageError(
        "CLDR does not say how “\(tag)” writes numbers and dates, so no page can be made in it.")
    }
  }

  private static func files(in folder: String) throws -> [SourceFile] {
    do throws(Faults) {
      return try FolderReader.read(folder).values.sorted { $0.path < $1.path }
    } catch {
      throw UsageError("\(error)")
    }
  }

  private static func translated(
    _ file: SourceFile, at path: String, _ arguments: Arguments
  ) throws -> SourceFile {
    if arguments.has("pseudo") { return try PseudoLocale.translation(of: file, at: path) }
    guard let program = arguments.options["through"] else {
      return SourceFile(path: path, bytes: file.bytes)
    }
    // All words of a file go through the program at once, a line each.
    let words = try Translation.words(of: file)
    let answer = try Pipe.lines(words, through: program)
    guard answer.count == words.count else {
      throw UsageError(
        "Nothing was written: “\(program)” was given \(words.count.told("line")) of \(file.path) and answered \(answer.count)."
      )
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
  static func lines(_ lines: [String], through program: String) throws -> [String] {
    let temporary = FileManager.default.temporaryDirectory.path
    var template = Array("\(temporary)/jishi-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw UsageError("\(temporary) cannot be written.") }
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (words, complaints) = ("\(folder)/words", "\(folder)/complaints")
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: words))
    // A shell of its own reads the program, so that what is wrong with that is also kept.
    let command = "sh -c \(quoted(program)) < \(quoted(words)) 2> \(quoted(complaints))"
    guard let stream = popen(command, "r") else { throw UsageError("No shell can be run.") }
    var answer: [UInt8] = []
    while case let byte = getc(stream), byte != EOF { answer.append(UInt8(byte)) }
    let status = pclose(stream)
    guard status == 0 else {
      throw UsageError(failure(of: program, status, saying: firstLine(of: complaints)))
    }
    guard let text = String(validating: answer, as: UTF8.self) else {
      throw UsageError("Nothing was written: what “\(program)” answered is not UTF-8.")
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }

  private static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  private static func failure(
    of program: String, _ status: Int32, saying line: String
  ) -> String {
    // As wait(2) has it: the signal in the lowest seven bits, the code above them.
    let signal = status & 0x7F
    let end = signal == 0 ? "exit code \(status >> 8 & 0xFF)" : "signal \(signal)"
    return "Nothing was written: “\(program)” ended with \(end)\(line.isEmpty ? "." : ": \(line)")"
  }

  private static func firstLine(of path: String) -> String {
    let text = FileManager.default.contents(atPath: path) ?? Data()
    let lines = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline)
    return String((lines.first ?? "").prefix(200)).oneLine
  }
}
