import Foundation
import Proving
import Testing

@testable import Theme

@Suite struct StyleTests {
  @Test(arguments: [
    // Spaces and comments that say nothing.
    ("a { color : red ; }\n\n/* b */ b{ }", "a{color:red}b{}"),
    ("a { color: red;; color: blue ;}", "a{color:red;color:blue}"),
    ("a , b > c + d ~ e { margin : 0 auto !important }", "a,b>c+d~e{margin:0 auto!important}"),
    ("a { font: 700 1rem / 1.5 \"A  B\" , serif }", "a{font:700 1rem/1.5 \"A  B\",serif}"),
    ("a { transition: color 1s , top 2s }", "a{transition:color 1s,top 2s}"),
    // A space that means “inside of”.
    ("a :hover , a:hover { top: 0 }", "a :hover,a:hover{top:0}"),
    ("a * b , .a .b , a [x] , a #b { top: 0 }", "a * b,.a .b,a [x],a #b{top:0}"),
    ("a:not( .b ) .c { top: 0 }", "a:not(.b) .c{top:0}"),
    ("a:nth-child( 2n + 1 ) { top: 0 }", "a:nth-child(2n + 1){top:0}"),
    ("a[ b = \"c  d\" i ] { top: 0 }", "a[b = \"c  d\" i]{top:0}"),
    // Where a comment held apart what would become one.
    ("a/**/b { top: 0 }", "a/**/b{top:0}"),
    ("a/* x */.b { top: 0 }", "a.b{top:0}"),
    ("a { margin: 1px/**/2px }", "a{margin:1px/**/2px}"),
    ("a { margin: 1px/**/ -2px }", "a{margin:1px -2px}"),
    ("a { --x: 1 /* * */ / 2 }", "a{--x:1 / 2}"),
    // Sums keep their spaces.
    (
      "a { width: calc( 1px + ( 2px - 3px ) * 2 ) }",
      "a{width:calc(1px + (2px - 3px) * 2)}"
    ),
    ("a { width: min( 1px , 2px ) max(1px,2px) }", "a{width:min(1px,2px) max(1px,2px)}"),
    ("a { color: rgb( 0 0 0 / 50% ) }", "a{color:rgb(0 0 0 / 50%)}"),
    ("a { grid-area: 1 / -1; aspect-ratio: 16 / 10 }", "a{grid-area:1/-1;aspect-ratio:16/10}"),
    // Custom properties belong to whoever uses them.
    ("a { --x:   b ,  c  ; --y : { a : b ; } }", "a{--x:b , c;--y:{ a : b ; }}"),
    ("a { --x: ; }", "a{--x: ;}"),
    ("a { --x:/**/; --y:; top: 0 }", "a{--x: ;--y: ;top:0}"),
    ("a { top: var( --x , ) }", "a{top:var(--x,)}"),
    // At-rules.
    (
      "@media screen and ( min-width : 1px ) and (max-width:2px) { a { top: 0; } }",
      "@media screen and (min-width :1px) and (max-width:2px){a{top:0}}"
    ),
    ("@media (1px <= width < 2px) { a { top: 0 } }", "@media (1px <= width < 2px){a{top:0}}"),
    ("@scope (.a :hover) { b { top: 0 } }", "@scope (.a :hover){b{top:0}}"),
    ("@supports selector( a > b ) { b { top: 0 } }", "@supports selector(a > b){b{top:0}}"),
    ("@layer a , b ;\n@page :first { margin: 0 }", "@layer a,b;@page :first{margin:0}"),
    ("@keyframes x { from { top: 0 } 50% { top: 1px } }", "@keyframes x{from{top:0}50%{top:1px}}"),
    // Rules inside of rules.
    (
      "a { top: 0; &:hover { top: 1px } b:hover { top: 2px } left: 0 }",
      "a{top:0;&:hover{top:1px}b:hover{top:2px}left:0}"
    ),
    // Texts and addresses.
    (#"a::before { content: "/* \" { */" ; }"#, #"a::before{content:"/* \" { */"}"#),
    ("a { content: 'a\\\nb' }", "a{content:'a\\\nb'}"),
    ("a { fill: url( #b ) ; mask: url( \"#c\" ) }", "a{fill:url( #b );mask:url(\"#c\")}"),
    (
      "a { background: url(data:image/png;base64,AA//BB==) }",
      "a{background:url(data:image/png;base64,AA//BB==)}"
    ),
    (#".a\:b .\31 0 , .\{ { top: 0 }"#, #".a\:b .\31 0,.\{{top:0}"#),
    ("a { unicode-range: U+26, U+0-7F, U+4??  }", "a{unicode-range:U+26,U+0-7F,U+4??}"),
    ("a { content: '集市' }", "a{content:'集市'}"),
    ("a {\r\n  top : +.5E-3px ;\r\n}\r\n", "a{top:+.5E-3px}"),
  ])
  func `a sheet says the same in fewer bytes`(css: String, shorter: String) throws {
    #expect(try minified(css) == shorter)
    #expect(try minified(shorter) == shorter, "what is short stays as it is")
  }

  /// From pieces that are hard on each other; those that make no sheet are passed over.
  @Test(arguments: 0..<8)
  func `nothing but spaces, comments and last semicolons is lost`(seed: UInt64) throws {
    var random = Seeded(seed)
    let pieces = [
      "a", "-", "--", "+", "1", ".5", "2n", "e3", "#f", "@m", "\"s\"", "'", "url(", "url(#x)", "/",
      "*", "/**/", "/* ; } */", " ", "\n", ":", ";", ",", "(", ")", "[", "]", "{", "}", "\\31 ",
      "!", ">", "~", "<", "é", "calc(", "%", "=", "|", "&", "a{", ":b;}", "--x:", "{}",
    ]
    var tried = 0
    for _ in 0..<1_500 {
      let css = (0..<Int.random(in: 2...9, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let sheet = StyleSheet(
        SourceFile(path: "a.css", "a{\(css)}"), path: "styles/a.css", images: [:])
      guard sheet.faults.isEmpty else { continue }
      tried += 1
      let before = meaning("a{\(css)}")
      let after = meaning(String(decoding: sheet.minified, as: UTF8.self))
      #expect(after == before, "a{\(css)} → \(String(decoding: sheet.minified, as: UTF8.self))")
    }
    #expect(tried > 100)
  }

  private func meaning(_ css: String) -> [String] {
    let tokens = StyleTokenizer(Array(css.utf8)).tokens.filter { !$0.isSilent }
    let texts = tokens.map { String(decoding: $0.text, as: UTF8.self) }
    var kept: [String] = []
    for text in texts {
      if text == "}" || text == ";" { while kept.last == ";" { kept.removeLast() } }
      kept.append(text)
    }
    return kept
  }

  @Test func `files are joined in the order of their names`() throws {
    let made = try assets(["styles/20-b.css": "b{top:0}", "styles/10-c.css": "c{top:0}\n"])
    #expect(try made.text("style.css") == "c{top:0}b{top:0}")
    #expect(Array(made.addresses.keys) == ["style.css"])
  }

  @Test func `an image is known by the name it is published under`() throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    let made = try assets([
      "images/tea/cup.svg": svg,
      "styles/a.css": """
      a { background: url( ../images/tea/cup.svg ), url('../images/tea/cup.svg#b') }
      b { background: image-set("../images/./tea/cup.svg" 1x) }
      """,
    ])
    let name = try #require(made.addresses["tea/cup.svg"]).dropFirst(Assets.folder.count)
    #expect(name.wholeMatch(of: /tea-cup-[0-9a-f]{12}\.svg/) != nil)
    #expect(
      try made.text("style.css")
        == "a{background:url(\(name)),url(\"\(name)#b\")}b{background:image-set(\"\(name)\" 1x)}")
  }

  @Test(arguments: [
    ("a{b:url(../images/x.svg)}", "1:5: found the address “../images/x.svg”, expected an image"),
    ("a{b:url(\"https://x.org/x.png\")}", "1:9: found the address “https://x.org/x.png”"),
    ("a{b:url(//x.org/x.png)}", "1:5: found the address “//x.org/x.png”"),
    ("a{}\n@import 'b.css';", "2:1: found @import"),
    ("a{\n  top: 0", "1:2: found “{” that is never closed, expected “}”"),
    ("a{}}", "1:4: found “}”, expected nothing to close"),
    ("a{b:(]}", "1:6: found “]”, expected “)”"),
    ("a{} /* b", "1:5: found a comment without an end"),
    ("a{b:'c\n}", "1:5: found a text without an end"),
    ("a{b:url(c\"d)}", "1:5: found an address that quotes should stand around"),
    ("a{}\n集 b", "2:1: found a rule without an end"),
    ("@layer a", "1:1: found a rule without an end"),
    ("<!-- a{} -->", "1:1: found a comment of HTML"),
  ])
  func `what would harm the sheets around it is refused`(css: String, fault: String) {
    let found = faults(["styles/a.css": css])
    #expect(found.first?.hasPrefix("styles/a.css:\(fault)") == true, "\(found)")
  }

  @Test func `a long nest of brackets is refused before it is read`() {
    let css = String(repeating: "a{", count: 40) + String(repeating: "}", count: 40)
    #expect(faults(["styles/a.css": css]).first?.contains("brackets too deep") == true)
  }
}
