/// What HTML forbids, with the least that breaks it.
enum MarkupFaults {
  static let all = values + attributes + addresses + elements

  static let values: [(String, String)] = [
    ("<!-- {{ ¦title }} -->", "found “title” of kind text in a comment"),
    ("<h{{ ¦token }}></h>", "found “token” of kind token inside the tag <h>"),
    ("<p {{ ¦token }}=\"x\">a</p>", "found “token” of kind token inside the tag <p>"),
    ("<p id-{{ ¦token }}=\"x\">a</p>", "found “token” of kind token inside"),
    ("<p id={{ ¦token }}>x</p>", "found “token” of kind token in the attribute id without quotes"),
    ("¦<script src=\"/x.js\">{{ title }}</script>", "found <script> with something inside"),
    ("{{ ¦isOpen }}", "found “isOpen” of kind flag between tags, expected flags in {% if %} only"),
    ("{{ ¦pots }}", "found “pots” of kind list of Pot between tags, expected lists in {% for %}"),
    ("{{ ¦owner }}", "found “owner” of kind Owner between tags, expected one of its fields"),
    ("<i class=\"{{ ¦title }}\">x</i>", "found “title” of kind text in the attribute class"),
    ("<i id=\"n{{ ¦count }}\">x</i>", "found “count” of kind number in the attribute id"),
    (
      "<img alt=\"\" width=\"{{ ¦count }}\">", "found “count” of kind number in the attribute width"
    ),
    ("<svg><path d=\"{{ ¦title }}\"/></svg>", "found “title” of kind text in the attribute d"),
  ]

  static let attributes: [(String, String)] = [
    ("<p ¦onclick=\"x()\">x</p>", "found the attribute “onclick”"),
    ("<p ¦style=\"color: red\">x</p>", "found the attribute “style”"),
    ("<img ¦srcdoc=\"x\" alt=\"\">", "found the attribute “srcdoc”"),
    ("<p id=\"a\" ¦id=\"b\">x</p>", "found a second attribute “id”"),
    ("<p id=\"a\"{% if isOpen %} ¦id=\"b\"{% end %}>x</p>", "found a second attribute “id”"),
    ("<p id=\"a\"¦class=\"b\">x</p>", "found an attribute right after another"),
    ("<p{% ¦for p in pots %} id=\"a\"{% end %}>x</p>", "found an attribute in {% for %}"),
    (
      "<p ¦title=\"a>text</p>\n<p class=\"x\">y</p>",
      "found the attribute title, whose quote nothing"
    ),
    (
      "<b>x</b><p ¦title=\"a>text",
      "found the attribute title, whose quote nothing ends, expected \""
    ),
    ("<b>x</b>¦<p title", "found a tag that nothing ends, expected > after it"),
    ("<b>x</b>¦<!-- a --", "found a comment that nothing ends, expected --> after it"),
    ("<p id=\"a\">x</p><p ¦id=\"a\">x</p>", "found the id “a” again, expected each id once"),
    ("¦<img src=\"/a.png\">", "found <img> without alt"),
    ("<p id=¦>x</p>", "found no value after ="),
    ("<p id=\"a{% if isOpen %}\"¦{% end %}>x</p>", "found the end of if inside the tag <p>"),
  ]

