import Foundation
import Samples
import Testing
import Theme

@testable import Pages

/// What stands in this repository, loaded by what loads every theme and every language.
@Suite struct DefaultThemeTests {
  static let root = Wording.folder.appending(path: "..").standardizedFileURL.path

  static let theme = Result {
    try LoadedTheme(
      forPagesOf: "default", in: "\(root)/themes", locales: "\(root)/locales")
  }

  @Test func `the theme is whole, and every message has its place in it`() throws {
    let theme = try Self.theme.get()
    #expect(theme.locales.map(\.tag) == ["zh-CN", "en"])
    #expect(theme.messageCount > 50)
  }

  @Test func `the styles, scripts, icons and images can be published`() throws {
    let assets = try Self.theme.get().assets
    let icons: Set = ["star", "stars", "level-one", "level-two", "level-top", "check", "lock"]
    #expect(assets.iconNames.isSuperset(of: icons))
    for script in assets.files where script.name.hasSuffix(".js") {
      #expect(script.bytes.count < 2_048, "\(script.name)")
    }
    let style = try #require(assets.files.first { $0.name.hasSuffix(".css") })
    // All of it is loaded once; a tenth of it is for pages of members.
    #expect(style.bytes.count < 56_000)
  }
}
