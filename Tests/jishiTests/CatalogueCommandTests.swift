import Foundation
import Proving
import Testing

@Suite struct CatalogueCommandTests {
  @Test func `an empty catalogue says how to fill it`() throws {
    let market = try TestMarket()
    #expect(try market.ran("catalogue").contains("`jishi catalogue load` fills it"))
    #expect((try market.object("catalogue")["groups"] as? [Any])?.isEmpty == true)
  }

  @Test(arguments: TestMarket.engines)
  func `files are loaded, and loaded again change nothing`(engine: String) throws {
    let market = try TestMarket(engine)
    try market.write(TestMarket.brand, to: "content/categories/brand.sheet")
    let first = try market.object("catalogue", "load")
    #expect(first["added"] as? [String] == ["brand", "logo-design", "naming"])
    #expect(try market.ran("catalogue", "load").contains("nothing was changed"))
    let shown = try market.ran("catalogue")
    #expect(shown.contains("\nbrand          0      0      Logo & brand · 标志与品牌\n"), "\(shown)")
    #expect(shown.contains("\n  logo-design  0      0      Logo design · 标志设计\n"))
    let group = (try market.object("catalogue")["groups"] as? [[String: Any]])?.first
    #expect((group?["categories"] as? [[String: Any]])?.count == 2)
    #expect((group?["names"] as? [String: String])?["zh-CN"] == "标志与品牌")
  }

  @Test func `what changed is told by name`() throws {
    let market = try TestMarket()
    try market.stock()
    try market.ran("gig", "create", "gig.sheet", "--publish")
    let other = TestMarket.brand.replacing("极简", with: "简约").replacing("naming", with: "names")
    try market.write(other, to: "other/brand.sheet")
    let changed = try market.object("catalogue", "load", "other")
    #expect(changed["added"] as? [String] == ["names"])
    #expect(changed["changed"] as? [String] == ["logo-design"])
    #expect(changed["closed"] as? [String] == ["naming"])
    #expect(try market.ran("catalogue").contains("  naming (closed)  0"))
    try market.write(other.replacing("logo-design", with: "logos"), to: "other/brand.sheet")
    #expect(
      try market.refused("catalogue", "load", "other").contains(
        "“logo-design” cannot be closed or moved while a gig is shown in it"))
    try market.write(
      "[group naming]\nname.en = N\n[group brand]\nname.en = B\n", to: "other/brand.sheet")
    #expect(try market.refused("catalogue", "load", "other").contains("is a group in one place"))
  }

  @Test func `files stand in the order of their names, or of the file that orders them`() throws {
    let market = try TestMarket()
    for name in ["a", "b", "c"] {
      try market.write("[group \(name)]\nname.en = \(name)\n", to: "set/\(name).sheet")
    }
    func order() throws -> [String?] {
      try market.ran("catalogue", "load", "set")
      let groups = try market.object("catalogue")["groups"] as? [[String: Any]]
      return groups?.map { $0["slug"] as? String } ?? []
    }
    #expect(try order() == ["a", "b", "c"])
    try market.write("# The best first.\nc\n", to: "set/order")
    #expect(try order() == ["c", "a", "b"])
    try market.write("c\nd\n", to: "set/order")
    #expect(
      try market.refused("catalogue", "load", "set").contains("set/order:2: there is no file"))
  }

  @Test(arguments: TestMarket.engines)
  func `verticals and templates are loaded from folders inside`(engine: String) throws {
    let market = try TestMarket(engine)
    let studio = "[vertical studio]\nname.en = Studio\nrequirements = 1\n"
    let template = """
      [template quick]
      name.en = Quick
      category = logos
      [text en]
      title = A logo
      """
    try market.write(
      "[group brand]\nname.en = B\n[category logos]\nname.en = L\nvertical = studio\n",
      to: "set/brand.sheet")
    #expect(
      try market.refused("catalogue", "load", "set").contains(
        "set/brand.sheet:5: there is no [vertical studio]"))
    try market.write(studio, to: "set/verticals/studio.sheet")
    try market.write(template, to: "set/templates/quick.sheet")
    let first = try market.object("catalogue", "load", "set")
    #expect(
      first["added"] as? [String] == ["brand", "logos", "template quick", "vertical studio"])
    #expect(first["files"] as? Int == 3)
    #expect(try market.ran("catalogue", "load", "set").contains("nothing was changed"))
    try market.write(studio + "[step a]\nname.en = A\n", to: "set/verticals/studio.sheet")
    try market.write(
      template.replacing("quick", with: "slow"), to: "set/templates/quick.sheet")
    let second = try market.object("catalogue", "load", "set")
    #expect(second["added"] as? [String] == ["template slow"])
    #expect(second["changed"] as? [String] == ["vertical studio"])
    #expect(second["removed"] as? [String] == ["template quick"])
    try market.write(template + "\nprice = 1", to: "set/templates/quick.sheet")
    #expect(
      try market.refused("catalogue", "load", "set").contains(
        "Nothing was loaded.\nset/templates/quick.sheet:6: found “price”"))
  }

  @Test func `the folder is a setting`() throws {
    let market = try TestMarket()
    try market.write(TestMarket.brand, to: "texts/categories/brand.sheet")
    #expect(try market.refused("catalogue", "load").contains("no folder at content/categories"))
    #expect(try market.ran("catalogue", "load", "--content", "texts").contains("added"))
    let setting = try market.object("config", "--content", "texts")["content"] as? [String: Any]
    #expect(setting?["value"] as? String == "texts")
  }

  @Test func `a fault is told with its line, and nothing is loaded`() throws {
    let market = try TestMarket()
    try market.write("[group brand]\nname.en = Brand\nname = x\n", to: "bad/brand.sheet")
    let errors = try market.refused("catalogue", "load", "bad")
    #expect(
      errors.hasPrefix("jishi: Nothing was loaded.\nbad/brand.sheet:3: expected name.LANGUAGE"))
    try market.write("x", to: "none/readme.md")
    #expect(try market.refused("catalogue", "load", "none").contains("No file in none ends in"))
    #expect(try market.refused("catalogue", "lode").contains("Did you mean `jishi catalogue load`"))
    #expect((try market.object("catalogue")["groups"] as? [Any])?.isEmpty == true)
  }
}
