import Foundation
import Testing
import Theme

/// What stands in this repository, loaded by what loads every theme and every language.
@Suite struct DefaultThemeTests {
  static let root = Wording.folder.appending(path: "..").standardizedFileURL.path

  @Test func `the messages are whole in every language`() throws {
    let files = try FolderReader.read("\(Self.root)/locales")
    let catalogue = try Catalogue(Array(files.values), under: "\(Self.root)/locales")
    #expect(catalogue.tags == ["zh-CN", "en"])
    #expect(catalogue["en"].count > 50)
  }

  @Test func `the styles, scripts, icons and images can be published`() throws {
    let theme = try ThemeFiles(reading: "default", in: "\(Self.root)/themes")
    let assets = try Assets(theme)
    let icons: Set = ["star", "stars", "level-one", "level-two", "level-top", "check", "lock"]
    #expect(assets.iconNames.isSuperset(of: icons))
    for script in assets.files where script.name.hasSuffix(".js") {
      #expect(script.bytes.count < 2_048, "\(script.name)")
    }
    let style = try #require(assets.files.first { $0.name.hasSuffix(".css") })
    #expect(style.bytes.count < 40_000)
  }
}
