import Foundation
import HTTP
import Proving

/// A small site in a folder of its own.
struct TestSite {
  /// The moment at which tests ask, far behind everything that is written.
  static let now: Int64 = 4_102_444_800

  let folder: TemporaryFolder
  let path: String

  init(_ files: [String: String] = TestSite.usual) throws {
    folder = try TemporaryFolder()
    path = folder.file("site")
    for (name, text) in files { try write(Data(text.utf8), to: name) }
  }

  static let usual = [
    "index.html": "<p>请选择语言</p>",
    "404.html": "<p>nowhere</p>",
    "zh-CN.html": "<p>首页</p>",
    "zh-CN/404.html": "<p>找不到这个页面</p>",
    "zh-CN/g/biao-zhi-42.html": "<p>标志设计</p>",
    "zh-CN/new/feed.xml": "<feed/>",
    "en.html": "<p>home</p>",
    "en/a b.html": "<p>a space</p>",
    "en/page.html": "<p>the page</p>",
    "en/page": "the file",
    "a/style.0a1b.css": "p{}",
    "covers/7.svg": "<svg/>",
    "robots.txt": "User-agent: *",
    ".well-known/security.txt": "Contact:",
    ".well-known/.secret": "hidden",
    ".git/config": "secret",
    "en/.htaccess": "secret",
  ]

  func write(_ data: Data, to name: String) throws {
    let file = (path as NSString).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try data.write(to: URL(fileURLWithPath: file))
  }

  func answer(
    _ method: String = "GET", _ target: String, _ fields: [(String, String)] = [],
    at now: Int64 = TestSite.now
  ) -> Answer {
    SiteFiles(path).answer(to: Request(method, target, fields: FieldLines(fields)), at: now)
  }

  func server(
    threads: Int = 2, _ limit: (inout Limits) -> Void = { _ in }
  ) throws -> Server {
    let files = SiteFiles(path)
    var service = Service(
      clock: { Self.now }, answering: { files.answer(to: $0, at: $1) })
    limit(&service.limits)
    guard let anywhere = Endpoint("127.0.0.1:0") else { throw ProvingError.failed("no endpoint") }
    return try Server(at: anywhere, threads: threads, service)
  }
}

extension Client {
  convenience init(_ server: Server, receiveBuffer: Int32? = nil) throws {
    try self.init(port: server.endpoint.port, receiveBuffer: receiveBuffer)
  }
}

extension Answer {
  var bytes: [UInt8] {
    switch body {
    case .none: []
    case .bytes(let bytes): bytes
    case .shared(let bytes): bytes.bytes
    case .part(let file, let range): file.read(from: range.lowerBound, count: range.count) ?? []
    }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
