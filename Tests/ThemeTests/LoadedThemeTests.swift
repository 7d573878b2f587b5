import Foundation
import Proving
import Testing

@testable import Theme

/// A theme and languages as they lie on a disk, with all that can be wrong around them.
@Suite struct LoadedThemeTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write("themes/default/pages/shelf.html", "{% view Shelf %}{{ t \"shelf.hello\" }}")
    try write("themes/default/styles/10-a.css", "a { top: 0 }")
    try write("themes/default/icons/a.svg", "<svg viewBox=\"0 0 1 1\"/>")
    try write("locales/zh-CN/locale.txt", CatalogueTests.chinese)
    try write("locales/zh-CN/shelf.txt", "shelf.hello = 你好")
    try write("locales/en/locale.txt", CatalogueTests.english)
    try write("locales/en/shelf.txt", "shelf.hello = Hello")
  }

  private func write(_ path: String, _ text: String) throws {
    let place = folder.file(path)
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: place, atomically: false, encoding: .utf8)
  }

  private func load(_ name: String) throws -> LoadedTheme {
    try LoadedTheme(
      name, in: folder.file("themes"), locales: folder.file("locales"), showing: [Shelf.self])
  }

  private func told(_ name: String = "default") -> [String] {
    do {
      _ = try load(name)
      return []
    } catch {
      let all = (error as? Faults)?.all ?? []
      return all.map { $0.description.replacing(folder.path + "/", with: "") }
    }
  }

  private func hello(_ name: String, in tag: String) throws -> String {
    var output = Output()
    try #require(try load(name).template(for: Shelf.self, in: tag)).render(
      Shelf(), into: &output)
    return output.text
  }

  @Test func `a theme with words of its own is one folder`() throws {
    try write("themes/mine/pages/shelf.html", "{% view Shelf %}{{ t \"mine.bye\" }}")
    try write("themes/mine/locales/zh-CN/mine.txt", "mine.bye = 再见")
    try write("themes/mine/locales/en/mine.txt", "mine.bye = Bye")
    try write("themes/other/locales/en/shelf.txt", "shelf.hello = Hi")
    #expect(try hello("mine", in: "en") == "Bye")
    #expect(try hello("other", in: "en") == "Hi")
    #expect(try hello("default", in: "en") == "Hello")
    try write("themes/mine/locales/en/mine.txt", "mine.bye = Bye\nmine.more = More")
    try write("themes/mine/locales/zh-CN/mine.txt", "mine.bye = 再见\nmine.more = 更多")
    #expect(
      told("mine") == [
        "themes/mine/locales/zh-CN/mine.txt:2:1: found the message “mine.more”, which nothing shows, expected a template that does, or no such message"
      ])
    #expect(told("default") == [])
  }

  @Test func `who makes pages finds where an image is published`() throws {
    let image: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]
    let place = folder.file("themes/default/images")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try Data(image).write(to: URL(fileURLWithPath: "\(place)/share.png"))
    let assets = try load("default").assets
    let address = try #require(assets.addresses["share.png"])
    #expect(address == "/a/share-\(Fingerprint.of(image)).png")
    let file = try #require(assets.files.first { Assets.folder + $0.name == address })
    #expect(file.bytes == image)
    #expect(file.contentType == "image/png")
    // A theme without one of its own has that of the default theme.
    try write("themes/mine/pages/shelf.html", "{% view Shelf %}{{ t \"shelf.hello\" }}")
    #expect(try load("mine").assets.addresses["share.png"] == address)
  }

  @Test func `a file that cannot belong to a theme hides no other fault`() throws {
    try write("themes/mine/images/tea.gif", "")
    try write("themes/mine/styles/90-mine.css", "a { top: 0")
    try write("themes/mine/parts/a.html", "{{ nothing }}")
    #expect(
      told("mine").map { $0.prefix { $0 != "," } } == [
        "themes/mine/images/tea.gif:1:1: found a file with the ending “.gif”",
        "themes/mine/parts/a.html:1:4: found the field “nothing”",
        "themes/mine/styles/90-mine.css:1:3: found “{” that is never closed",
      ])
  }

  @Test func `without a language this is the one cause`() throws {
    try write("themes/default/parts/a.html", "{{ nothing }}{{ t \"shelf.bye\" }}")
    try FileManager.default.removeItem(atPath: folder.file("locales"))
    #expect(
      told().map { $0.prefix { $0 != "," } } == [
        "locales:1:1: found nothing", "themes/default/parts/a.html:1:4: found the field “nothing”",
      ])
    try FileManager.default.createDirectory(
      atPath: folder.file("locales"), withIntermediateDirectories: true)
    #expect(told().first?.hasPrefix("locales:1:1: found no language, expected a folder") == true)
    #expect(told().count == 2)
  }

  @Test(arguments: [
    "locales/en/shelf.txt", "locales/en/locale.txt", "locales/zh-CN/shelf.txt", "locales/en",
    "locales/zh-CN",
  ])
  func `a file of messages that cannot be read is told, and nothing else is missed`(path: String)
    throws
  {
    try FileManager.default.removeItem(atPath: folder.file(path))
    try FileManager.default.createSymbolicLink(
      atPath: folder.file(path), withDestinationPath: "/dev/null")
    #expect(
      told() == ["\(path):1:1: found a link that leads out of the folder, expected a file"])
  }

  @Test func `a language without files is told`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.file("locales/fr"), withIntermediateDirectories: true)
    #expect(
      told() == [
        "locales/fr:1:1: found a folder without files, expected a language: locale.txt and its messages"
      ])
  }

  @Test func `a language that nobody can write numbers in is told by its folder`() throws {
    try write("locales/xx/locale.txt", "name = x\nhreflang = xx\ndirection = ltr")
    try write("locales/xx/shelf.txt", "shelf.hello = X")
    #expect(
      told() == [
        "locales/xx:1:1: found the language xx, expected one whose numbers and dates CLDR describes"
      ])
  }
}
