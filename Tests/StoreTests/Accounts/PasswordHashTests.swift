import Market
import Testing

@testable import Store

@Suite struct PasswordHashTests {
  @Test(arguments: ["集市 correct horse", "a", "", String(repeating: "字", count: 128), "a\u{0}b"])
  func `a password matches its own hash and no other does`(password: String) throws {
    let hash = try PasswordHash.make(password)
    #expect(hash.matches(password))
    #expect(!hash.matches(password + "x"))
    #expect(!hash.matches("another"))
    #expect(!hash.isWeak)
  }

  @Test func `what follows a NUL counts too`() throws {
    #expect(try !PasswordHash.make("a\u{0}b").matches("a\u{0}c"))
  }

  @Test func `no two hashes are alike`() throws {
    #expect(try PasswordHash.make("the same").text != PasswordHash.make("the same").text)
  }

  /// Made by argon2-cffi 25.1.
  @Test(arguments: [
    (
      "集市 correct horse",
      "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg"
        + "$zFMCrdr8W6QS4TFjLA5l+Pp1NkKUGlHjcoN2J08dm7o", false
    ),
    (
      "集市 correct horse",
      "$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHRzYWx0c2FsdA"
        + "$lKtdD5RL29WadPt6SH8NBaFxiKkGMkE/iEy7FBngZyA", true
    ),
    (
      "older",
      "$argon2id$v=19$m=8192,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg"
        + "$M5HfRoo1EMNW3gRmV+FWgMiq56HYzAvqjRsGj2nhjo8", true
    ),
  ])
  func `a hash that others made is understood`(password: String, text: String, isWeak: Bool) {
    let hash = PasswordHash(text: text)
    #expect(hash.matches(password))
    #expect(!hash.matches("Older"))
    #expect(hash.isWeak == isWeak)
  }

  @Test(arguments: [
    "", "$argon2id$", "plain", "$argon2id$v=19$m=19456,t=2,p=1$",
    // Of argon2i, and of nobody who asks us.
    "$argon2i$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg"
      + "$w25bs8jXnrB5JyPe9GG4eOiNmLFL+vrjcTibyQAF0HI",
  ])
  func `what is no hash of ours matches nothing`(text: String) {
    let hash = PasswordHash(text: text)
    #expect(!hash.matches("other kind"))
    #expect(!hash.matches(""))
    #expect(hash.isWeak)
  }

  /// Of the composed letters, by argon2-cffi.
  @Test func `letters are the same however they were typed`() {
    let hash = PasswordHash(
      text: "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg"
        + "$Y0HZk7rspthsDQy917JnWUBTi0Xhx4YvCpUVAKgSS4U")
    #expect(hash.matches("Cafe\u{301} \u{1100}\u{1161}"))
    #expect(hash.matches("Caf\u{E9} \u{AC00}"))
    #expect(!hash.matches("Cafe \u{AC00}"))
  }

  @Test func `what is longer than any password is not hashed`() throws {
    let longest = String(repeating: "a", count: PasswordRules.bytesMax)
    #expect(try PasswordHash.make(longest).matches(longest))
    #expect(throws: PasswordHashError.tooLong) { try PasswordHash.make(longest + "a") }
    #expect(try !PasswordHash.make(longest).matches(longest + "a"))
    // Each becomes three letters, as that of no composition is.
    let growing = String(repeating: "\u{FB2C}", count: PasswordRules.bytesMax / 3)
    #expect(try PasswordHash.make(growing).matches(growing))
  }

  @Test func `nobody's hash is as much work as one of ours and matches nothing`() throws {
    #expect(!PasswordHash.ofNobody.isWeak)
    #expect(!PasswordHash.ofNobody.matches(""))
    let own = try PasswordHash.make("a").text.split(separator: "$")
    let nobodys = PasswordHash.ofNobody.text.split(separator: "$")
    #expect(own.dropLast(2) == nobodys.dropLast(2))
    #expect(own.map(\.count) == nobodys.map(\.count))
  }

  @Test func `nothing of it is printed`() throws {
    let hash = try PasswordHash.make("secret")
    var dumped = ""
    dump(hash, to: &dumped)
    for text in ["\(hash)", String(reflecting: hash), dumped] { #expect(!text.contains("argon2")) }
  }
}
