import Foundation
import Market
import Pages
import Proving
import Store
import Testing

/// Whatever else is in the folder, a build takes nothing away that is not its own.
@Suite struct TamperedFolderTests {
  @Test func `what builds have not made stays where it is`() async throws {
    let shop = try await Shop()
    let folder = shop.folder
    try folder.write("precious", to: "output/sites/example.com/data")
    try folder.write("precious", to: "elsewhere/deep/data")
    try link("previous", to: folder.file("elsewhere"), of: shop)
    try link("8", to: folder.file("elsewhere"), of: shop)
    try folder.write("", to: "output/sites/5")
    try folder.makeFolder("output/sites/9223372036854775807")
    for owner in ["A", "B"] { #expect(try await shop.build { $0.owner = owner }.has("/en")) }
    #expect(folder.has("output/sites/example.com/data"))
    #expect(folder.has("output/sites/9223372036854775807"))
    #expect(try folder.text("elsewhere/deep/data") == "precious")
  }

  @Test func `the site that visitors see stays, by whatever way a link leads to it`() async throws {
    let shop = try await Shop()
    try await shop.build()
    try shop.folder.remove("output/site")
    try FileManager.default.createSymbolicLink(
      atPath: shop.folder.file("output/site"),
      withDestinationPath: shop.folder.file("output/sites/1/"))
    try shop.folder.write("no theme", to: "content/en/help/x.md")
    await #expect(throws: (any Error).self) { try await shop.build() }
    #expect(try BuiltSite(shop.folder.file("output/site")).has("/en"))
  }

  @Test func `an old site that cannot go does not keep the new one from being shown`() async throws
  {
    let shop = try await Shop()
    try await shop.build()
    try shop.folder.write("", to: "output/sites/1/stays")
    // A folder that is a file system of its own cannot be removed; a picture in a folder's place can
    // neither be linked. Root may remove nearly everything, so the old site is a link here.
    try shop.folder.makeFolder("kept")
    try link("2", to: shop.folder.file("kept"), of: shop)
    for owner in ["A", "B", "C"] {
      #expect(try await shop.build { $0.owner = owner }.text("/zh-CN").contains("© \(owner)"))
      #expect(shop.folder.has("kept"))
    }
  }

  @Test(arguments: ["../../../out", "..", "a/b", "a b", "二"])
  func `a row that was spoiled writes nothing outside the site`(slug: String) async throws {
    let fair = try await Fair.made()
    let shop = try Shop(like: fair.shop)
    let gig = fair.plan.postersOfPages[0]
    try await shop.change { tx in
      _ = try tx.run(
        "insert into slug_history (noun, subject, locale, slug, until) values ($1, $2, $3, $4, $5)",
        [
          Noun.gig.value, gig.number.value, Locale.english.value, slug.value, Shop.now.value,
        ]
      ) { _ in }
    }
    let before = try shop.folder.names(in: ".")
    try await shop.build()
    #expect(try shop.folder.names(in: ".").filter { !before.contains($0) } == [])
  }

  @Test func `a cover that is empty is drawn again, and one that is a link is replaced`()
    async throws
  {
    let fair = try await Fair.made()
    let shop = try Shop(like: fair.shop)
    let before = try await shop.build()
    let covers = try shop.folder.names(in: "output/site/covers")
    let (empty, linked) = (covers[0], covers[1])
    try shop.folder.write("", to: "output/site/covers/\(empty)")
    try shop.folder.write("secret", to: "secret")
    try shop.folder.remove("output/site/covers/\(linked)")
    try FileManager.default.createSymbolicLink(
      atPath: shop.folder.file("output/site/covers/\(linked)"),
      withDestinationPath: shop.folder.file("secret"))
    #expect(try await shop.build().differences(from: before) == [])
    #expect(try shop.folder.text("secret") == "secret")
  }

  @Test func `lines that end as on Windows are read as all others`() async throws {
    let text = Fair.article(
      "X", "# One\n\nif {\n  a.b();\n}\n\nWait {order.late-cancel-hours} hours.")
    let plain = try await Shop(content: ["en/help/x.md": text]).build()
    let other = try await Shop(content: ["en/help/x.md": text.replacing("\n", with: "\r\n")])
      .build()
    let page = try plain.text("/en/help/x.html")
    #expect(page.contains("Wait 24 hours."))
    #expect(try other.text("/en/help/x.html") == page)
  }

  private func link(_ name: String, to target: String, of shop: Shop) throws {
    try shop.folder.makeFolder("output/sites")
    try FileManager.default.createSymbolicLink(
      atPath: shop.folder.file("output/sites/\(name)"), withDestinationPath: target)
  }
}
