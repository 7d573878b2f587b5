import HTTP
import Testing
import Web

/// What the fields of a request say.
@Suite struct FieldTests {
  static let cookies: [([String], String?)] = [
    ([], nil), (["a=1"], "1"), (["a="], ""), (["b=2; a=1"], "1"), (["b=2;a=1;"], "1"),
    (["a=1=2"], "1=2"), ([#"a="1""#], "1"), (["b=2", "a=1"], "1"), ([" \ta=1 "], "1"),
    (["a=!#$%&'()*+-./:<=>?@[]^_`{|}~"], "!#$%&'()*+-./:<=>?@[]^_`{|}~"),
    // Those of others do no harm.
    ([#"x={"b":1}; a=1; y; =z; é=1; q w=1"#], "1"),
    // Nobody can tell which is ours.
    (["a=1; a=2"], nil), (["a=1; a=1"], nil), (["a=1", "a=2"], nil), (["a=1; a=b,c"], nil),
    (["a=b,c; a=1"], nil), (["a=1; a=2; a=3"], nil),
    (["A=1"], nil), (["a"], nil), (["a=b c"], nil), (["a=b,c"], nil), ([#"a=b\c"#], nil),
    ([#"a="b"#], nil), ([#"a=""""#], nil), (["a=é"], nil), (["a =1"], nil), (["b= a=1"], nil),
  ]

  @Test(arguments: cookies)
  func `a cookie counts when there is no doubt`(lines: [String], value: String?) {
    let fields = FieldLines(lines.map { ("Cookie", $0) })
    #expect(Cookies(Request("GET", "/", fields: fields))["a"] == value)
  }

  @Test func `a cookie is for no script and for no other site`() {
    let long = Cookie(Cookie.name("sid", isSecure: true), "x", maxAge: 60, isSecure: true)
    #expect(
      long.line == "__Host-sid=x; Max-Age=60; Path=/; Secure; HttpOnly; SameSite=Lax")
    let short = Cookie(Cookie.name("sid", isSecure: false), "", isSecure: false)
    #expect(short.line == "sid=; Path=/; HttpOnly; SameSite=Lax")
  }

  static let types: [(String, String?, [String])] = [
    ("text/html", "text/html", []), ("Text/HTML", "text/html", []),
    (" application/json ; Charset=UTF-8 ", "application/json", ["charset", "UTF-8"]),
    ("a/b;c=d;e=f", "a/b", ["c", "d", "e", "f"]),
    (#"a/b; c="d;e \"f\" \\""#, "a/b", ["c", #"d;e "f" \"#]),
    (#"a/b;c="""#, "a/b", ["c", ""]), ("a/b;", "a/b", []), ("a/b; ;c=d", "a/b", ["c", "d"]),
    (#"a/b;c="集市""#, "a/b", ["c", "集市"]), ("application/vnd.a+json", "application/vnd.a+json", []),
    ("", nil, []), ("text", nil, []), ("/html", nil, []), ("text/", nil, []), ("a/b/c", nil, []),
    ("a/b c", nil, []), ("a /b", nil, []), ("a/b;c", nil, []), ("a/b;c=", nil, []),
    ("a/b;=d", nil, []), ("a/b;c =d", nil, []), ("a/b;c= d", nil, []), (#"a/b;c="d"#, nil, []),
    (#"a/b;c="d"e"#, nil, []), (#"a/b;c="d\"#, nil, []), ("a/b;c=d;C=e", nil, []),
    ("a/b, c/d", nil, []), ("a/b;c=集", nil, []), ("a/b;c=\"\u{1}\"", nil, []), ("é/b", nil, []),
  ]

  @Test(arguments: types)
  func `a type is read with what it adds`(field: String, type: String?, parameters: [String]) {
    let read = MediaType(field)
    #expect(read?.type == type)
    #expect(read?.parameters.flatMap { [$0.name, $0.value] } ?? [] == parameters)
    if parameters.count == 2 { #expect(read?[parameters[0]] == parameters[1]) }
    #expect(read?["other"] == nil)
  }

  static let wishes: [(String?, String?)] = [
    (nil, nil), ("", nil), ("en", "en"), ("EN", "en"), ("en-GB", "en"), ("en-GB-oed", "en"),
    ("zh", "zh-CN"), ("zh-Hans", "zh-CN"), ("zh-Hans-CN", "zh-CN"), ("zh-SG", "zh-CN"),
    ("zh-cn", "zh-CN"), ("zh-Hant-HK", "zh-CN"), ("fr", nil), ("fr, en", "en"), ("*", "zh-CN"),
    ("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"), ("en-US,en;q=0.9,zh-CN;q=0.8", "en"),
    ("en;q=0.5, zh;q=0.6", "zh-CN"), ("en;q=0.5, zh;q=0.5", "en"), ("zh;q=0.1, en;q=0.123", "en"),
    ("fr, *;q=0.1", "zh-CN"), ("zh, *;q=0.1", "zh-CN"), ("zh;q=0.1, *", "en"),
    ("zh;q=0, *", "en"), ("zh-CN;q=0, *", "en"), ("zh-CN;q=0, zh", nil), ("en;q=0", nil),
    ("zh;q=0, zh-CN", "zh-CN"), ("en, *;q=0", "en"), ("fr, *;q=0", nil), ("*;q=0", nil),
    ("zh;q=0.000, en;q=0.001", "en"), ("en-x-pirate", "en"), ("e, en", "en"), ("zho", nil),
    // What cannot be read is not there.
    ("en;q=2, zh;q=0.1", "zh-CN"), ("en;q=1.001, zh;q=0.1", "zh-CN"), ("en;q=, zh;q=0.1", "zh-CN"),
    ("en;q=-1, zh;q=0.1", "zh-CN"), ("en;q=0.1234, zh;q=0.1", "zh-CN"), ("en;q=.5", nil),
    ("en;level=1", nil), ("en;q=1;q=1", nil), ("en_GB", nil), ("*-CN", nil), ("en-", nil),
    ("1en", nil), ("abcdefghi", nil), ("é", nil), (",,;,=", nil), ("en ; q=0.5", "en"),
    ("en;Q=1.000", "en"), ("en;q=0.", nil), ("en;q=1.", "en"), ("en;q=01", nil),
  ]

  @Test(arguments: wishes)
  func `a reader gets the language that is liked most`(field: String?, tag: String?) {
    #expect(AcceptedLanguages.best(of: ["zh-CN", "en"], field) == tag)
  }

  @Test(arguments: [
    ("zh-Hant", "zh-TW"), ("zh-HK", "zh-TW"), ("zh-Hant-MO", "zh-TW"), ("zh-SG", "zh-CN"),
    ("zh-Hans-HK", "zh-CN"), ("zh", "zh-CN"), ("en", "en-GB"), ("en-US", "en-GB"), ("pt", "pt-BR"),
    ("pt-PT", "pt-BR"), ("zh-TW;q=0, zh-HK", "zh-CN"),
  ])
  func `the nearest of several is taken`(field: String, tag: String) {
    #expect(AcceptedLanguages.best(of: ["zh-CN", "zh-TW", "en-GB", "pt-BR"], field) == tag)
  }

  @Test func `only so many wishes are read`() {
    let others = String(repeating: "fr, ", count: AcceptedLanguages.rangesMax - 1)
    #expect(AcceptedLanguages.best(of: ["en"], others + "en") == "en")
    #expect(AcceptedLanguages.best(of: ["en"], others + "fr, en") == nil)
    #expect(AcceptedLanguages.best(of: [], "en, *") == nil)
  }
}
