import Testing
import Web

/// Forms with files.
@Suite struct MultipartTests {
  static let type = "multipart/form-data; boundary=XX"

  static func read(_ text: String, _ type: String = Self.type) throws -> Multipart {
    let type = try #require(MediaType(type))
    return try Multipart(HeldBytes(Array(text.utf8)), type: type)
  }

  static func part(_ head: String, _ content: String = "x") -> String {
    "--XX\r\n\(head)\r\n\r\n\(content)\r\n"
  }

  static let form = "Content-Disposition: form-data; name=\"a\""

  @Test func `parts are where they are`() throws {
    let text =
      Self.part(Self.form, "one\r\ntwo")
      + Self.part(
        "content-disposition:FORM-DATA;filename=\"\u{96C6}.png\" ; NAME=b\r\nX-Y: z\r\n"
          + "Content-Type: image/png", "\r\n--X\r\n--Xx\r\n") + Self.part(Self.form, "")
      + "--XX--\r\n"
    let form = try Self.read(text)
    #expect(form.parts.map(\.name) == ["a", "b", "a"])
    #expect(form.parts.map(\.fileName) == [nil, "集.png", nil])
    #expect(form.parts.map(\.type?.type) == [nil, "image/png", nil])
    let contents = form.parts.map { part in
      let (start, end) = (Int(part.content.lowerBound), Int(part.content.upperBound))
      return String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
    }
    #expect(contents == ["one\r\ntwo", "\r\n--X\r\n--Xx\r\n", ""])
    #expect(try form.parts.map(form.text) == ["one\ntwo", "\n--X\n--Xx\n", ""])
    #expect(form["a"] == form.parts[0] && form["c"] == nil)
    #expect(form.parts(of: "a").count == 2)
  }

  @Test func `a form may be empty, and may end without the end of a line`() throws {
    #expect(try Self.read("--XX--\r\n").parts.isEmpty)
    #expect(try Self.read("--XX--").parts.isEmpty)
    #expect(try Self.read(Self.part(Self.form) + "--XX--").parts.count == 1)
  }

  static let names: [(String, String)] = [
    (#"name="a""#, "a"), ("name=a", "a"), (#"name="""#, ""), (#"name="%22%0D%0A""#, "\"\r\n"),
    (#"name="%25%20%2""#, "%25%20%2"), (#"name="%0d""#, "%0d"), (#"name="a\b""#, #"a\b"#),
    (#"name="a\""#, #"a\"#), ("name=\"集 市\"", "集 市"), (#"name="a;b=c""#, "a;b=c"),
    (#"x=y; name="a""#, "a"), (#"  name="a""#, "a"),
  ]

  @Test(arguments: names)
  func `a name is read as browsers write it`(text: String, name: String) throws {
    let form = try Self.read(
      Self.part("Content-Disposition: form-data; \(text)") + "--XX--\r\n")
    #expect(form.parts.map(\.name) == [name])
  }

  static let badHeads = [
    "", "Content-Disposition: form-data", "Content-Disposition: attachment; name=a",
    "Content-Type: text/plain", "Content-Disposition: form-data; name=\"a", "\(form)x",
    "\(form); name=\"b\"", "\(form); NAME=b", "\(form); filename=a; filename=b",
    "\(form); filename*=UTF-8''a", "\(form); filename=a; filename*=UTF-8''b", "\(form);",
    "\(form); filename", "\(form); filename=", "\(form); =a", "\(form)\r\n\(form)",
    "\(form)\r\nContent-Type: a/b\r\nContent-Type: a/b", "\(form)\r\nContent-Type: a",
    "\(form)\r\nContent-Transfer-Encoding: binary", "\(form)\r\nContent-Encoding: gzip",
    "\(form)\r\n b=c", "\(form)\nX: y", "\(form)\rX: y", "X y\r\n\(form)", " \(form)",
    "\(form)\r\nX : y", "\(form)\r\n: y", "\(form)\r\nX: \u{0}", "\(form)\r\nX: \u{7F}",
    "\r\n\(form)", "Content-Disposition: form-data; name=\"\u{0}\"",
    "Content-Disposition: form-data; name=\"a\"b\"",
    #"Content-Disposition: form-data; name="a\"b""#,
  ]

  @Test(arguments: badHeads)
  func `a head that could be read in two ways is refused`(head: String) {
    #expect(throws: MultipartFault.badHead(at: 6)) {
      try Self.read(Self.part(head) + "--XX--\r\n")
    }
  }

  @Test func `a name that is no text is refused`() throws {
    let bytes =
      Array("--XX\r\n\(Self.form.dropLast(2))".utf8) + [0xC3]
      + Array("\"\r\n\r\n\r\n--XX--".utf8)
    let type = try #require(MediaType(Self.type))
    #expect(throws: MultipartFault.badHead(at: 6)) {
      try Multipart(HeldBytes(bytes), type: type)
    }
  }

  static let whole = part(form) + "--XX--\r\n"

  static let bad: [(String, MultipartFault)] = [
    ("", .unfinished), ("\r\n\(whole)", .unexpected(at: 0)),
    ("before\r\n\(whole)", .unexpected(at: 0)),
    ("--XY\r\n", .unexpected(at: 0)), ("--XX\n", .unexpected(at: 4)),
    ("--XX \r\n", .unexpected(at: 4)),
    ("--XXy\r\n", .unexpected(at: 4)), ("--XX-\r\n", .unexpected(at: 4)),
    ("\(whole)x", .unexpected(at: 59)), ("\(whole)\r\n", .unexpected(at: 59)),
    ("--XX--\n", .unexpected(at: 6)), ("--XX--x", .unexpected(at: 6)),
    ("\(part(form))--XXy\r\n", .unexpected(at: 57)),
  ]

  @Test(arguments: bad)
  func `nothing stands where it should not`(text: String, fault: MultipartFault) {
    #expect(throws: fault) { try Self.read(text) }
  }

  @Test func `a form that ends early is refused wherever it ends`() {
    for count in 0..<(Self.whole.utf8.count - 2) {
      #expect(throws: MultipartFault.unfinished, "after \(count) bytes") {
        try Self.read(String(decoding: Self.whole.utf8.prefix(count), as: UTF8.self))
      }
    }
    // The end of a line is missing, half or there.
    #expect(throws: MultipartFault.unexpected(at: 59)) {
      try Self.read(String(decoding: Self.whole.utf8.dropLast(), as: UTF8.self))
    }
  }

