import HTTP
import Market
import Pages

// What comes of a visit. All of it is for one person and one moment, unless it says otherwise.
extension Visit {
  /// What was to be said is said on it.
  func page(_ view: some Printable, status: Status = .ok) -> Answer {
    page(printer.print(view, in: edition), status: status, forget: flash != nil)
  }

  func page(_ bytes: [UInt8], status: Status = .ok, forget flash: Bool = false) -> Answer {
    var lines = [
      ("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store, no-transform"),
      ("Content-Language", locale.tag),
    ]
    if guest.isNew { lines.append(("Set-Cookie", cookie(Guest.cookie, guest.secret))) }
    if flash { lines.append(("Set-Cookie", cookie(Flash.cookie, "", maxAge: 0))) }
    return Answer(status, FieldLines(protecting: lines), .bytes(bytes))
  }

  func json(_ json: JSON, status: Status = .ok, keep seconds: Int? = nil) -> Answer {
    let keeping = seconds.map { "public, max-age=\($0)" } ?? "no-store"
    return Answer(
      status,
      FieldLines(protecting: [
        ("Content-Type", "application/json"), ("Cache-Control", keeping),
      ]), .bytes(json.bytes))
  }

  /// After something was done: who loads that page again does not do it again.
  func redirect(to path: String, saying flash: Flash? = nil) -> Answer {
    var lines = [("Location", path), ("Cache-Control", "no-store")]
    if let flash { lines.append(("Set-Cookie", cookie(Flash.cookie, flash.text, maxAge: 60))) }
    return Answer(.seeOther, FieldLines(protecting: lines), .bytes([]))
  }

  func cookie(_ name: String, _ value: String, maxAge: Int? = nil) -> String {
    Cookie(
      Cookie.name(name, isSecure: isSecure), value, maxAge: maxAge, isSecure: isSecure
    ).line
  }

  /// What was told to be said on the next page.
  var flash: Flash? {
    Cookies(request)[Cookie.name(Flash.cookie, isSecure: isSecure)].flatMap(Flash.init)
  }
}

extension FieldLines {
  /// These, and what every answer tells the browser not to allow.
  init(protecting lines: [(String, String)]) {
    self.init(lines)
    add(Protection.fields)
  }
}

/// One thing to be said on the page that comes next. It travels in a cookie that anybody can write for
/// himself, so it names one of our sentences and carries nothing but a number to quote.
struct Flash: Sendable {
  static let cookie = "flash"

  enum Kind: String {
    case reported
    case signedOut
    case passwordChanged
    case closed
    case sentAgain
    /// The receipt says what.
    case done
    case studio
    case moderation
  }

  let kind: Kind
  let receipt: String

  init(_ kind: Kind, _ receipt: String = "") { (self.kind, self.receipt) = (kind, receipt) }

  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let kind = Kind(rawValue: parts[0]), parts[1].utf8.count <= 64,
      parts[1].utf8.allSatisfy({ $0.isLetter || $0.isDigit })
    else { return nil }
    self.init(kind, parts[1])
  }

  var text: String { "\(kind.rawValue).\(receipt)" }

  /// The case that it names, if it is of this kind.
  func choice<Choice: CaseIterable>(_ kind: Kind) -> Choice? {
    kind == self.kind
      ? Choice.allCases.first { "\($0)".utf8.elementsEqual(receipt.utf8) } : nil
  }
}
