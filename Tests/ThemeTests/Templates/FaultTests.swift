import Testing
import Theme

/// Each rule of the checker with the least that breaks it. A ¦ stands before what is to blame.
@Suite struct FaultTests {
  static let names: [(String, String)] = [
    ("{{ ¦titel }}", "found the field “titel”, expected a field of Shelf or a name from here"),
    ("{{ owner.¦nam }}", "found the field “nam”, expected a field of Owner; available: name, note"),
    ("{{ title.¦plain }}", "found the field “plain”, expected no field: text has none"),
    ("{{ ¦guest.name }}", "found “guest”, which may be missing, expected it inside {% if guest %}"),
    ("{{ owner.¦note }}", "found “owner.note”, which may be missing"),
    ("{% if not guest %}{{ ¦guest.name }}{% end %}", "found “guest”, which may be missing"),
    ("{% if guest %}{% end %}{{ ¦guest.name }}", "found “guest”, which may be missing"),
    ("{% if ¦title %}x{% end %}", "found “title” of kind text, expected a flag, a list"),
    ("{% for x in ¦title %}{{ x.y }}{% end %}", "found “title” of kind text, expected a list"),
    ("{% for ¦title in pots %}{% end %}", "found “title”, which is a name here already"),
    ("{% for ¦this in pots %}{% end %}", "found “this”, which is a name here already"),
    ("{% for pot in pots %}{% end %}{{ ¦pot.name }}", "found the field “pot”"),
    (
      "{% match ¦title %}{% case a %}{% end %}", "found “title” of kind text, expected a field of a"
    ),
    ("{% ¦match state %}{% case new %}{% case sold %}{% end %}", "found match without every case"),
    ("{% match state %}{% case ¦nwe %}{% else %}{% end %}", "found the case “nwe”"),
    ("{% match state %}{% case new, ¦new %}{% else %}{% end %}", "found the case “new” again"),
    ("{% match place %}{% case unknown with ¦x %}{{ x.y }}{% else %}{% end %}", "found with “x”"),
    ("{% jsonld ¦title %}", "found “title” of kind text, expected a field of kind facts"),
    ("{{ asset ¦\"menu.sj\" }}", "found the asset \"menu.sj\", expected a file of the theme"),
    ("{{ t ¦\"shelf.helo\" }}", "found the message \"shelf.helo\", expected a key of locales/"),
    ("{{ t ¦\"shelf.by\" }}", "found \"shelf.by\" without name, expected all its arguments"),
    ("{{ t \"shelf.by\" ¦nam: title, name: title }}", "found the argument “nam”"),
    ("{{ t \"shelf.pots\" count: ¦title }}", "found a value of kind text for “count”"),
    ("{{ t \"shelf.hello\" ¦a: 1 }}", "found the argument “a”, expected none"),
    ("{{ t ¦\"shelf.terms\" }}", "found \"shelf.terms\", which has words for elements"),
    ("{% t ¦\"shelf.terms\" %}{% end %}", "found \"shelf.terms\" without the slot link"),
    ("{% t \"shelf.hello\" %}{% slot ¦\"x\" %}{% end %}{% end %}", "found the slot \"x\""),
    ("{% include ¦\"potz\" %}", "found the part \"potz\", expected a file of parts/"),
    (
      "{% include ¦\"pot\" size: \"l\" %}",
      "found the part \"pot\" with no view, expected with a Pot"
    ),
    (
      "{% include \"pot\" with ¦owner, size: \"l\" %}",
      "found “owner” of kind Owner, expected a Pot"
    ),
    ("{% for p in pots %}{% include ¦\"pot\" with p %}{% end %}", "found no size"),
    (
      "{% for p in pots %}{% include \"pot\" with p, size: \"l\", ¦siz: 1 %}{% end %}",
      "found the parameter “siz”, expected a parameter of the part \"pot\" (parts/pot.html)"
    ),
    (
      "{% for p in pots %}{% include \"pot\" with p, size: ¦\"a b\" %}{% end %}",
      "found \"a b\", expected a token"
    ),
    (
      "{% for p in pots %}{% include \"pot\" with p, size: ¦title %}{% end %}",
      "found “title” of kind text, expected size: token"
    ),
    (
      "{% ¦match state %}{% case new, sold, gone %}{% else %}x{% end %}",
      "found match with every case and else, expected no else"
    ),
    (
      "{% t \"shelf.terms\" %}{% slot ¦\"link\" %}x{% end %}{% end %}",
      "found the slot \"link\" without the words of the message, expected {% slot %} in it once"
    ),
    (
      "{% t \"shelf.terms\" %}{% slot ¦\"link\" %}{% slot %}{% slot %}{% end %}{% end %}",
      "found the slot \"link\" with the words of the message more than once"
    ),
    (
      "{% t \"shelf.terms\" %}{% slot ¦\"link\" %}{% if isOpen %}{% slot %}{% end %}{% end %}{% end %}",
      "found the slot \"link\" with the words of the message in some branches only"
    ),
    ("{% ¦slot %}", "found {% slot %} in a page"),
    ("{% slot ¦\"head\" %}{% end %}", "found the slot \"head\" in a page"),
  ]

