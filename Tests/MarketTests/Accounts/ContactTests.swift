import Market
import Testing

@Suite struct ContactTests {
  private static let longest =
    String(repeating: "a", count: 64) + "@"
    + Array(repeating: "b63456789", count: 18).joined(separator: ".") + ".exampleaa"

  @Test(arguments: [
    "a@b.cn", "A.B@Example.COM", "a+b@example.com", "o'neil@example.com", "a_b-c@x-y.example",
    "1@2.example", "a@xn--fiqs8s.xn--fiqs8s", "a@1.2.3.x4", longest,
    "a@" + String(repeating: "b", count: 63) + ".cn",
  ])
  func `an address where mail arrives`(email: String) throws {
    #expect(try Contact(email: email).email == email.lowercased())
  }

  @Test(arguments: [
    "", "@", "a", "a@", "@b.cn", "a@b", "a@b.", "a@.cn", "a@b..cn", "a@@b.cn", "a@b@c.cn",
    ".a@b.cn", "a.@b.cn", "a..b@c.cn", " a@b.cn", "a@b.cn ", "a b@c.cn", "a@b .cn", "a\n@b.cn",
    "a@b.cn\r\nBcc: c@d.cn", "a\u{0}@b.cn", "a\u{7F}@b.cn", "é@b.cn", "a@中国.cn", "a,c@b.cn",
    "a;c@b.cn", "<a@b.cn>", "\"a\"@b.cn", "(x)a@b.cn", "a@[127.0.0.1]", "a@127.0.0.1", "a@-b.cn",
    "a@b-.cn", "a@b_c.cn", "a:b@c.cn", "a\\@b.cn", longest + "s",
    String(repeating: "a", count: 65) + "@b.cn", "a@" + String(repeating: "b", count: 64) + ".cn",
  ])
  func `what mail cannot be sent to`(email: String) {
    #expect(throws: AccountError.unfitContact(email)) { try Contact(email: email) }
    #expect(throws: AccountError.unfitContact(email)) {
      try Contact(email: email, phone: "+8613800138000")
    }
  }

  @Test(arguments: ["+12345678", "+123456789012345", "+8613800138000"])
  func `a telephone number`(phone: String) throws {
    #expect(try Contact(phone: phone).phone == phone)
  }

  @Test(arguments: [
    "", "+", "8613800138000", "+1234567", "+1234567890123456", "+0123456789", "+86 13800138000",
    "+86-1380013800", "++8613800138000", "+８６１３８００１３８０００", "+12345678\n", "+1234567a",
    "00861380013800",
    "+12345678;ext=1",
  ])
  func `what nobody can call`(phone: String) {
    #expect(throws: AccountError.unfitContact(phone)) { try Contact(phone: phone) }
    #expect(throws: AccountError.unfitContact(phone)) {
      try Contact(email: "a@b.cn", phone: phone)
    }
  }

  @Test func `somebody must be reached somehow`() {
    #expect(throws: AccountError.unfitContact("")) { try Contact() }
  }

  @Test func `the longest address is as long as one may be`() {
    #expect(Self.longest.utf8.count == Contact.emailBytesMax)
  }
}
