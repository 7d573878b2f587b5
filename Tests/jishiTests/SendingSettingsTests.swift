import Foundation
import Proving
import Testing

/// How letters leave, as an operator says it.
@Suite struct SendingSettingsTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func config(_ words: [String], _ environment: [String: String] = [:]) throws -> Command {
    try Command.run(
      Command.ours("jishi"), ["config"] + words, in: folder.path, environment: environment)
  }

  @Test func `what is set is shown, without secrets`() throws {
    let words = [
      "--mail", "smtps://me%40x:topsecret@mail.example.com:465", "--mailfrom", "集市 <a@example.com>",
      "--sms", "https://sms.example.com/send",
    ]
    for form in [[], ["--json"]] {
      let shown = try config(words + form, ["JISHI_SMSKEY": "topsecret"])
      #expect(shown.code == 0, "\(shown.errors)")
      #expect(!shown.output.contains("topsecret"))
      #expect(shown.output.contains("smtps://me%40x:…@mail.example.com:465"))
      #expect(shown.output.contains("集市 <a@example.com>"))
      #expect(shown.output.contains("JISHI_SMSKEY"))
    }
  }

  @Test(arguments: [
    [], ["--mail", "folder"], ["--mail", "./letters"], ["--mail", "console"],
    ["--sms", "/var/spool/sms"], ["--sms", "console"], ["--devmail", "no"],
    ["--sms", "http://127.0.0.1:9000/send", "--smskey", "k"],
    ["--mail", "smtp://localhost:25?tls=none", "--url", "https://jishi.example"],
    ["--mail", "smtp://localhost:25?tls=none", "--mailfrom", "no-reply@jishi.example"],
    ["--mailfrom", "A, B & C <no-reply@jishi.example>"],
  ])
  func `each of these can be set`(words: [String]) throws {
    let shown = try config(words)
    #expect(shown.code == 0, "\(shown.errors)")
  }

  static let wrong: [([String], String)] = [
    (["--mail", "mail.example.com"], "mail must be a mail server, a folder such as ./letters"),
    (["--mail", "smtp://me:topsecret@m.cn?tls=none"], "would go to m.cn for all to read"),
    (["--mail", "smtps://me:topsecret@"], "mail must be"),
    (["--mail", "me:topsecret@mail.cn/x"], "mail must be"),
    (
      ["--mail", "smtps://mail.example.com"],
      "mailfrom is not set, and no mail comes from 127.0.0.1"
    ),
    (["--mailfrom", "nobody"], "mailfrom must be a mailbox"),
    (["--mailfrom", "A <nobody>"], "mailfrom must be a mailbox"),
    (["--mailfrom", "a@example.com\u{A}Bcc: b@example.com"], "mailfrom must be a mailbox"),
    (
      ["--sms", "http://sms.example.com/", "--smskey", "topsecret"], "sms must be the https address"
    ),
    (["--sms", "gateway", "--smskey", "topsecret"], "sms must be the https address"),
    (["--sms", "https://sms.example.com/"], "smskey is not set: give it as JISHI_SMSKEY"),
    (["--devmail", "maybe"], "devmail must be yes or no"),
  ]

  @Test(arguments: wrong)
  func `what cannot be is said in one sentence, and no secret repeated`(
    words: [String], sentence: String
  ) throws {
    let refused = try config(words)
    #expect(refused.code == 2)
    #expect(refused.errors.contains(sentence), "\(refused.errors)")
    #expect(!refused.errors.contains("topsecret"))
  }
}