  static let marks: [(String, String)] = [
    ("a ¦{{ title", "found {{ that nothing ends, expected }} after it"),
    ("<b>¦{{ title </b>", "found {{ that nothing ends"),
    ("<a href=\"¦{{ link\">x</a>", "found {{ that nothing ends"),
    ("¦{% if isOpen <b>x</b>{% end %}", "found {% that nothing ends"),
    ("¦{# note", "found a comment that nothing ends"),
    ("{{ t ¦\"shelf.hello }}", "found a quote that nothing ends"),
    ("{{ t ¦'shelf.hello' }}", "found single quotes, expected double quotes"),
    ("a ¦}} b", "found }} without {{"),
    ("{% ¦unless isOpen %}a{% end %}", "found “unless”, expected “if not”, as it is called here"),
    ("{% ¦set x = title %}{{ title }}", "found “set”, expected a field: there are no variables"),
    ("{% ¦fro pot in pots %}{{ pot.name }}{% end %}", "found “fro”"),
    ("{% ¦end %}", "found “end” that belongs to nothing"),
    (
      "{% if count ¦> 3 %}x{% end %}",
      "found “>”, expected a name alone: if compares nothing, and asks one question at a time"
    ),
    ("{% if isOpen ¦and guest %}x{% end %}", "found “and”, expected a name alone"),
    ("{% if not ¦%}x{% end %}", "found the end of the mark, expected the name of a field"),
    ("{{ t ¦shelf.hello }}", "found “shelf”, expected the key of a message in quotes"),
    ("{{ asset ¦menu.js }}", "found “menu”, expected the name of a file in quotes"),
    (
      "{% include \"pot\" with ¦size: \"l\" %}",
      "found “size”, expected a view after with; what has a name stands without it"
    ),
    ("{% if isOpen %}x{% ¦endif %}", "found “endif”, expected “end”, as it is called here"),
    (
      "{% if isOpen %}a{% else ¦if guest %}b{% end %}", "found “if”, expected “elseif”, in one word"
    ),
    ("{% if isOpen %}{% ¦elif guest %}x{% end %}", "found “elif”, expected “elseif”"),
    ("{% ¦else %}", "found “else” that belongs to nothing"),
    ("{% for p in pots %}{% ¦case a %}{% end %}", "found “case” that belongs to nothing"),
    ("{% ¦if isOpen %}a", "found “if” that nothing ends, expected {% end %} after it"),
    ("{% ¦if isOpen %}<b>{% for p in pots %}</b>{% end %}", "found “if” that nothing ends"),
    ("¦{% %}", "found an empty mark"),
    ("{{ title ¦owner }}", "found “owner”, expected the end of the mark"),
    ("{{ owner. ¦}}", "found the end of the mark, expected the name of a field"),
    ("{% for pot ¦of pots %}{% end %}", "found “of”, expected “in”"),
    (
      "{% match state %}¦x{% case new %}{% else %}{% end %}",
      "found something before the first case"
    ),
    ("x{% ¦view Shelf %}", "found a view after the beginning"),
    ("{% view ¦Owner %}", "found a second view, “Owner”, expected one view; it is Shelf"),
    ("x{% ¦layout \"base\" %}", "found a layout after the beginning"),
    ("{% layout ¦\"bsae\" %}", "found the layout \"bsae\", expected a file of layouts/"),
  ]

  @Test(arguments: names + marks + MarkupFaults.all)
  func `a fault is told once, where it is`(markup: String, expected: String) {
    let (text, place) = Self.placed("{% view Shelf %}" + markup)
    let stage = Stage(files: [
      "pages/shelf.html": text,
      "parts/pot.html": "{% view Pot, size: token %}<i class=\"{{ size }}\">{{ name }}</i>",
      "layouts/base.html": "{% view Shelf %}{% slot %}",
    ])
    let faults = stage.faults
    #expect(faults.map(\.place) == [place], "\(faults)")
    let told = faults.first?.description.replacing("\(place): ", with: "") ?? ""
    #expect(told.hasPrefix(expected), "\(told)")
  }

  @Test func `an end too many hides no cause, and has no echo`() {
    let stage = Stage("\n<div><p>unclosed</div>\n<ul></ul>\n{% end %}\n<h2>x</h2>")
    #expect(stage.places == ["pages/shelf.html:2:6", "pages/shelf.html:4:4"])
    let loop = Stage("<ul>{% for p in pots %}<li>{% if isOpen %}x</li>{% end %}</ul>\n<p>x</p>")
    #expect(loop.places == ["pages/shelf.html:1:24"])
    let open = Stage("\n<div>{% if isOpen %}<p>x</p></div>\n<ul></ul>\n<h2>x</h2>")
    #expect(open.places == ["pages/shelf.html:2:9"])
  }

  /// The text without its ¦, and where that stood.
  static func placed(_ text: String) -> (String, Place) {
    let before = text.prefix { $0 != "¦" }
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    let place = Place(
      file: "pages/shelf.html", line: lines.count, column: (lines.last?.count ?? 0) + 1)
    return (text.replacing("¦", with: ""), place)
  }
}