  static let boundaries: [(String, Bool)] = [
    ("x", true), (String(repeating: "x", count: 70), true),
    ("----WebKitFormBoundary7MA4YWxk", true),
    ("'()+_,-./:=? x", true), (String(repeating: "x", count: 71), false), ("", false),
    ("x ", false),
    ("x\u{9}y", false), ("é", false), ("x*", false),
  ]

  @Test(arguments: boundaries)
  func `a boundary is one that may be`(boundary: String, isGood: Bool) throws {
    let type = try #require(MediaType("multipart/form-data; boundary=\"\(boundary)\""))
    let source = HeldBytes(Array("--\(boundary)--".utf8))
    if isGood {
      #expect(try Multipart(source, type: type).parts.isEmpty)
    } else {
      #expect(throws: MultipartFault.noBoundary) { try Multipart(source, type: type) }
    }
  }

  @Test(arguments: [
    "multipart/form-data", "multipart/mixed; boundary=XX", "text/plain; boundary=XX",
  ])
  func `another type is refused`(type: String) {
    #expect(throws: MultipartFault.noBoundary) { try Self.read("--XX--", type) }
  }

  @Test func `parts have a limit`() throws {
    let most = String(repeating: Self.part(Self.form), count: Multipart.partsMax)
    #expect(try Self.read(most + "--XX--").parts.count == Multipart.partsMax)
    #expect(throws: MultipartFault.tooManyParts) {
      try Self.read(most + Self.part(Self.form) + "--XX--")
    }
  }

  @Test func `a head has a limit`() throws {
    let rest = Multipart.headBytesMax - Self.form.utf8.count - "\r\nX:".utf8.count
    func text(_ count: Int) -> String {
      Self.part("\(Self.form)\r\nX:\(String(repeating: "y", count: count))") + "--XX--"
    }
    #expect(try Self.read(text(rest)).parts.count == 1)
    #expect(throws: MultipartFault.headTooLong(at: 6)) { try Self.read(text(rest + 1)) }
  }

  @Test func `a text has a limit and is one`() throws {
    func form(_ content: String) throws -> Multipart {
      try Self.read(Self.part(Self.form, content) + "--XX--")
    }
    let most = try form(String(repeating: "y", count: Multipart.textBytesMax))
    #expect(try most.text(of: most.parts[0]).utf8.count == Multipart.textBytesMax)
    let more = try form(String(repeating: "y", count: Multipart.textBytesMax + 1))
    #expect(throws: MultipartFault.textTooLong(at: 50)) { try more.text(of: more.parts[0]) }
    let none = try form("a\u{0}")
    #expect(throws: MultipartFault.noText(at: 50)) { try none.text(of: none.parts[0]) }
  }
}
