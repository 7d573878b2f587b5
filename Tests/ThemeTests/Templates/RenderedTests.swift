import Testing
import Theme

/// What templates become.
@Suite struct RenderedTests {
  @Test func `values are shown and escaped`() throws {
    #expect(try Stage("<h1>{{ title }}</h1>").rendered() == "<h1>Teapots &amp; cups</h1>")
    #expect(
      try Stage("<i class='{{ token }}'>{{ state }}</i>").rendered()
        == "<i class='tall'>sold</i>")
    #expect(
      try Stage("<i>{{ score.plain }} {{ price.plain }} {{ count.plain }}</i>").rendered()
        == "<i>4.9 1200.00 1234</i>")
  }

  @Test(arguments: [
    ("{% if isOpen %}a{% else %}b{% end %}", "a"),
    ("{% if not isOpen %}a{% else %}b{% end %}", "b"),
    ("{% if guest %}{{ guest.name }}{% end %}", ""),
    ("{% if not guest %}none{% else %}{{ guest.name }}{% end %}", "none"),
    ("{% if guest %}a{% elseif isOpen %}b{% else %}c{% end %}", "b"),
    ("{% if owner.note %}{{ owner.note }}{% end %}", "“&lt;kind&gt;”"),
    ("{% if pots %}some{% end %}", "some"),
  ])
  func `if asks`(markup: String, expected: String) throws {
    #expect(try Stage(markup).rendered() == expected)
  }

  @Test func `attributes come and go`() throws {
    #expect(
      try Stage("<h1{% if isOpen %} id=\"{{ token }}\"{% end %}>x</h1>").rendered()
        == "<h1 id=\"tall\">x</h1>")
    #expect(
      try Stage("<input type=\"checkbox\"{% if isOpen %} checked{% end %}>").rendered()
        == "<input type=\"checkbox\" checked>")
    #expect(
      try Stage("<b class=\"step{% if isOpen %} here{% end %}\">x</b>").rendered()
        == "<b class=\"step here\">x</b>")
  }

  @Test func `loops count from one and can be empty`() throws {
    #expect(
      try Stage("{% for pot, n in pots %}{{ n.plain }}{{ pot.name }} {% end %}").rendered()
        == "1Blue 2Red ")
    #expect(try Stage("{% for name in names %}{{ name }},{% end %}").rendered() == "a&lt;b,c,")
    var shelf = Shelf()
    shelf.pots = []
    #expect(try Stage("{% for pot in pots %}x{% else %}none{% end %}").rendered(shelf) == "none")
    #expect(
      try Stage(
        "{% for pot in pots %}{% for word in pot.words %}{{ pot.name }}:{{ word }} {% end %}{% end %}"
      ).rendered() == "Red:round Red:small ")
  }

  @Test func `match takes the case and what it carries`() throws {
    let markup =
      "{% match place %}{% case unknown %}?{% case sent with someone %}{{ someone.name }}{% end %}"
    #expect(try Stage(markup).rendered() == "?")
    var shelf = Shelf()
    shelf.place = .sent(Owner(name: "Mo"))
    #expect(try Stage(markup).rendered(shelf) == "Mo")
    #expect(
      try Stage("{% match state %}{% case new, gone %}a{% else %}b{% end %}").rendered()
        == "b")
  }

  @Test func `parts are given a view and literals`() throws {
    let parts = [
      "owner": "{% view Owner, size: token, big: flag, note: text? %}<i class=\"{{ size }}\">"
        + "{{ name }}{% if big %}!{% end %}{% if note2 %}{% end %}</i>"
    ]
    #expect(Stage("", parts: parts).faults.count == 2)
    let fit = [
      "owner": "{% view Owner, size: token, big: flag, n: number, also: text? %}"
        + "<i class=\"{{ size }}\">{{ name }}{% if big %}!{% end %}{{ n.plain }}"
        + "{% if also %}{{ also }}{% end %}</i>"
    ]
    #expect(
      try Stage(
        "{% include \"owner\" with owner, size: \"l\", big: true, n: 7 %}", parts: fit
      ).rendered()
        == "<i class=\"l\">Lin!7</i>")
    #expect(
      try Stage(
        "{% include \"owner\" with owner, size: token, big: isOpen, n: pots.count, also: owner.note %}",
        parts: fit
      ).rendered() == "<i class=\"tall\">Lin!2“&lt;kind&gt;”</i>")
  }

  @Test func `a part can be given all that the template shows`() throws {
    let parts = [
      "head": "{% view Shelf %}<h1>{{ title }}</h1>{% include \"name\" with owner %}",
      "name": "{% view Owner %}{% include \"deep\" with this %}",
      "deep": "{% view Owner %}<p>{{ name }}</p>",
    ]
    #expect(
      try Stage("{% include \"head\" with this %}", parts: parts).rendered()
        == "<h1>Teapots &amp; cups</h1><p>Lin</p>")
  }

  @Test func `a page stands in its layouts`() throws {
    let layouts = [
      "base": "{% view Owner %}<html><head>{% slot \"head\" %}<meta>{% end %}</head>"
        + "<body>{% slot %}{{ name }}</body></html>",
      "inner": "{% view Shelf %}{% layout \"base\" %}<main>{% slot %}</main>",
    ]
    var stage = Stage("{% layout \"inner\" %}{{ token }}", layouts: layouts)
    stage.files["pages/shelf.html"]? += "{% slot \"head\" %}<link>{% end %}"
    #expect(try stage.rendered().hasSuffix("<main>tall</main>Lin</body></html>"))
    stage.files["layouts/base.html"] = layouts["base"]?.replacing("Owner", with: "Shelf")
      .replacing("name", with: "title")
    #expect(
      try stage.rendered() == "<html><head><link></head>"
        + "<body><main>tall</main>Teapots &amp; cups</body></html>")
  }

  @Test func `messages are words of the language`() throws {
    #expect(try Stage("{{ t \"shelf.hello\" }}").rendered() == "Hello &amp; welcome")
    #expect(
      try Stage("<input placeholder=\"{{ t \"shelf.by\" name: owner.name }}\">").rendered()
        == "<input placeholder=\"by Lin\">")
    #expect(try Stage("{{ t \"shelf.pots\" count: 1 }}").rendered() == "one pot")
    #expect(try Stage("{{ t \"shelf.pots\" count: pots.count }}").rendered() == "many pots")
    #expect(try Stage("{{ t \"shelf.state\" state: state }}").rendered() == "sold out")
    #expect(
      try Stage(
        "{% t \"shelf.terms\" %}{% slot \"link\" %}<a href=\"{{ asset \"menu.js\" }}\">{% slot %}</a>{% end %}{% end %}"
      ).rendered() == "See <a href=\"/a/menu-2.js\">the terms</a>.")
  }

  @Test func `a number that is only written may have decimals`() throws {
    #expect(try Stage("{{ t \"shelf.score\" score: score }}").rendered() == "4.9")
    #expect(Stage("{{ t \"shelf.pots\" count: score }}").faults.count == 1)
  }

  @Test func `drawings have numbers, and addresses begin with links`() throws {
    var shelf = Shelf()
    shelf.score = Figure(-5, scale: 0)
    #expect(
      try Stage("<svg><rect x=\"{{ score.plain }}\" class=\"{{ state }}\"/></svg>").rendered(shelf)
        == "<svg><rect x=\"-5\" class=\"sold\"/></svg>")
    #expect(
      try Stage("{% if link %}<a href=\"{{ link }}#{{ token }}-{{ count.plain }}\">x</a>{% end %}")
        .rendered() == "<a href=\"/en/g/tea-1?x=1&amp;y=2#tall-1234\">x</a>")
    #expect(
      try Stage(
        "<meta http-equiv=\"refresh\" content=\"0;url={% if link %}{{ link }}{% else %}/{% end %}\">"
      ).rendered() == "<meta http-equiv=\"refresh\" content=\"0;url=/en/g/tea-1?x=1&amp;y=2\">")
  }

  @Test func `slots can be filled in a title and in a tag`() throws {
    let base =
      "{% view Shelf %}<title>{% slot \"title\" %}Tea{% end %}</title>"
      + "<body{% slot \"body\" %}{% end %}>{% slot %}</body>"
    #expect(
      try Stage("{% layout \"base\" %}", layouts: ["base": base]).rendered()
        == "<title>Tea</title><body></body>")
    #expect(
      try Stage(
        "{% layout \"base\" %}{% slot \"title\" %}{{ title }}{% end %}"
          + "{% slot \"body\" %} class=\"{{ token }}\"{% end %}x", layouts: ["base": base]
      ).rendered() == "<title>Teapots &amp; cups</title><body class=\"tall\">x</body>")
  }

  @Test func `lines that fill slots leave no trace above the page`() throws {
    let base = "{% view Shelf %}<h1>{% slot \"top\" %}{% end %}</h1>\n{% slot %}\n<hr>"
    let page = "{% layout \"base\" %}\n\n{% slot \"top\" %}{{ title }}{% end %}\n\n"
    #expect(
      try Stage(page + "<p>\na</p>", layouts: ["base": base]).rendered()
        == "<h1>Teapots &amp; cups</h1>\n<p>\na</p><hr>")
    #expect(
      try Stage(page + "{{ token }}\n<b>a</b>", layouts: ["base": base]).rendered()
        == "<h1>Teapots &amp; cups</h1>\ntall\n<b>a</b><hr>")
  }

  @Test func `lines of marks leave no trace`() throws {
    let markup = """

      <ul>
        {% for pot in pots %}
          {# a note #}
          <li>
            {{ pot.name }}
          </li>
        {% end %}
      </ul>
      <pre>
        {% if isOpen %}
        a  b
        {% end %}
      </pre>
      """
    #expect(
      try Stage(markup).rendered() == """
        <ul>
        <li>
        Blue
        </li>
        <li>
        Red
        </li>
        </ul>
        <pre>
          
          a  b
          
        </pre>
        """)
  }
}
