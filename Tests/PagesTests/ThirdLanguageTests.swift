import Foundation
import Market
import Proving
import Samples
import Testing
import Theme

@testable import Pages

/// A language is a folder: whoever adds one has added it, and nobody compiles anything.
@Suite struct ThirdLanguageTests {
  /// The languages of this repository, and one more made of another's files.
  private func theme(
    adding tag: String, from source: String, _ change: (SourceFile, String) throws -> SourceFile
  ) throws -> LoadedTheme {
    let folder = try TemporaryFolder()
    let locales = "\(DefaultThemeTests.root)/locales"
    for old in ["zh-CN", "en"] {
      try FileManager.default.createDirectory(
        atPath: folder.file(old), withIntermediateDirectories: true)
      for file in try FolderReader.read("\(locales)/\(old)").values {
        let name = file.path.split(separator: "/").last ?? ""
        try Data(file.bytes).write(to: URL(filePath: folder.file("\(old)/\(name)")))
        guard old == source else { continue }
        let path = folder.file("\(tag)/\(name)")
        try FileManager.default.createDirectory(
          atPath: folder.file(tag), withIntermediateDirectories: true)
        let made =
          name == LocaleInfo.file
          ? LocaleInfo(tag: tag, name: tag, hreflang: tag).source(path: path)
          : try change(file, path)
        try Data(made.bytes).write(to: URL(filePath: path))
      }
    }
    return try LoadedTheme(
      forPagesOf: "default", in: "\(DefaultThemeTests.root)/themes", locales: folder.path)
  }

  private func text(_ theme: LoadedTheme, _ page: GigPage, in tag: String) throws -> String {
    var output = Output()
    try #require(theme.template(for: GigPage.self, in: tag)).render(page, into: &output)
    return output.text
  }

  @Test func `an invented language is there as soon as its files are`() throws {
    let theme = try theme(adding: "en-XA", from: "en") {
      try PseudoLocale.translation(of: $0, at: $1)
    }
    #expect(theme.locales.map(\.tag) == ["zh-CN", "en", "en-XA"])
    let page = try text(theme, Sample.gigPage(.english), in: "en-XA")
    #expect(page.contains("⟦"))
    // Every word between tags is the market's in brackets, or is part of what people wrote.
    let english = try text(theme, Sample.gigPage(.english), in: "en")
    #expect(page.count > english.count)
    #expect(english.contains(">About this service<"))
    #expect(!page.contains(">About this service<"))
  }

  @Test(.enabled(if: OpenCC.isThere, "opencc is not installed"))
  func `traditional Chinese is made from simplified by a program`() throws {
    let theme = try theme(adding: "zh-TW", from: "zh-CN") { file, path in
      var words = try OpenCC.taiwanese(try Translation.words(of: file)).makeIterator()
      return try Translation.of(file, at: path) { words.next() ?? $0 }
    }
    let page = try text(theme, Sample.gigPage(.chinese), in: "zh-TW")
    #expect(page.contains("<h2>賣家</h2>"))
    #expect(!page.contains("<h2>卖家</h2>"))
    #expect(page.contains("2022年3月"))
  }
}
