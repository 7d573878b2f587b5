import FoundationEssentials
import Glibc
import HTTP
import Market
import Pages

/// Shows whoever tries the market on his own machine the letters that would have been sent: nobody else
/// may ever see them, since they hold codes. Where it might be somebody else, there is nothing.
struct MailShelf: Sendable {
  private static let path = "/dev/mail"
  private static let shownMax = 50
  private static let bytesMax: Int64 = 4 << 20
  /// What a machine in front adds, behind which anybody may be.
  private static let forwarding = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"]

  private let folders: [String]

  /// Nil unless letters go to a folder, only this machine can ask, and the site is meant for it alone.
  init?(_ config: Config) {
    let isAlone =
      config.site.origin.isOfThisMachine
      && config.serving.endpoints.allSatisfy { $0.path == nil && $0.host.isLoopback }
    guard isAlone, !config.sending.shelves.isEmpty else { return nil }
    folders = config.sending.shelves
  }

  /// Nil for what others answer.
  func answer(to request: Request) -> Answer? {
    let target = request.target.prefix { $0 != "?" }
    guard ["GET", "HEAD"].contains(request.method), request.peer.isLoopback,
      !Self.forwarding.contains(where: { request.fields[$0] != nil })
    else { return nil }
    if target == Self.path { return page }
    guard target.hasPrefix(Self.path + "/") else { return nil }
    let name = String(target.dropFirst(Self.path.utf8.count + 1))
    if name == "style.css" { return Self.answer("text/css", Self.style) }
    guard let letter = read(name) else { return nil }
    return Self.answer("text/plain", letter.shown)
  }

  private static func answer(_ type: String, _ text: String) -> Answer {
    var fields = FieldLines([
      ("Content-Type", "\(type); charset=utf-8"), ("Cache-Control", "no-store, no-transform"),
      ("X-Robots-Tag", "noindex"),
    ])
    fields.add(Protection.fields)
    return Answer(.ok, fields, .bytes(Array(text.utf8)))
  }

  // MARK: The folders

  /// It names a file of ours right in the folder, and nothing else.
  private static func isFit(_ name: String) -> Bool {
    name.utf8.count <= 255 && name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._\-]*\.(?:eml|txt)/) != nil
  }

  private func read(_ name: String) -> PutLetter? {
    guard Self.isFit(name) else { return nil }
    return folders.lazy.compactMap { Self.file("\($0)/\(name)") }.first.map {
      PutLetter($0, isMail: name.hasSuffix(".eml"))
    }
  }

  /// Nil for what is no plain file.
  private static func file(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size <= bytesMax
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
    let count = Glibc.read(file, &bytes, bytes.count)
    return count == bytes.count ? bytes : nil
  }

  /// The newest first.
  private var newest: [(name: String, at: Instant)] {
    var found: [(name: String, at: Instant)] = []
    for folder in folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names where Self.isFit(name) {
        var facts = stat()
        guard lstat("\(folder)/\(name)", &facts) == 0 else { continue }
        let time = facts.st_mtim
        let at = Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
        found.append((name, at))
      }
    }
    return Array(found.sorted { ($0.at, $0.name) > ($1.at, $1.name) }.prefix(Self.shownMax))
  }

  // MARK: The page

  private var page: Answer {
    let items = newest.compactMap { name, at -> String? in
      guard let letter = read(name) else { return nil }
      return """
        <li><a href="\(Self.path)/\(name)"><strong>\(letter.subject.escaped)</strong>
        <span>\(letter.recipient.escaped)</span> <time>\(at.utcText)</time></a></li>
        """
    }
    let list =
      items.isEmpty
      ? "<p>Nothing was sent yet. 还没有发出任何邮件或短信。</p>"
      : "<ol>\n\(items.joined(separator: "\n"))\n</ol>"
    return Self.answer("text/html", Self.top + list + "\n</main></body></html>\n")
  }

  private static let top = """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><title>Letters of this demo · 演示邮件</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="\(path)/style.css"></head>
    <body><main><h1>Letters of this demo <span lang="zh-CN">演示邮件和短信</span></h1>
    <p>What would have been sent to people. Only this machine can see it; in a market for others,
    set <code>mail</code> and <code>sms</code>.<br>
    <span lang="zh-CN">这里是本该发给用户的邮件和短信，只有这台机器能看到；正式运营前请设置
    <code>mail</code> 和 <code>sms</code>。</span></p>

    """

  private static let style = """
    :root { color-scheme: light dark; --ink: #1d1b18; --paper: #faf8f4; --line: #ddd6ca; --seal: #b8321f }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #ece7de; --paper: #1b1a18; --line: #3a3732; --seal: #e8705c }
    }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif }
    main { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
    h1 { font-size: 1.3rem; border-bottom: 2px solid var(--seal); padding-bottom: .5rem }
    ol { list-style: none; padding: 0 }
    li { border-bottom: 1px solid var(--line) }
    a { display: block; padding: .7rem 0; color: inherit; text-decoration: none; overflow-wrap: anywhere }
    a:hover strong, a:focus-visible strong { color: var(--seal); text-decoration: underline }
    strong, time { display: block }
    span, time { opacity: .75; font-size: .9rem }

    """
}

extension String {
  /// Fit for the text and the quoted attributes of a page.
  fileprivate var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
