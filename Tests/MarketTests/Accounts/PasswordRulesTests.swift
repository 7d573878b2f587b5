import Market
import Proving
import Testing

@Suite struct PasswordRulesTests {
  private func fault(
    _ password: String, email: String? = nil, phone: String? = nil, name: String? = nil
  ) throws -> PasswordFault? {
    let contact = email == nil && phone == nil ? nil : try Contact(email: email, phone: phone)
    return PasswordRules.fault(of: password, for: contact, name: name)
  }

  @Test(arguments: [
    "kX9#vTq2", "correct horse battery staple", "竹杖芒鞋轻胜马谁怕", "une phrase assez longue",
    "mvzjrhqtk", "4829-3071-5566", "x7Gp!wqL0", "я люблю борщ сильно", "raft gnome pill tusk",
    "Zb8w3f0Xk1", "password manager said so", "welcome2workshop",
  ])
  func `what nobody would try is taken`(password: String) throws {
    #expect(
      try fault(password, email: "li.lei@example.com", phone: "+8613912345670", name: "李雷") == nil)
  }

  @Test(arguments: [
    "123456789", "12345678", "87654321", "1234567890", "0987654321", "woaini1314", "Woaini520",
    "5201314520", "a123456789", "a1234567", "abc123456", "123456abc", "qwertyui", "Qwerty123",
    "poiuytre", "asdfghjkl", "zxcvbnm123", "1qaz2wsx", "1q2w3e4r", "1q2w3e4r5t", "qazwsxedc",
    "abcdefgh", "hgfedcba", "xyzabcde", "aaaaaaaa", "11111111", "abababab", "12121212", "abcabcabc",
    "woaiwoai", "password", "PASSWORD", "P@ssw0rd", "pa$$w0rd", "p4ssw0rd!", "password1",
    "password2024", "1999password", "password73918264", "Password!!!", "iloveyou", "iloveyou2",
    "1loveY0u", "wangwei1990", "zhang123456", "liming88888", "dragon2020", "letmein!",
    "welcome1", "admin123", "administrator", "jishi2026", "jishi123", "集市集市集市集市", "集市12345678",
    "我爱你12345678", "密码123456", "ｐａｓｓｗｏｒｄ", "１２３４５６７８", "qweasdzxc", "147258369", "123123123",
    "11223344", "88888888", "!@#$%^&*", "abcd1234", "1234qwer", "monkeydragon", "sunshine99",
  ])
  func `what everybody would try is refused`(password: String) throws {
    #expect(try fault(password) == .common)
  }

  @Test(arguments: [
    "xq.gervaise@vkontor.example", "gervaise", "gervaise1", "GERVAISE-1987", "g3rv41s3",
    "9gervaise9",
    "vkontor2020", "13971420538", "+8613971420538", "8613971420538", "71420538", "a71420538b",
    "ouyangnana", "OuyangNana1", "oyNN0538", "欧阳娜娜2020!", "nana1984", "gervaise0538",
  ])
  func `what is known of a person is refused to that person alone`(password: String) throws {
    #expect(try fault(password) == nil)
    let personal = try fault(
      password, email: "xq.gervaise@vkontor.example", phone: "+8613971420538", name: "欧阳娜娜")
    #expect(personal == .personal)
  }

  @Test func `lengths are counted in characters`() throws {
    #expect(try fault("kX9#vTq") == .tooShort(min: 8))
    #expect(try fault("") == .tooShort(min: 8))
    #expect(try fault("e\u{301}o\u{308}u\u{308}a\u{30A}") == .tooShort(min: 8))
    let long = String((0..<128).map { Character(Unicode.Scalar(0x4E00 + $0 * 37) ?? "x") })
    #expect(try fault(long) == nil)
    #expect(try fault(long + "x") == .tooLong(max: 128))
    #expect(try fault("👨‍👩‍👧‍👦👩🏽‍🚀🏴‍☠️👨‍👩‍👧🤷🏿‍♀️🧑‍🌾❤️‍🔥👩‍👩‍👦") == nil)
    let heavy = "a" + String(repeating: "\u{301}", count: PasswordRules.bytesMax)
    #expect(try fault(heavy) == .tooLong(max: 128))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `what is drawn at random is taken`(seed: UInt64) throws {
    var random = Seeded(seed)
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    for _ in 0..<200 {
      let drawn = String((0..<8).compactMap { _ in letters.randomElement(using: &random) })
      #expect(try fault(drawn) == nil, "seed \(seed): \(drawn)")
    }
  }

  @Test func `a long one is looked at in no time`() throws {
    let hard = String(repeating: "abcxyq", count: 20)
    let looked = try ContinuousClock().measure { _ = try fault(hard) }
    #expect(looked < .seconds(2), "\(looked)")
  }
}