  static let addresses: [(String, String)] = [
    ("<a ¦href=\"javascript:x()\">x</a>", "found the address “javascript:x()” in “href”"),
    ("<a ¦href=\"data:text/html,x\">x</a>", "found the address “data:text/html,x”"),
    ("<a ¦href=\"&#106;avascript:x\">x</a>", "found the address"),
    ("<a ¦href=\"//evil.example/\">x</a>", "found the address “//evil.example/”"),
    ("<a ¦href=\"gig.html\">x</a>", "found the address “gig.html” in “href”, expected https:"),
    ("<a ¦href=\"g-{{ token }}\">x</a>", "found the address “g-” in “href”"),
    ("<a href=\"{{ ¦title }}\">x</a>", "found “title” of kind text in the attribute href"),
    ("<a href=\"{{ ¦token }}\">x</a>", "found “token” of kind token in the attribute href"),
    ("<a href=\"/x?q={{ ¦title }}\">x</a>", "found “title” of kind text in the attribute href"),
    ("<a href=\"{% ¦if isOpen %}/x{% end %}\">x</a>", "found an address that begins in some"),
    (
      "<meta http-equiv=\"refresh\" ¦content=\"0;url=javascript:x\">",
      "found the address “0;url=javascript:x” in “content”"
    ),
    ("<meta content=\"0\" ¦http-equiv=\"refresh\">", "found http-equiv after content"),
    (
      "<script ¦src=\"https://x.example/a.js\"></script>",
      "found the address “https://x.example/a.js”"
    ),
    ("<link rel=\"stylesheet\" ¦href=\"https://x.example/a\">", "found the address “https:"),
    ("<img alt=\"\" ¦src=\"https://x.example/a.png\">", "found the address “https:"),
    ("<form ¦action=\"https://x.example/\"></form>", "found the address “https://x.example/”"),
    ("<img alt=\"\" ¦srcset=\"/a.png 1x, b.png 2x\">", "found the address “b.png” in “srcset”"),
    ("<meta ¦http-equiv=\"Content-Security-Policy\">", "found http-equiv=\"Content-Security-"),
    (
      "<script src=\"{{ asset ¦\"seal.svg\" }}\"></script>",
      "found the asset \"seal.svg\" in src of"
    ),
    (
      "<link href=\"{{ asset ¦\"menu.js\" }}\" rel=\"stylesheet\">",
      "found the asset \"menu.js\" in href of <link>, expected a stylesheet, style.css"
    ),
    (
      "<img alt=\"\" src=\"{{ asset ¦\"style.css\" }}\">",
      "found the asset \"style.css\" in src of <img>, expected a picture"
    ),
    (
      "<svg><use href=\"{{ asset \"icons.svg\" }}#¦stra\"/></svg>",
      "found the icon “stra”, expected a file of icons/; available: star, clock"
    ),
    ("<form method=\"post\" ¦action=\"x\"></form>", "found the address “x”"),
    (
      "¦<form method=\"post\" action=\"/x\"></form>", "found a form that changes something, without"
    ),
  ]

  static let elements: [(String, String)] = [
    ("¦<div>x", "found <div> that is not closed, expected </div>"),
    ("x¦</div>", "found </div> that closes nothing"),
    ("<ul>¦<li>x</ul>", "found <li> that is not closed"),
    ("{% if isOpen %}¦<div>{% end %}", "found <div> that is not closed"),
    (
      "<div>{% if isOpen %}¦</div>{% end %}</div>",
      "found </div> for a <div> that was opened outside"
    ),
    ("{% for p in pots %}¦<li>{% end %}", "found <li> that is not closed"),
    ("<br>¦</br>", "found </br>, expected no end of a void element"),
    ("¦<div/>", "found <div/>"),
    ("¦<script>x</script>", "found <script> without src"),
    ("¦<style>x</style>", "found <style>"),
    ("a ¦< b", "found < that begins no tag, expected &lt;"),
    ("¦<iframe></iframe>", "found <iframe>, expected a link to it"),
    ("¦<base>", "found <base>, expected whole addresses"),
    ("<div>¦<li>x</li></div>", "found <li> inside <div>, expected it in <ul>, <ol>, <menu>"),
    ("<table>¦<td>x</td></table>", "found <td> inside <table>, expected it in <tr>"),
    ("<div>¦<body></body></div>", "found <body> inside <div>, expected it in <html>"),
    ("<div>¦<!doctype html></div>", "found <!doctype> inside <div>"),
    ("<div>¦<p>a<ul></ul><ul></ul></div>", "found <p> that is not closed"),
    ("<p>a{% if isOpen %}¦<div>b</div>{% end %}</p>", "found <div> inside <p>"),
    ("<p>a¦<div>b</div></p>", "found <div> inside <p>"),
    ("<a href=\"/\">¦<a href=\"/\">x</a></a>", "found <a> inside <a>"),
    ("<p title=\"{% include ¦\"pot\" %}\">x</p>", "found {% include %} in the attribute title"),
  ]
}
