import Testing
import Theme

/// What is seen only when files are looked at together, and files that cannot be read at all.
@Suite struct ThemeFaultTests {
  @Test func `parts that include each other are a circle`() {
    let stage = Stage(
      "{% include \"a\" %}",
      parts: ["a": "{% include \"b\" %}", "b": "<p></p>{% include \"a\" %}"])
    #expect(stage.places == ["parts/b.html:1:19"])
    #expect(
      stage.faults.first?.found.contains("parts/a.html → parts/b.html → parts/a.html") == true)
  }

  @Test func `layouts that stand in each other are a circle`() {
    let stage = Stage(
      "{% layout \"a\" %}x",
      layouts: [
        "a": "{% view Shelf %}{% layout \"b\" %}{% slot %}",
        "b": "{% view Shelf %}{% layout \"a\" %}{% slot %}",
      ])
    #expect(stage.places == ["layouts/b.html:1:27"])
  }

  @Test func `a fault in a part is told once, however often it is included`() {
    let stage = Stage(
      "{% include \"a\" %}{% include \"a\" %}{{ t \"shelf.hello\" }}", parts: ["a": "{{ nothing }}"]
    )
    #expect(stage.places == ["parts/a.html:1:4"])
  }

  @Test func `a page without a template and a second template are faults`() {
    var stage = Stage("x")
    stage.files["pages/tub.html"] = "{% view Shelf %}"
    stage.views.append(Tub.self)
    #expect(stage.places == ["pages/tub.html:1:9", "themes/mine/pages:1:1"])
    #expect(stage.faults.last?.found == "no template for Tub")
  }

  @Test func `an unknown view is one fault, whatever is shown of it`() {
    #expect(
      Stage(files: ["pages/a.html": "{% view Shlef %}{{ a }}{{ b.c }}"]).told.first?.hasPrefix(
        "pages/a.html:1:9: found the view “Shlef”, expected a view of a page; available: Shelf")
        == true)
    #expect(Stage(files: ["pages/a.html": "{% view Shlef %}{{ a }}{{ b.c }}"]).faults.count == 1)
  }

  @Test func `something before the view, and no view at all, are faults`() {
    #expect(
      Stage(files: ["pages/a.html": "\n<p>\n{% view Shelf %}</p>"]).places
        == ["pages/a.html:2:1"])
    #expect(Stage(files: ["pages/a.html": "<p></p>"]).places == ["pages/a.html:1:1"])
  }

  @Test func `files are text in UTF-8`() {
    var faults: [Fault] = []
    for (bytes, place) in [
      (Array("好好\n好".utf8) + [0xFF], Place(file: "a", line: 2, column: 2)),
      ([0x41, 0xE5, 0xA5], Place(file: "a", line: 1, column: 2)),
      (Array("好\u{1}".utf8), Place(file: "a", line: 1, column: 2)),
      (Array("a\rb".utf8), Place(file: "a", line: 1, column: 2)),
    ] {
      faults = []
      _ = Templates(
        TemplateFiles(
          folder: "mine", files: ["pages/a.html": SourceFile(path: "a", bytes: bytes)]),
        views: [Shelf.self], messages: [], assets: [:], faults: &faults)
      #expect(faults.map(\.place) == [place])
    }
  }

  @Test func `a byte order mark is one fault, and moves nothing`() {
    let stage = Stage(files: [
      "pages/a.html": "\u{FEFF}{% view Shelf %}{% layout \"base\" %}{{ titel }}",
      "layouts/base.html": "\u{FEFF}{% view Shelf %}{% slot %}",
    ])
    #expect(stage.places == ["layouts/base.html:1:1", "pages/a.html:1:1", "pages/a.html:1:39"])
  }

  @Test func `an icon that nobody has is told where it is named`() {
    let stage = Stage(
      "{% include \"icon\" name: \"star\" %}{% include \"icon\" name: \"stra\" %}"
        + "{% include \"button\" icon: \"clok\", word: \"x\" %}{% include \"icon\" name: token %}",
      parts: [
        "icon":
          "{% view name: token %}<svg><use href=\"{{ asset \"icons.svg\" }}#{{ name }}\"/></svg>",
        "button":
          "{% view icon: token, word: token %}<b class=\"{{ word }}\">{% include \"icon\" name: icon %}</b>",
      ])
    #expect(
      stage.told == [
        "74: found the icon \"stra\", expected a file of icons/; available: star, clock",
        "109: found the icon \"clok\", expected a file of icons/; available: clock, star",
      ])
    let many = String(repeating: "{% include \"icon\" name: \"x\" %}", count: 300)
    let icon =
      "{% view name: token %}<svg><use href=\"{{ asset \"icons.svg\" }}#{{ name }}\"/></svg>"
    #expect(
      Stage(many, parts: ["icon": icon]).faults.last?.found == "200 more faults in this file")
  }

  @Test func `what is wrong about a part names its file`() {
    let stage = Stage("{% include \"pot\" size: \"l\" %}", parts: ["pot": ""])
    #expect(
      stage.told == [
        "34: found the parameter “size”, expected a parameter of the part \"pot\" (parts/pot.html)"
      ])
  }

  @Test func `of many names the near ones are told, and how many there are besides`() {
    let names = (10..<40).map { "name\($0)" }
    let fault = Fault(
      Place(file: "a"), found: "“nam20”", expected: "a name",
      available: nearestFirst(names, to: "nam20"))
    #expect(fault.available.count == 30 && fault.available.first == "name20")
    #expect(fault.description.hasSuffix(" and 17 more"))
  }

  @Test func `a long row of parts is told with the file in which it gets too long`() {
    var files = ["pages/a.html": SourceFile(path: "mine/pages/a.html", "{% view Shelf %}")]
    for number in 100...250 {
      files["parts/p\(number).html"] = SourceFile(
        path: "mine/parts/p\(number).html", "{% include \"p\(number + 1)\" %}")
    }
    files["parts/p251.html"] = SourceFile(path: "mine/parts/p251.html", "<p></p>")
    var faults: [Fault] = []
    _ = Templates(
      TemplateFiles(folder: "mine", files: files), views: [Shelf.self], messages: [], assets: [:],
      faults: &faults)
    #expect(faults.map(\.place) == [Place(file: "mine/parts/p228.html")])
  }

  @Test func `what grows without end is a fault`() {
    var parts = ["p40": "<p>x</p>"]
    for number in 0..<40 {
      parts["p\(number)"] = String(repeating: "{% include \"p\(number + 1)\" %}", count: 2)
    }
    #expect(Stage("{% include \"p0\" %}", parts: parts).places == ["pages/shelf.html:1:1"])
    let deep =
      String(repeating: "{% if isOpen %}", count: 40)
      + String(repeating: "{% end %}", count: 40)
    #expect(Stage(deep).faults.count == 1)
    let elements = String(repeating: "<div>", count: 200) + String(repeating: "</div>", count: 200)
    #expect(Stage(elements).faults.count == 1)
    let questions = String(repeating: "{% elseif isOpen %}", count: 10_000)
    #expect(Stage("{% if isOpen %}\(questions){% end %}").faults.count == 1)
    let signs = String(repeating: "<", count: 200_000)
    #expect(Stage("{% if isOpen \(signs) %}{% end %}").faults.count == 1)
    let attributes = (0..<20_000).map { " a\($0)" }.joined()
    #expect(Stage("<p\(attributes)></p>").places == ["pages/shelf.html:1:17"])
    let parameters = (0..<15_000).map { "a\($0): text" }.joined(separator: ", ")
    #expect(Stage("", parts: ["a": "{% view \(parameters) %}"]).places == ["parts/a.html:1:4"])
    #expect(Stage(String(repeating: " ", count: 300_000)).places == ["pages/shelf.html:1:1"])
    #expect(Stage(String(repeating: "{{ a }}", count: 5000)).faults.count == 101)
    #expect(
      Stage(String(repeating: "{{ a }}", count: 5000)).told.last
        == "35017: found 4900 more faults in this file, expected the first 100 mended before them")
  }

  @Test func `forms that change something bring their token, on dynamic pages only`() throws {
    let form = "<form method=\"post\" action=\"{{ save.action }}\"><button>x</button></form>"
    var stage = Stage(files: ["pages/tub.html": "{% view Tub %}\(form)"])
    stage.views = [Tub.self]
    var faults: [Fault] = []
    let templates = stage.templates(&faults)
    #expect(faults.isEmpty)
    var output = Output()
    let link = try #require(Link("/save"))
    templates.template(for: Tub.self, in: "en")?.render(
      Tub(save: FormAddress(action: link, token: "t1")), into: &output)
    #expect(
      output.text == """
        <form method="post" action="/save"><input type="hidden" name="token" value="t1">\
        <button>x</button></form>
        """)
    stage.files = ["pages/still.html": "{% view StillTub %}\(form)"]
    stage.views = [StillTub.self]
    #expect(stage.places == ["pages/still.html:1:20"])
    stage.views = [Tub.self]
    stage.files = ["pages/tub.html": "{% view Tub %}<form action=\"{{ save.action }}\"></form>"]
    #expect(stage.places == ["pages/tub.html:1:15"])
  }

  @Test func `every language must have the message, and want the same`() {
    var stage = Stage("{{ t \"shelf.by\" name: title }}")
    stage.messages["zh-CN"] = []
    #expect(stage.told == ["22: found a message that zh-CN lacks, expected it in every language"])
    stage.messages["zh-CN"] = [
      Stage.message("shelf.by", [.value("name", .number)], ["name": .number])
    ]
    #expect(
      stage.told == [
        "39: found a value of kind text for “name”, expected number: so the message takes it in zh-CN"
      ])
  }

  @Test func `what a page uses is known`() throws {
    var faults: [Fault] = []
    let templates = Stage(
      "{% include \"a\" %}{{ t \"shelf.hello\" }}",
      parts: ["a": "{{ asset \"menu.js\" }}", "b": "{{ t \"shelf.terms2\" }}"]
    ).templates(&faults)
    #expect(faults.count == 1)
    #expect(templates.uses.messages.map(\.key).sorted() == ["shelf.hello", "shelf.terms2"])
    let whole = Stage(
      "{% include \"a\" %}{{ t \"shelf.hello\" }}", parts: ["a": "{{ asset \"menu.js\" }}"]
    ).templates(&faults)
    let needs = try #require(whole.pages.first?.needs)
    #expect(needs.templates == ["pages/shelf.html", "parts/a.html"])
    #expect(needs.messages == ["shelf.hello"])
    #expect(needs.assets == ["menu.js"])
  }
}

struct Tub: View {
  var save: FormAddress
  static let about = "A page for one person."
  static let isDynamic = true
  static let fields = Fields<Self>(Field("save", \.save, "Keeps it."))
}

struct StillTub: View {
  var save: FormAddress
  static let about = "A page for everybody."
  static let fields = Fields<Self>(Field("save", \.save, "Keeps it."))
}
