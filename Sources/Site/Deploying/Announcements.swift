import Glibc
import Outside
import Pages

/// Those who are told which addresses have changed, each with a list of his own of what he has not
/// been told yet.
///
///     OUTPUT/deploy/NAME.purge      for a cache
///     OUTPUT/deploy/NAME.indexnow   for search engines
///     OUTPUT/deploy/NAME.baidu
struct Announcements {
  private let origin: SiteOrigin
  private let entries: [(notice: Notice, list: PendingList)]

  init(to notices: [Notice], of target: String, in output: String, _ origin: SiteOrigin) {
    self.origin = origin
    entries = notices.map { notice in
      (notice, PendingList("\(output)/deploy/\(target).\(notice.receiver.name)"))
    }
  }

  var areForEngines: Bool { entries.contains { !$0.notice.isOfCaches } }

  /// How many addresses somebody has not been told.
  var due: Int {
    get throws { try entries.reduce(0) { $0 + (try $1.list.all().count) } }
  }

  /// A cache may have it as it was.
  func noteStale(_ address: String) throws(SiteError) {
    for entry in entries where entry.notice.isOfCaches { try entry.list.add(address) }
  }

  func noteNews(_ address: String) throws(SiteError) {
    for entry in entries where !entry.notice.isOfCaches { try entry.list.add(address) }
  }

  /// Returns how many addresses were told, and a sentence for each who could not be told all.
  func tell(
    ofCaches isOfCaches: Bool, sendingKeys send: (_ name: String, _ text: String) throws -> Void
  ) throws -> (told: Int, troubles: [String]) {
    var told = 0
    var troubles: [String] = []
    for (notice, list) in entries where notice.isOfCaches == isOfCaches {
      let addresses = try list.all()
      guard !addresses.isEmpty else { continue }
      if let file = notice.keyFile { try send(file.name, file.text) }
      var rest = addresses[...]
      do {
        while !rest.isEmpty {
          try tell(Array(rest.prefix(notice.atOnce)), to: notice)
          rest = rest.dropFirst(notice.atOnce)
        }
      } catch {
        troubles.append("\(notice.receiver.name): \(error)")
      }
      told += addresses.count - rest.count
      // Who was told of a part is not told of it again.
      try list.keep(rest)
    }
    return (told, troubles)
  }

  private func tell(_ addresses: [String], to notice: Notice) throws {
    if case .file(let path) = notice.receiver { return try add(addresses, to: path) }
    guard let request = notice.receiver.request(addresses, site: origin.text) else { return }
    let client = WebClient()
    var random = SystemRandomNumberGenerator()
    try Retry(sleep: wait).run(using: &random) { () throws(Unheard) in
      let answer: WebAnswer
      do throws(WebError) { answer = try client.answer(to: request) } catch { throw .web(error) }
      guard answer.isSuccess else {
        throw .answer(answer.status, String(decoding: answer.body.prefix(200), as: UTF8.self))
      }
    }
  }

  private func add(_ addresses: [String], to path: String) throws(SiteError) {
    guard let file = Handle(opening: path, O_WRONLY | O_CREAT | O_APPEND) else {
      throw Folder.failure(path)
    }
    let text = Array((addresses.joined(separator: "\n") + "\n").utf8)
    guard write(file.number, text, text.count) == text.count else { throw Folder.failure(path) }
  }
}

/// Why somebody has not taken what he was told.
private enum Unheard: Retriable, CustomStringConvertible {
  case web(WebError)
  case answer(Int, String)

  var isTransient: Bool {
    switch self {
    case .web(let error): error.isTransient
    case .answer(let status, _): status == 429 || status >= 500
    }
  }

  var description: String {
    switch self {
    case .web(let error): "\(error)"
    case .answer(let status, let said): "the answer was \(status): \(said)"
    }
  }
}
