import FoundationEssentials
import Market
import Outside
import Pages
import Work

/// How letters and text messages leave, and in whose name. For who only tries the market they are put
/// into a folder.
struct SendingSettings: Sendable {
  private static let folderUsual = "data/mail"
  private static let folderWord = "folder"
  private static let consoleWord = "console"
  /// Where the site's own host is no name that mail could come from.
  private static let senderOfDemo = "no-reply@jishi.example"

  static let known = [
    Config.Known(
      name: "mail", form: "ADDRESS", usual: folderUsual,
      summary:
        "how letters leave: smtps://USER:SECRET@HOST:465, or smtp:// where TLS begins later; a folder that they are put into instead; or console"
    ),
    Config.Known(
      name: "mailfrom", form: "MAILBOX", usual: "",
      summary:
        "who letters are from, such as “集市 <no-reply@jishi.example>”; else no-reply at the host of `url`"
    ),
    Config.Known(
      name: "sms", form: "ADDRESS", usual: folderUsual,
      summary:
        "how text messages leave: the https address of a gateway of your own, a folder, or console"),
    Config.Known(
      name: "smskey", form: "KEY", usual: "",
      summary: "the key of that gateway; better in the environment than in a command"),
    Config.Known(
      name: "devmail", form: "yes|no", usual: "yes",
      summary:
        "whether a market that only this machine can see shows its letters at /dev/mail, when they go to a folder"
    ),
  ]

  let carriers: Carriers
  private let folders: [String]
  /// The folders of what is only put aside, for `/dev/mail`.
  let shelves: [String]

  init(_ values: [String: Config.Entry], _ origin: SiteOrigin) throws {
    let mailer = try Self.mailer(values["mail"])
    let messenger = try Self.messenger(values["sms"], key: values["smskey"]?.value ?? "")
    carriers = Carriers(
      mailer: mailer, messenger: messenger,
      sender: try Self.sender(values["mailfrom"], origin, mailer))
    var folders: [String] = []
    if case .folder(let path) = mailer { folders.append(path) }
    let isShown = try Config.flag(values["devmail"]) && !folders.isEmpty
    if case .folder(let path) = messenger, !folders.contains(path) { folders.append(path) }
    self.folders = folders
    shelves = isShown ? folders : []
  }

  /// A folder is made when something is put into it, but not those on the way to it. What cannot be made
  /// is told by whoever wants to put something there.
  func makeWay() {
    for folder in folders {
      let way = URL(fileURLWithPath: folder).deletingLastPathComponent()
      try? FileManager.default.createDirectory(at: way, withIntermediateDirectories: true)
    }
  }

  private static func mailer(_ entry: Config.Entry?) throws -> Mailer {
    let text = entry?.value ?? ""
    if text == consoleWord { return .console }
    if let path = folder(text) { return .folder(path) }
    do throws(MailServerError) {
      return .smtp(try MailServer(text))
    } catch {
      // It may hold a password, so it is not repeated.
      throw UsageError(
        "mail must be a mail server, a folder such as ./letters, or console (from \(entry?.source ?? "")). \(error)"
      )
    }
  }

  private static func messenger(_ entry: Config.Entry?, key: String) throws -> TextMessenger {
    let text = entry?.value ?? ""
    if text == consoleWord { return .console }
    if let path = folder(text) { return .folder(path) }
    let host = text.prefixMatch(of: /http:\/\/([a-z0-9.]+)[:\/]/).map { String($0.output.1) }
    let isLocal = host.map { $0 == "localhost" || $0.isLoopback } ?? false
    guard text.hasPrefix("https://") || isLocal, let url = WebURL(text) else {
      throw UsageError(
        "sms must be the https address of a gateway, a folder such as ./letters, or console (from \(entry?.source ?? ""))."
      )
    }
    guard !key.isEmpty else {
      throw UsageError("sms is a gateway, and smskey is not set: give it as JISHI_SMSKEY.")
    }
    return .web(TextGateway(url, key: key))
  }

  /// A word alone may be the name of a server that was not written in full.
  private static func folder(_ text: String) -> String? {
    if text == folderWord { return folderUsual }
    return text.contains("/") && !text.contains("://") && !text.contains("@") ? text : nil
  }

  private static func sender(
    _ entry: Config.Entry?, _ origin: SiteOrigin, _ mailer: Mailer
  ) throws -> Mailbox {
    let text = entry?.value ?? ""
    if text.isEmpty {
      if let usual = try? Mailbox(address: "no-reply@\(origin.host)") { return usual }
      guard case .smtp = mailer else { return try Mailbox(address: senderOfDemo) }
      throw UsageError(
        "mailfrom is not set, and no mail comes from \(origin.host): name a mailbox such as no-reply@jishi.example."
      )
    }
    let parts = text.wholeMatch(of: /(.*?)\s*<([^<>]*)>/)?.output
    let name = parts.flatMap { $0.1.isEmpty ? nil : String($0.1) }
    do throws(LetterFault) {
      return try Mailbox(name: name, address: parts.map { String($0.2) } ?? text)
    } catch {
      throw UsageError(
        "mailfrom must be a mailbox such as no-reply@jishi.example or 集市 <no-reply@jishi.example>, not “\(text.oneLine)” (from \(entry?.source ?? ""))."
      )
    }
  }
}

extension Config.Entry {
  /// Without what only its owner should know.
  var shown: String {
    switch name {
    case "smskey", "mediasecret": value.isEmpty ? "" : "…"
    case "mail": value.replacing(/:\/\/([^:@\/]*):[^@]*@/) { "://\($0.output.1):…@" }
    default: value
    }
  }
}

extension SiteOrigin {
  /// Nobody else can ask for it.
  var isOfThisMachine: Bool {
    host == "localhost" || host.hasSuffix(".localhost") || host.isLoopback
  }
}

extension String {
  /// The number of this machine for itself.
  var isLoopback: Bool {
    self == "::1" || wholeMatch(of: /(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}/) != nil
  }
}
