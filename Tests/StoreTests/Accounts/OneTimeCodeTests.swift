import Market
import Proving
import Store
import Testing

@Suite struct OneTimeCodeTests {
  private static let secret = Array("12345678901234567890".utf8)

  /// The examples of RFC 6238, of which apps show the last six digits.
  @Test(arguments: [
    (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
    (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
  ])
  func `the examples of the RFC come out`(seconds: Int64, code: String) {
    let step = TOTP.step(at: Instant(milliseconds: seconds * 1_000))
    #expect(OneTimeCode.code(of: Self.secret, step: step) == code)
  }

  /// The examples of RFC 4226.
  @Test func `the first ten are those of the RFC before it`() {
    let codes = (0..<10).map { OneTimeCode.code(of: Self.secret, step: $0) }
    #expect(
      codes == [
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
        "520489",
      ])
  }

  @Test(.enabled(if: AccountScripts.isThere))
  func `codes are those of pyotp`() throws {
    let seed: UInt64 = 20_260_314
    var random = Seeded(seed)
    let asked = (0..<2_000).map { _ -> ([UInt8], Int64) in
      let count = Int.random(in: 14...70, using: &random)
      let secret = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      return (secret, Int64.random(in: 0...100_000_000_000, using: &random))
    }
    let text = asked.map { "\(TOTP.base32($0.0)) \($0.1)\n" }.joined()
    let theirs = try AccountScripts.run("codes.py", on: text).split(separator: "\n")
    #expect(theirs.count == asked.count)
    for ((secret, seconds), code) in zip(asked, theirs) {
      let step = TOTP.step(at: Instant(milliseconds: seconds * 1_000 + 999))
      #expect(OneTimeCode.code(of: secret, step: step) == code, "seed \(seed): \(seconds)")
    }
  }

  @Test(
    .enabled(if: AccountScripts.isThere),
    arguments: [
      ("集市", "li.lei@example.com"), ("A & B: C/D", "a+b?c#d%20e=f"), ("x", "+8613800138000"),
    ])
  func `an app understands the address`(issuer: String, account: String) throws {
    let uri = TOTP.uri(of: Self.secret, issuer: issuer, account: account)
    let said = try AccountScripts.run("uri.py", on: uri).dropLast().split(separator: "\t")
    #expect(said == [issuer[...], account[...], TOTP.base32(Self.secret)[...], "287082"])
  }

  @Test func `a code is good while it is shown and once more`() {
    let step: Int64 = 37_037_036
    let code = OneTimeCode.code(of: Self.secret, step: step)
    func matched(_ milliseconds: Int64) -> Int64? {
      OneTimeCode.step(
        matching: code, secret: Self.secret, at: Instant(milliseconds: step * 30_000 + milliseconds)
      )
    }
    #expect(matched(-1) == nil)
    #expect(matched(0) == step)
    #expect(matched(29_999) == step)
    #expect(matched(30_000) == step)
    #expect(matched(59_999) == step)
    #expect(matched(60_000) == nil)
  }

  @Test func `blanks do not matter and nothing else is a code`() {
    let now = Instant(milliseconds: 59_000)
    func step(_ code: String, _ secret: [UInt8] = Self.secret) -> Int64? {
      OneTimeCode.step(matching: code, secret: secret, at: now)
    }
    for code in ["287082", "287 082", " 28 70 82\n"] { #expect(step(code) == 1) }
    for code in ["", "28708", "2870820", "287081", "+87082", "２８７０８２", "28708a"] {
      #expect(step(code) == nil)
    }
    #expect(step("287082" + String(repeating: " ", count: 60)) == nil)
    #expect(step("287082", Self.secret.dropLast() + [0]) == nil)
  }

  @Test func `of a backup code the digest is kept`() throws {
    let code = try #require(BackupCode("k7m2q-9xw4c"))
    let same = try #require(BackupCode("K7M2Q 9XW4C"))
    let other = try #require(BackupCode("k7m2q-9xw4d"))
    #expect(code.digest == same.digest)
    #expect(code.digest != other.digest)
    #expect(code.digest.count == 32)
  }
}
