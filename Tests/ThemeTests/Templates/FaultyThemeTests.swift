import Foundation
import Testing
import Theme

/// A theme with many faults in several files: all of them are told at once, and nothing besides.
@Suite struct FaultyThemeTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/faulty")

  static func stage() throws -> Stage {
    let names =
      FileManager.default.enumerator(atPath: folder.path)?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".html") } ?? []
    var stage = Stage(files: [:])
    for name in names {
      stage.files[name] = try String(
        contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    stage.views = [Shelf.self, Tub.self]
    return stage
  }

  static let planted = [
    "layouts/base.html:7:12: a second {% slot %}",
    "layouts/base.html:8:1: </section> that closes nothing",
    #"pages/shelf.html:3:9: the slot "haed""#,
    "pages/shelf.html:5:15: “title” of kind text in the attribute class",
    "pages/shelf.html:5:28: the field “titel”",
    "pages/shelf.html:6:19: the field “nmae”",
    "pages/shelf.html:6:30: “guest”, which may be missing",
    "pages/shelf.html:8:33: “guest.note”, which may be missing",
    "pages/shelf.html:10:15: “owner.note”, which may be missing",
    "pages/shelf.html:16:20: “pot.name” of kind text in the attribute id",
    "pages/shelf.html:16:40: no size, no big",
    "pages/shelf.html:18:12: the field “pot”",
    "pages/shelf.html:21:13: “title” of kind text",
    "pages/shelf.html:24:9: the case “slod”",
    #"pages/shelf.html:26:9: the message "shelf.helo""#,
    #"pages/shelf.html:26:30: "shelf.by" without name"#,
    "pages/shelf.html:26:69: a value of kind text for “count”",
    #"pages/shelf.html:27:20: the asset "menu.jss""#,
    "pages/shelf.html:27:35: the attribute “onload”",
    "pages/shelf.html:27:57: “pots” of kind list of Pot in the attribute alt",
    "pages/shelf.html:28:4: the address “javascript:go()” in “href”",
    "pages/shelf.html:29:4: the address “pots.html” in “href”",
    "pages/shelf.html:30:13: “title” of kind text in the attribute href",
    "pages/tub.html:2:1: a form that changes something, without a field of kind form",
    "pages/tub.html:3:1: a form of kind form that is not sent by post",
    "pages/tub.html:4:4: the attribute “style”",
    "pages/tub.html:4:26: “save” of kind form between tags",
    "pages/tub.html:5:11: “save” of kind form",
    "pages/tub.html:6:1: <script> without src",
    #"pages/tub.html:7:12: the part "pto""#,
    "pages/tub.html:8:4: “fro”",
    "pages/tub.html:8:13: the field “b”",
    "parts/owner.html:1:9: the view “Onwer”",
    "parts/owner.html:3:9: a value in a comment",
    "parts/pot.html:1:20: the kind “tokne”",
    "parts/pot.html:2:15: a value in the attribute class without quotes",
    "parts/pot.html:3:15: <b> that is not closed",
    "parts/pot.html:4:3: {{ that nothing ends",
    "parts/pot.html:5:47: the field “x”",
    "parts/pot.html:6:19: a second attribute “class”",
  ]

  @Test func `every planted fault is told, where it is, and no other`() throws {
    let told = try Self.stage().faults.map { "\($0.place): \($0.found)" }
    #expect(told.count == 40)
    for (fault, planted) in zip(told, Self.planted) { #expect(fault == planted) }
  }
}
