import Proving
import Testing
import Theme

@Suite struct QRCodeTests {
  private static let longest = String(repeating: "a", count: 2_331)

  /// As a screen shows it.
  private func rows(_ code: QRCode) throws -> [[Bool]] {
    var rows = Array(repeating: Array(repeating: false, count: code.size), count: code.size)
    var rest = code.path[...]
    while !rest.isEmpty {
      let run = try #require(rest.prefixMatch(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/))
      let (x, y) = (try #require(Int(run.1)), try #require(Int(run.2)))
      let width = try #require(Int(run.3))
      #expect(run.3 == run.4)
      for column in x..<x + width {
        #expect(!rows[y][column], "drawn twice")
        rows[y][column] = true
      }
      rest = rest[run.range.upperBound...]
    }
    return rows
  }

  @Test(
    .enabled(if: AccountScripts.isThere),
    arguments: [
      "a", "集市 ✓", "line\nline", "https://jishi.example/a?b=c&d=%20#é",
      "otpauth://totp/%E9%9B%86%E5%B8%82:li.lei%40example.com"
        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E9%9B%86%E5%B8%82"
        + "&algorithm=SHA1&digits=6&period=30",
      String(repeating: "字", count: 300),
    ])
  func `a reader reads what was written`(text: String) throws {
    let code = try #require(QRCode(text))
    let picture = try rows(code).map { $0.map { $0 ? "#" : "." }.joined() + "\n" }.joined()
    #expect(try AccountScripts.run("qr.py", on: picture) == text)
  }

  @Test func `around it four squares are free`() throws {
    let code = try #require(QRCode("a"))
    #expect(code.size == 21 + 8)
    let rows = try rows(code)
    for (y, row) in rows.enumerated() {
      for (x, isDark) in row.enumerated() where isDark {
        #expect((4..<25).contains(x) && (4..<25).contains(y))
      }
    }
    #expect(rows[4][4..<11].allSatisfy { $0 })
    #expect(code.path.hasPrefix("M4 4h7v1h-7z"))
  }

  @Test func `a text that fits in none has none`() {
    #expect(QRCode("") == nil)
    #expect(QRCode("a\u{0}b") == nil)
    #expect(QRCode(Self.longest)?.size == 177 + 8)
    #expect(QRCode(Self.longest + "a") == nil)
  }
}
