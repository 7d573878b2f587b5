import Theme

/// The bytes as messages in two languages: alike, or from the border on those of the second. A third
/// piece says what the second language is.
enum MessageFuzz {
  static func read(_ bytes: [UInt8]) {
    let pieces = pieces(bytes)
    let files = ["zh-CN", "en"].enumerated().map { index, tag in
      SourceFile(path: "locales/\(tag)/x.txt", bytes: pieces[min(index, pieces.count - 1)])
    }
    var areWhole = true
    for file in files {
      let read = MessageFile(file)
      check(read.faults, in: [file])
      let lines = Lines(file)
      for message in read.messages { lines.check(message.place, message.key) }
      if read.faults.isEmpty { translate(file) } else { areWhole = false }
    }
    // A catalogue asks ICU about thousands of numbers: only where there is something to compare.
    guard areWhole || pieces.count > 2 else { return }
    let about = [
      SourceFile(path: "locales/zh-CN/locale.txt", LocaleText.chinese),
      pieces.count > 2
        ? SourceFile(path: "locales/en/locale.txt", bytes: pieces[2])
        : SourceFile(path: "locales/en/locale.txt", LocaleText.english),
    ]
    var faults: [Fault] = []
    let catalogue = Catalogue(files + about, faults: &faults)
    check(faults, in: files + about)
    if faults.isEmpty, Set(catalogue["en"].keys) != Set(catalogue["zh-CN"].keys) {
      fail("two languages with other keys")
    }
  }

  /// Words that nobody changes leave the file as it is; those of the pseudo-language can be read.
  private static func translate(_ file: SourceFile) {
    do throws(Faults) {
      let same = try Translation.of(file, at: file.path) { $0 }
      if same != file { fail("the same words make another file") }
      // Longer words may be too long.
      guard file.bytes.count * 2 < MessageFile.messageBytesMax else { return }
      let pseudo = try PseudoLocale.translation(of: file, at: file.path)
      let (read, made) = (MessageFile(file).messages, MessageFile(pseudo).messages)
      if read.map(\.key) != made.map(\.key) || read.map(\.arguments) != made.map(\.arguments) {
        fail("a pseudo-language that needs something else")
      }
    } catch {
      fail("what can be read cannot be translated: \(error)")
    }
  }
}

enum LocaleText {
  static let chinese = "name = 简体中文\nhreflang = zh-CN\ndirection = ltr\n"
  static let english = "name = English\nhreflang = en\ndirection = ltr\n"
}
