import Market

// A letter as it goes over the wire (RFC 5322 and 2045 to 2047): ASCII alone, and short lines.
extension Letter {
  /// No encoded text can have it: after an equals sign there are digits.
  private static let boundary = "=_jishi_part"

  package var bytes: [UInt8] {
    let head = [
      "Date: \(date.mailText)", "From: \(from.headText)", "To: \(to.headText)",
      "Subject: \(subject.headText)", "Message-ID: <\(id)@\(from.domain)>",
      // Who is away need not tell us.
      "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
      "Content-Type: multipart/alternative;\r\n boundary=\"\(Self.boundary)\"",
    ]
    let parts = [("text/plain", text), ("text/html", html)].map { type, content in
      "--\(Self.boundary)\r\nContent-Type: \(type); charset=utf-8\r\n"
        + "Content-Transfer-Encoding: quoted-printable\r\n\r\n\(content.quotedPrintable)\r\n"
    }
    let all = head.joined(separator: "\r\n") + "\r\n\r\n" + parts.joined()
    return Array("\(all)--\(Self.boundary)--\r\n".utf8)
  }

  /// For the eyes of an operator.
  package var shown: String {
    "To: \(to.name.map { "\($0) " } ?? "")<\(to.address)>\nSubject: \(subject)\n\n\(text)\n"
  }
}

extension Mailbox {
  /// No line is broken inside an address, however long it is.
  var headText: String {
    guard let name else { return "<\(address)>" }
    return "\(name.isSimpleWords ? "\"\(name)\"" : name.encodedWords)\r\n <\(address)>"
  }
}

extension String {
  /// Of what fits on one line of a head beside its name.
  private static let plainBytesMax = 60

  fileprivate var headText: String {
    let isPlain =
      utf8.count <= Self.plainBytesMax && utf8.allSatisfy { (0x20...0x7E).contains($0) }
      && first != " " && last != " " && !contains("=?")
    return isPlain ? self : encodedWords
  }

  /// What needs nothing but quotes.
  fileprivate var isSimpleWords: Bool {
    utf8.count <= String.plainBytesMax && wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9 .,'&\-]*/) != nil
  }
}

extension Instant {
  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// As `Tue, 1 Dec 2026 08:30:00 +0000`.
  var mailText: String {
    let day = Calendar.utc.day(of: self)
    let (year, month, number) = day.parts
    let weekday = Weekday.allCases.firstIndex(of: day.weekday) ?? 0
    let seconds = (self - Calendar.utc.start(of: day)).milliseconds / 1_000
    let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return "\(Self.days[weekday]), \(number) \(Self.months[month - 1]) \(year) \(clock) +0000"
  }
}
