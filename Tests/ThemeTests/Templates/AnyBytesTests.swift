import Testing
import Theme

/// Whatever stands in a file, loading it ends, and says where it is wrong.
@Suite struct AnyBytesTests {
  static let seeds: [String] = [
    "{% view Shelf %}<h1 class=\"{{ token }}\">{{ title }}</h1>{% if guest %}{{ guest.name }}{% end %}",
    "{% view Shelf, a: token? %}{% layout \"base\" %}{% slot \"head\" %}<b>{% end %}{% slot %}",
    "{% match place %}{% case sent with x %}{{ x.name }}{% else %}<svg><path d='{{ n }}'/></svg>{% end %}",
    "{% t \"shelf.terms\" %}{% slot \"link\" %}<a href=\"/{{ token }}\">{% slot %}</a>{% end %}{% end %}",
    "<form method=post action=\"{{ save.action }}\"><textarea>{{ title }}</textarea></form>{# x #}",
    "{% for p, n in pots %}{% include \"x\" with p, a: \"b\", n: 3 %}{% end %}<script src=x></script>",
  ]
  static let pieces = [
    "{{", "}}", "{%", "%}", "{#", "#}", "<", ">", "</", "/>", "\"", "'", "=", "\n", " ", "é",
    "\u{301}",
    "<!--", "-->", "<pre>", "</pre>", "<title>", "</title>", "<svg>", "end", "{% end %}",
    "{% else %}",
    "{% if isOpen %}", "{% slot %}", "{% case new %}", "&", "\u{0}", "title", ".", ",", ":",
    "99999999999999999999",
  ]

  @Test(arguments: 0..<20)
  func `random changes never stop the loading`(seed: Int) {
    var random = Dice(state: UInt64(seed) &* 7919 &+ 1)
    for _ in 0..<100 {
      var files: [String: String] = [:]
      for name in ["pages/shelf.html", "parts/x.html", "layouts/base.html"] {
        var text = Self.seeds[random.next(Self.seeds.count)]
        for _ in 0..<random.next(6) {
          let at = text.index(text.startIndex, offsetBy: random.next(text.count + 1))
          if random.next(3) == 0 {
            text.removeSubrange(
              at..<text.index(at, offsetBy: 3, limitedBy: text.endIndex).orEnd(text))
          } else {
            text.insert(contentsOf: Self.pieces[random.next(Self.pieces.count)], at: at)
          }
        }
        files[name] = text
      }
      let stage = Stage(files: files)
      for fault in stage.faults {
        #expect(fault.place.line >= 1 && fault.place.column >= 1, "seed \(seed): \(files)")
        #expect(!fault.found.isEmpty && !fault.expected.isEmpty)
      }
    }
  }
}

private struct Dice {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(bound, 1)))
  }
}

extension String.Index? {
  fileprivate func orEnd(_ text: String) -> String.Index { self ?? text.endIndex }
}
