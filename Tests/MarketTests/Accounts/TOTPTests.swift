import Market
import Proving
import Testing

@Suite struct TOTPTests {
  @Test func `a step lasts half a minute`() {
    let moments: [(Int64, Int64)] = [
      (0, 0), (29_999, 0), (30_000, 1), (59_999, 1), (60_000, 2), (-1, -1), (-30_000, -1),
      (1_111_111_109_000, 37_037_036),
    ]
    for (milliseconds, step) in moments {
      #expect(TOTP.step(at: Instant(milliseconds: milliseconds)) == step)
    }
  }

  /// The examples of RFC 4648, without their ends.
  @Test(arguments: [
    ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
    ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
  ])
  func `a secret is typed in base 32`(bytes: String, text: String) {
    #expect(TOTP.base32(Array(bytes.utf8)) == text)
  }

  @Test func `an app is told all that it needs`() {
    #expect(
      TOTP.uri(of: Array("foobar".utf8), issuer: "集市 A:B", account: "a+b&c@example.com")
        == "otpauth://totp/%E9%9B%86%E5%B8%82%20A%3AB:a%2Bb%26c%40example.com"
        + "?secret=MZXW6YTBOI&issuer=%E9%9B%86%E5%B8%82%20A%3AB"
        + "&algorithm=SHA1&digits=6&period=30")
  }

  @Test func `a secret is as long as it should be and never the same`() {
    var random = Seeded(1)
    let secrets = (0..<100).map { _ in TOTP.secret(using: &random) }
    #expect(secrets.allSatisfy { $0.count == 20 })
    #expect(Set(secrets).count == 100)
  }
}
