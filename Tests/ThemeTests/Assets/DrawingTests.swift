import Testing

@testable import Theme

@Suite struct DrawingTests {
  @Test func `icons become one drawing, each under its name`() throws {
    let made = try assets([
      "icons/star.svg": """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- a star -->
      <svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill='none'>
        <title>a &lt; b</title>
        <path d="M1 1h2"/>
      </svg>
      """,
      "icons/arrow-up.svg": "<svg viewBox=\"0 0 8 8\"><g><path d=\"M0 0\"></path></g></svg>",
    ])
    #expect(made.iconNames == ["star", "arrow-up"])
    #expect(
      try made.text("icons.svg") == """
        <svg xmlns="http://www.w3.org/2000/svg">\
        <symbol id="arrow-up" viewBox="0 0 8 8"><g><path d="M0 0"/></g></symbol>\
        <symbol id="star" viewBox="0 0 24 24" fill="none"><title>a &lt; b</title><path d="M1 1h2"/>\
        </symbol></svg>
        """)
    #expect(made.files.map(\.contentType) == ["image/svg+xml"])
  }

  @Test func `ids of two icons do not meet`() throws {
    let icon = """
      <svg viewBox="0 0 8 8"><defs><clipPath id="c"><path id="p" d="M0 0"/></clipPath></defs>\
      <g clip-path="url(#c)"><use href="#p"/></g></svg>
      """
    let sprite = try assets(["icons/a.svg": icon, "icons/a-c.svg": icon]).text("icons.svg")
    for part in ["id=\"a.c\"", "id=\"a.p\"", "url(#a.c)", "href=\"#a.p\"", "id=\"a-c.c\""] {
      #expect(sprite.contains(part), "\(part) in \(sprite)")
    }
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "1:32: found words in <script>"),
    ("<script/>", "1:24: found <script>, expected an element that draws; available: circle"),
    ("<style/>", "1:24: found <style>"),
    ("<foreignObject/>", "1:24: found <foreignObject>"),
    ("<image href=\"#a\"/>", "1:24: found <image>"),
    ("<a href=\"#a\"/>", "1:24: found <a>"),
    ("<svg/>", "1:24: found <svg>"),
    ("<animate attributeName=\"href\"/>", "1:24: found <animate>"),
    ("<g onclick=\"a()\"/>", "1:27: found “onclick”"),
    ("<g style=\"fill:red\"/>", "1:27: found “style”"),
    ("<g class=\"a\"/>", "1:27: found “class”"),
    ("<use href=\"https://x.org/#a\"/>", "1:29: found href=\"https://x.org/#a\""),
    ("<use xlink:href=\"javascript:a()\"/>", "1:29: found xlink:href=\"javascript:a()\""),
    ("<use href=\"#a\"/>", "1:29: found a reference to “a”"),
    ("<g fill=\"url(https://x.org/a)\"/>", "1:27: found fill"),
    ("<g fill=\"u&#114;l(https://x.org/a)\"/>", "1:27: found fill"),
    ("<g fill=\"\\75rl(a)\"/>", "1:27: found fill"),
    ("<g fill=\"url(#a) url(//b)\"/>", "1:27: found fill"),
    ("<g id=\"a b\"/>", "1:27: found id=\"a b\""),
    ("<g id=\"a\"/><g id=\"a\"/>", "1:38: found id=\"a\", expected each id once"),
    ("<g fill=\"a\" fill=\"b\"/>", "1:36: found “fill” for the second time"),
    ("<g fill=red/>", "1:32: found a value without quotes"),
    ("<g>&a;</g>", "1:27: found “&” that begins no character"),
    ("<g>&#0;</g>", "1:27: found “&” that begins no character"),
    ("<![CDATA[a]]>", "1:24: found a section or an instruction"),
    ("<g>", "1:27: found </svg>, expected </g>"),
    ("<g", "1:26: found no space before an attribute"),
    ("集", "1:24: found words in <svg>"),
  ])
  func `a drawing can do nothing but be seen`(content: String, fault: String) {
    let found = faults(["icons/a.svg": "<svg viewBox=\"0 0 8 8\">\(content)</svg>"])
    #expect(found.first?.hasPrefix("icons/a.svg:\(fault)") == true, "\(found)")
    let image = "<svg viewBox=\"0 0 8 8\">\(content)</svg>"
    #expect(faults(["images/a.svg": image]).first?.contains(fault) == true)
  }

  @Test(arguments: [
    ("", "found no element"),
    ("集", "found no element"),
    ("<g/>", "found <g>, expected <svg>"),
    ("<svg/>", "found <svg> without viewBox"),
    ("<svg viewBox=\"0 0 24\"/>", "found viewBox=\"0 0 24\""),
    ("<svg viewBox=\"0 0 0 24\"/>", "found viewBox"),
    ("<svg viewBox=\"0 0 nan 24\"/>", "found viewBox"),
    ("<svg viewBox=\"0 0 8 8\"", "found no end of <svg"),
    ("<svg viewBox=\"0 0 8 8\">", "found <svg> that is never closed"),
    ("<svg viewBox=\"0 0 8 8\"/><svg/>", "found more after </svg>"),
    ("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg viewBox=\"0 0 8 8\"/>", "found a document type"),
    ("<svg viewBox=\"0 0 8 8\" xmlns=\"http://x.org\"/>", "found xmlns"),
    ("<svg viewBox=\"0 0 8 8\" onload=\"a()\"/>", "found “onload”"),
  ])
  func `an icon is one drawing with a view`(text: String, fault: String) {
    let found = faults(["icons/a.svg": text])
    #expect(found.count == 1 && found.first?.contains(fault) == true, "\(found)")
  }

  @Test func `everything that is wrong is told at once`() {
    let found = faults([
      "icons/a.svg": "<svg><g style=\"\"/><g class=\"\"/></svg>",
      "images/b.svg": "<svg/>", "scripts/c.js": "import './d.js'", "styles/e.css": "a{",
    ])
    #expect(found.count == 6, "\(found)")
  }
}
