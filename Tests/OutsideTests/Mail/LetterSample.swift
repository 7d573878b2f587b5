import Market
import Outside

extension Letter {
  static func sample(
    from: Mailbox? = nil, to: Mailbox? = nil, subject: String = "Your code: 123456",
    text: String = "Your code is 123456.", html: String = "<p>Your code is <b>123456</b>.</p>",
    id: String = "code-1", date: Instant = Instant(milliseconds: 1_796_113_800_000)
  ) throws -> Letter {
    try Letter(
      from: from ?? Mailbox(name: "Jishi", address: "no-reply@jishi.example"),
      to: to ?? Mailbox(address: "li.lei@example.com"), subject: subject, text: text, html: html,
      id: id, date: date)
  }
}
