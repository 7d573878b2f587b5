import Testing

@testable import Theme

/// What browsers pass over in silence, and nothing that they do not.
@Suite struct StyleFlawTests {
  @Test(arguments: [
    ("// the colour\na { top: 0 }", ["1:1: found “//”, expected a comment of CSS, /* … */"]),
    ("a { top: 0; // the colour\n left: 0 }", ["1:13: found “//”"]),
    ("a {\n  // don't (\n  top: 0 }", ["2:3: found “//”"]),
    ("a { top: 0 } // }\nb { top: 0 }", ["1:14: found “//”"]),
    ("a { top: 0 /// b\n }", ["1:12: found “//”"]),
    ("a { top: 0 // b\n; left: 0 'c }", ["2:11: found a text without an end"]),
    (
      "$tea-1: 3px; a { top: 0 }",
      ["1:1: found “$tea-1”, expected a custom property: --tea-1 where it is set"]
    ),
    ("a { top: $x; left: calc($y * 2) }", ["1:10: found “$x”", "1:25: found “$y”"]),
    ("a { color red }", ["1:5: found “color red” without a colon, expected name: value;"]),
    ("a { top: 0; color  red;\n left: 0 }", ["1:13: found “color red” without a colon"]),
    ("a { color red\n  left: 0 }", ["1:5: found “color red” without a colon"]),
    ("@media print { a { .mixin; } }", ["1:20: found “.mixin” without a colon"]),
    ("a { b }", ["1:5: found “b” without a colon"]),
    // One fault hides no other.
    (
      "a { top: 0; c } b { top: url(x.png) }",
      ["1:13: found “c” without", "1:26: found the address “x.png”"]
    ),
  ])
  func `what is no CSS is told`(css: String, told: [String]) {
    let found = faults(["styles/a.css": css])
    #expect(found.count == told.count, "\(found)")
    for (fault, start) in zip(found, told) {
      #expect(fault.hasPrefix("styles/a.css:\(start)"), "\(found)")
    }
  }

  @Test(arguments: [
    "a { --x: // b $c; --y: $; --z: { d }; }", "a { top: var(--x, $y); left: env(z, // 2px) }",
    "a[b$=c], a[b $= \"c\"] { top: 0 }", "a { *zoom: 1; _top: 0 }",
    "a { background: url( data:image/png;base64,//8= ) }",
    "a { content: '// $x' } /* // $x */", "@media print { b c:hover d { e: f } }",
    "a { b:hover { c: d } e f { top: 0 } & > g { top: 0 } }", "a { ; top: 0;; }",
    "@font-face { src: local(a) } @page { @top-left { content: 'b' } }",
    "@keyframes a { from { top: 0 } 50.5% { top: 1px } }", "a { grid-area: 1 / 2 / 3 }",
    "@layer b { a { top: 0 } } @layer c, d;", "a { @layer e; @media print { top: 0 } }",
    "a { filter: progid:b.c(d='#e', f=1) }", "a { top: 0 } b {} ",
  ])
  func `what is CSS is not`(css: String) {
    #expect(faults(["styles/a.css": css]) == [])
  }
}
