import Market
import Proving
import Testing

@testable import Outside

@Suite struct LetterTests {
  private func text(_ letter: Letter) -> String { String(decoding: letter.bytes, as: UTF8.self) }

  @Test func `a letter of English is as it was written`() throws {
    let lines = try text(.sample()).split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(
      lines.map(String.init) == [
        "Date: Tue, 1 Dec 2026 08:30:00 +0000", "From: \"Jishi\"", " <no-reply@jishi.example>",
        "To: <li.lei@example.com>", "Subject: Your code: 123456",
        "Message-ID: <code-1@jishi.example>", "Auto-Submitted: auto-generated",
        "MIME-Version: 1.0", "Content-Type: multipart/alternative;", " boundary=\"=_jishi_part\"",
        "", "--=_jishi_part", "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable", "", "Your code is 123456.",
        "--=_jishi_part", "Content-Type: text/html; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable", "", "<p>Your code is <b>123456</b>.</p>",
        "--=_jishi_part--", "",
      ])
  }

  @Test func `an operator sees to whom it goes and what it says`() throws {
    let letter = try Letter.sample(to: Mailbox(name: "韩梅梅", address: "han@example.com"))
    #expect(
      letter.shown
        == "To: 韩梅梅 <han@example.com>\nSubject: Your code: 123456\n\nYour code is 123456.\n")
  }

  @Test(arguments: [
    (0, "Thu, 1 Jan 1970 00:00:00 +0000"), (951_827_696_999, "Tue, 29 Feb 2000 12:34:56 +0000"),
    (1_798_761_599_000, "Thu, 31 Dec 2026 23:59:59 +0000"),
  ])
  func `a moment is told as letters tell it`(milliseconds: Int64, text: String) {
    #expect(Instant(milliseconds: milliseconds).mailText == text)
  }

  static let breaks = ["a\r\nBcc: x@y.cn", "a\nb", "a\rb", "a\u{0}b", "a\u{85}b", "a\u{2028}b"]

  @Test(arguments: breaks)
  func `nothing in the head begins another line`(text: String) throws {
    #expect(throws: LetterFault.subject) { try Letter.sample(subject: text) }
    #expect(throws: LetterFault.name) { try Mailbox(name: text, address: "a@b.cn") }
    #expect(throws: LetterFault.address) { try Mailbox(address: text) }
    #expect(throws: LetterFault.address) { try Mailbox(address: "a@b.cn\(text)") }
    #expect(throws: LetterFault.id) { try Letter.sample(id: text) }
  }

  @Test(arguments: ["", " ", "a@", "a,b@c.cn", "<a@b.cn>", "a@b.cn>", "a b@c.cn", "é@b.cn"])
  func `what is no address is not written to`(address: String) {
    #expect(throws: LetterFault.address) { try Mailbox(address: address) }
  }

  @Test func `what cannot be read is not sent`() throws {
    for text in ["", " \n", "a\u{0}b", "a\u{1B}[2Jb"] {
      #expect(throws: LetterFault.text) { try Letter.sample(text: text) }
      #expect(throws: LetterFault.html) { try Letter.sample(html: text) }
    }
    for id in ["", "a b", "a@b", "<a>", "../a", ".a", String(repeating: "a", count: 81), "标"] {
      #expect(throws: LetterFault.id) { try Letter.sample(id: id) }
    }
    #expect(throws: LetterFault.subject) { try Letter.sample(subject: "") }
    #expect(throws: LetterFault.subject) {
      try Letter.sample(subject: String(repeating: "a", count: Letter.subjectCharactersMax + 1))
    }
    #expect(throws: LetterFault.name) {
      try Mailbox(
        name: String(repeating: "a", count: Mailbox.nameCharactersMax + 1), address: "a@b.cn")
    }
    #expect(throws: LetterFault.html) {
      try Letter.sample(html: String(repeating: "a", count: Letter.htmlBytesMax + 1))
    }
  }

  @Test func `each fault has words of its own`() {
    #expect(Set(LetterFault.allCases.map(\.description)).count == LetterFault.allCases.count)
  }

  @Test(arguments: [
    ("", ""), ("a=b", "a=3Db"), ("a \nb\t", "a=20\r\nb=09"), (".", "."),
    ("a\r\nb\rc\n", "a\r\nb\r\nc\r\n"),
    ("é", "=C3=A9"), ("\r\n\r\n", "\r\n\r\n"), ("a\n\rb", "a\r\n\r\nb"),
    (String(repeating: "a", count: 75), String(repeating: "a", count: 75)),
    (String(repeating: "a", count: 76), String(repeating: "a", count: 75) + "=\r\na"),
    (String(repeating: "a", count: 75) + ".", String(repeating: "a", count: 75) + "=\r\n."),
  ])
  func `quoted printable says all`(text: String, quoted: String) {
    #expect(text.quotedPrintable == quoted)
  }

  @Test func `no letter is cut in two in a head`() {
    let words = String(repeating: "集市😀", count: 12).encodedWords.split(separator: "\r\n ")
    #expect(words.count > 2)
    #expect(words.allSatisfy { $0.count <= 67 && $0.hasPrefix("=?UTF-8?B?") && $0.hasSuffix("?=") })
  }
}
