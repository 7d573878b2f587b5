import Foundation
import Market
import Outside
import Pages
import Proving
import Store
import Testing
import Theme
import Work

/// What letters are printed with, and what carries them, in tests.
enum Press {
  static let moment = String(start.milliseconds, radix: 36)

  private static let root = URL(filePath: #filePath)
    .appending(path: "../../..").standardized.path()

  /// The theme of the repository, and a site with nothing in it.
  static let printer = Result {
    let theme = try LoadedTheme(
      forPagesOf: "default", in: "\(root)/themes", locales: "\(root)/locales")
    let site = SiteFacts(origin: try #require(SiteOrigin("https://jishi.example")))
    let facts = MarketFacts(
      catalogue: CatalogueRecord([], seen: 0), rules: .standard, calendar: .china)
    return Printer(
      theme,
      try [Market.Locale.chinese, .english].map {
        try Edition($0, of: site, in: theme, facts, Library([], []))
      })
  }

  static func carriers(_ mailer: Mailer, _ messenger: TextMessenger = .console) throws -> Carriers {
    Carriers(
      mailer: mailer, messenger: messenger,
      sender: try Mailbox(address: "no-reply@jishi.example"))
  }

  /// Both into the folder `mail` of a test.
  static func folder(_ ground: Ground) throws -> Carriers {
    let path = ground.folder.file("mail")
    return try carriers(.folder(path), .folder(path))
  }
}

extension Ground {
  /// What lies in the folder `mail`.
  func letters() throws -> [(name: String, text: String)] {
    let path = folder.file("mail")
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted().map {
      ($0, try String(contentsOfFile: "\(path)/\($0)", encoding: .utf8))
    }
  }
}

extension Store {
  @discardableResult
  func post(
    _ subject: Market.Notification.Subject, to recipient: String,
    in language: Market.Locale = .chinese
  ) async throws -> ID<Outgoing> {
    let channel =
      recipient.hasPrefix("+")
      ? Market.Notification.textChannel : Market.Notification.mailChannel
    let body = Market.Notification(subject, in: language).text
    return try await write { try $0.post(channel, to: recipient, body, at: start) }.value
  }

  /// Somebody called Ada.
  func member() async throws -> ID<Account> {
    let contact = try Contact(email: "chen.he@example.com")
    return try await write {
      try $0.openAccount(
        name: "Ada", contact: contact, locale: .english, by: .operator, at: start
      ).id
    }.value
  }

  /// All that is due.
  func work(
    off carriers: Carriers, at clock: Clock = Clock(),
    tell: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws {
    let printer = try Press.printer.get()
    let handler = Sending.handler(carriers, press: { _ in printer }, clock: { clock.now })
    let settings = Worker.Settings([Outgoing.taskKind: handler]) { clock.now }
    try await Worker.run(settings, on: self, untilIdle: true) { tell($0.words) }
  }
}
