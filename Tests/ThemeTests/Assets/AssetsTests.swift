import Testing

@testable import Theme

@Suite struct AssetsTests {
  static let beginnings: [(ImageKind, [UInt8])] = [
    (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]),
    (.jpg, [0xFF, 0xD8, 0xFF, 0xE0]),
    (.webp, Array("RIFF1234WEBPVP8 ".utf8)),
    (.avif, [0, 0, 0, 20] + Array("ftypmif1".utf8) + [0, 0, 0, 0] + Array("avif".utf8)),
    (.ico, [0, 0, 1, 0, 1, 0]),
  ]

  @Test func `an image is what its ending says`() throws {
    for (kind, bytes) in Self.beginnings {
      for (other, _) in Self.beginnings {
        let file = SourceFile(path: "images/a.\(other)", bytes: bytes)
        let theme = try ThemeFiles("mine", layers: [["images/a.\(other)": file]])
        let made = try? Assets(theme)
        #expect((made != nil) == (kind == other), "\(kind) as \(other)")
        #expect(made?.files.first?.bytes == (kind == other ? bytes : nil))
        #expect(made?.files.first?.contentType == (kind == other ? kind.contentType : nil))
      }
    }
    #expect(faults(["images/a.png": "", "images/b.jpg": "<svg/>"]).count == 2)
  }

  @Test func `the digest is the one that others make of the same bytes`() throws {
    // printf '' | sha256sum
    #expect(Fingerprint.of([]) == "e3b0c44298fc")
    let made = try assets(["scripts/a.js": ""])
    #expect(made.addresses == ["a.js": "/a/a-e3b0c44298fc.js"])
  }

  @Test(arguments: ["styles/a.css", "scripts/a.js", "icons/a.svg", "images/a.svg"])
  func `files are text in UTF-8, and begin with nothing before it`(path: String) throws {
    let text = [
      "css": "a { content: '%' }", "js": "let a = '%';",
      "svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><title>%</title></svg>",
    ]
    let line = try #require(text[String(path.split(separator: ".").last ?? "")])
    let broken = "\n集\(line)".utf8.map { $0 == UInt8(ascii: "%") ? 0xE9 : $0 }
    let column = line.prefix { $0 != "%" }.count + 2
    let found = told(SourceFile(path: path, bytes: broken), at: path)
    #expect(
      found == ["\(path):2:\(column): found the byte 0xE9, expected text in UTF-8"], "\(found)")
    #expect(
      faults([path: "\u{FEFF}\(line)"]) == [
        "\(path):1:1: found a byte order mark, expected UTF-8 without it"
      ])
    #expect(told(SourceFile(path: path, bytes: [0xFF]), at: path).count == 1)
  }

  private func told(_ file: SourceFile, at path: String) -> [String] {
    do throws(Faults) {
      _ = try Assets(try ThemeFiles("mine", layers: [[path: file]]))
      return []
    } catch {
      return error.all.map(\.description)
    }
  }

  @Test func `the same theme makes the same files, in the same order`() throws {
    var texts: [String: String] = [:]
    for number in 0..<30 {
      texts["styles/\(number).css"] = "a\(number){top:0}"
      texts["icons/i\(number).svg"] = "<svg viewBox=\"0 0 \(number + 1) 1\"/>"
      texts["scripts/s\(number).js"] = number == 0 ? "" : "import './s\(number - 1).js'"
    }
    let first = try assets(texts)
    let again = try assets(Dictionary(uniqueKeysWithValues: texts.shuffled()))
    #expect(first.files == again.files)
    #expect(first.addresses == again.addresses)
    #expect(first.files.map(\.name) == first.files.map(\.name).sorted())
  }

  @Test func `an image cannot have the name of all icons together`() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"
    #expect(
      faults(["images/icons.svg": svg, "icons/a.svg": svg]) == [
        "images/icons.svg:1:1: found an image with the name “icons.svg”, expected another name: templates know all of icons/ by this one"
      ])
  }

  @Test func `a photograph may end with either of its two endings`() throws {
    let bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]
    let file = SourceFile(path: "images/a.jpeg", bytes: bytes)
    let made = try Assets(try ThemeFiles("mine", layers: [["images/a.jpeg": file]]))
    #expect(made.files.map(\.contentType) == ["image/jpeg"])
    #expect(made.addresses["a.jpeg"]?.hasSuffix(".jpeg") == true)
    #expect(faults(["images/b.jpeg": "<svg/>"]).count == 1)
  }

  @Test func `a new theme is whole and changes what it says`() throws {
    let files = ThemeSkeleton.files(named: "tea")
    #expect(files.map(\.path) == ["README.md", "styles/80-tea.css"])
    var layer: [String: SourceFile] = [:]
    for (path, text) in files { layer[path] = SourceFile(path: path, text) }
    let theme = try ThemeFiles(
      "tea", layers: [["styles/10-a.css": SourceFile(path: "a", ":root{--seal:red}")], layer])
    let style = try Assets(theme).text("style.css")
    #expect(style.hasPrefix(":root{--seal:red}:root{--seal:#2a5580;"))
    #expect(!style.contains("/*"))
  }
}
