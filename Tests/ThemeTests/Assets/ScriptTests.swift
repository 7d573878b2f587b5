import Testing

@testable import Theme

@Suite struct ScriptTests {
  @Test func `an import leads to the published name, and a change reaches whoever imports it`()
    throws
  {
    let texts = [
      "scripts/menu.js": "import { open } from './parts/panel.js';\nopen();\n",
      "scripts/parts/panel.js": "import \"../clock.js\";\nexport const open = () => 1;\n",
      "scripts/clock.js": "export default 1;\n",
    ]
    let made = try assets(texts)
    let name = { (made: Assets, name: String) in
      try #require(made.addresses[name]).dropFirst(Assets.folder.count)
    }
    let panel = try name(made, "parts/panel.js")
    #expect(panel.wholeMatch(of: /parts-panel-[0-9a-f]{12}\.js/) != nil)
    #expect(try made.text("menu.js") == "import { open } from './\(panel)';\nopen();\n")
    #expect(
      try made.text("parts/panel.js").hasPrefix("import \"./\(try name(made, "clock.js"))\";"))

    var changed = texts
    changed["scripts/clock.js"] = "export default 2;\n"
    let later = try assets(changed)
    for script in ["menu.js", "parts/panel.js", "clock.js"] {
      #expect(later.addresses[script] != made.addresses[script], "\(script)")
    }
    #expect(Set(later.files.map(\.contentType)) == ["text/javascript; charset=utf-8"])
  }

  @Test(arguments: [
    "import x from \"./x.js\"", "import * as x from './x.js'", "import {a as b,c} from './x.js'",
    "import x, {from} from './x.js'", "import from from './x.js'", "import './x.js'",
    "import/**/{a}/* from './y.js' */from'./x.js'", "export * from './x.js'",
    "export * as y from './x.js'", "export { a,\n default as b }\nfrom './x.js'",
    "let a = 1 / 2\nimport './x.js' // '",
    "let a = /['\"`]/g.test(b) ? `${`'${c}`}'` : 1 / 2 / 3;\nimport './x.js'",
    "if (a) /'/.test(b)\nimport './x.js'", "let a = b[1] / c; import './x.js'",
    "f(1) / 2; import './x.js'", "let a = { import: 1 }; a.import('y'); import './x.js'",
    "let a = /[/']/; import './x.js'", "return /'/\nimport './x.js'",
  ])
  func `every way to import is found`(script: String) {
    let module = ScriptModule(SourceFile(path: "a.js", script))
    #expect(module.faults.isEmpty, "\(module.faults)")
    #expect(module.imports.map(\.address) == ["./x.js"])
  }

  @Test(arguments: [
    "// import './x.js'", "/* import './x.js' */", "let a = \"import './x.js'\"",
    "let a = `import './x.js'`", "let a = /import '.x.js'/", "export { a }; let from = './x.js'",
    "export { a }\nlet b = 1, from\n'./x.js'", "export default { from: './x.js' }",
    "a.import; b = { import: './x.js' }", "import.meta.url", "important('./x.js')",
  ])
  func `what is no import stays alone`(script: String) {
    let module = ScriptModule(SourceFile(path: "a.js", script))
    #expect(module.faults.isEmpty, "\(module.faults)")
    #expect(module.imports.isEmpty)
  }

  @Test(arguments: [
    (
      "import './y.js'",
      "1:9: found the import “./y.js”, expected a script of the theme; available: ./x.js"
    ),
    ("import 'x.js'", "1:9: found the import “x.js”"),
    ("import '../styles/a.css'", "1:9: found the import “../styles/a.css”"),
    ("import 'https://x.org/x.js'", "1:9: found the import “https://x.org/x.js”"),
    ("\nlet a = await import('./x.js')", "2:15: found an import while the page runs"),
    ("import.defer('./x.js')", "1:1: found a special kind of import"),
    ("let a = '\n'", "1:9: found a text without an end"),
    ("let a = `${b", "1:9: found a bracket that is never closed"),
    ("let a = `b", "1:9: found a template without an end"),
    ("f(]", "1:3: found a bracket that closes nothing"),
    ("/* a", "1:1: found a comment without an end"),
    ("a = /b\n/", "1:5: found a pattern without an end"),
    ("import './a.js'", "1:9: found an import that comes back to its module: a.js → a.js"),
  ])
  func `what cannot be followed is refused`(script: String, fault: String) {
    let found = faults(["scripts/a.js": script, "scripts/x.js": ""])
    #expect(found.first?.hasPrefix("scripts/a.js:\(fault)") == true, "\(found)")
  }

  @Test func `modules that need each other are told with their circle, once`() {
    let found = faults([
      "scripts/a.js": "import './b.js'", "scripts/b.js": "import './c.js'",
      "scripts/c.js": "import './a.js'",
    ])
    #expect(found.count == 1)
    #expect(found.first?.contains("scripts/c.js:1:9") == true)
    #expect(found.first?.contains("a.js → b.js → c.js → a.js") == true)
  }

  @Test(arguments: [
    ("import { nope } from './x.js'", "1:10: found the import “nope”"),
    ("import { open as a, nope as b } from './x.js'", "1:21: found the import “nope”"),
    (
      "import b, { open } from './x.js'", "1:8: found an import of what a module exports as default"
    ),
    ("export { nope as open } from './x.js'", "1:10: found the import “nope”"),
    ("import { inner } from './x.js'", "1:10: found the import “inner”"),
    ("import { z } from './x.js'", "1:10: found the import “z”"),
  ])
  func `a name that a module does not export is told`(script: String, fault: String) {
    let found = faults([
      "scripts/a.js": script,
      "scripts/x.js": """
      export const open = (z, y = 1) => z, shut = 2;
      export async function go() {}
      function inner() {} let two, three
      export { two, three as 三, inner as within };
      export class Box {}
      """,
    ])
    #expect(
      found == [
        "scripts/a.js:\(fault), expected what ./x.js exports; available: "
          + found.map { $0.split(separator: "available: ").last ?? "" }.joined()
      ], "\(found)")
    #expect(found.first?.contains("Box, go, open, shut, two, within, 三") == true, "\(found)")
  }

  @Test(arguments: [
    ("import a, { b as c } from './x.js'", "export default 1; export function* b() {}"),
    ("import { default as a } from './x.js'", "let a; export { a as default }"),
    ("import * as a from './x.js'; import b, * as c from './x.js'", "export default class {}"),
    ("import {} from './x.js'; export * from './x.js'", ""),
    ("import { a } from './x.js'", "export const { a } = b"),
    ("import { a, b } from './x.js'", "export let a = 1,\n b = `${1}, ${c}`\nd"),
    ("import { a } from './x.js'", "export * from './y.js'"),
    ("import { a } from './x.js'", "export * as a from './y.js'"),
    ("import { 'a b' as c } from './x.js'", "let c; export { c as 'a b' }"),
    ("import { a, } from './x.js'", "export { a } from './y.js'"),
    ("import { from } from './x.js'", "export var from = { export: 1 }"),
  ])
  func `a name that a module exports in any way is found`(script: String, other: String) {
    #expect(
      faults([
        "scripts/a.js": script, "scripts/x.js": other, "scripts/y.js": "export let a = 1",
      ]) == [])
  }
}
