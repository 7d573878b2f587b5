import Foundation
import HTTP
import Proving
import Synchronization
import Testing

/// The server speaks TLS by itself, and everything is as it is without.
@Suite struct SecureTests {
  let certificate: Certificate
  let folder: TemporaryFolder
  let server: Server

  init() throws {
    certificate = try Certificate()
    folder = try TemporaryFolder()
    server = try Self.server(certificate.files, folder)
  }

  private static func server(
    _ files: TLSFiles, _ folder: TemporaryFolder, at place: String = "127.0.0.1:0",
    _ limit: (inout Limits) -> Void = { _ in }
  ) throws -> Server {
    try Server.make(at: [place], tls: files) { service in
      service.admission = { request in
        request.target == "/file"
          ? .file(bytesMax: 10_000_000, folder: folder.path) : .memory(bytesMax: 100_000)
      }
      limit(&service.limits)
    } responding: { request, _ in
      switch request.target {
      case "/large":
        let files = SiteFiles(folder.path)
        return .now(files.answer(to: Request("GET", "/large.pdf"), at: TestSite.now))
      case "/who": return .now(.plain("from \(request.peer), \(request.isSecure)"))
      default: return .now(Answer(.ok, FieldLines(), .bytes(request.body.bytes)))
      }
    }
  }

  private func address(_ target: String, _ server: Server? = nil) -> String {
    "https://localhost:\((server ?? self.server).endpoint.port)\(target)"
  }

  private func curl(_ arguments: String...) throws -> Command {
    try Command.run(
      "curl",
      ["-sS", "--max-time", "30", "--noproxy", "*", "--cacert", certificate.files.certificate]
        + arguments)
  }

  /// What `scripts/sockets/tls.py` says of it.
  private func python(_ deed: String, _ server: Server? = nil) throws -> String {
    let port = (server ?? self.server).endpoint.port
    let made = try Command.run(
      "python3",
      [SocketScripts.path("tls.py"), deed, "\(port)", certificate.files.certificate])
    return made.code == 0 ? made.output : made.errors
  }

  @Test func `who asks over TLS is answered, and known to be safe`() throws {
    let made = try curl(address("/who"), address("/who"), "-w", "%{num_connects};")
    #expect(made.output == "from 127.0.0.1, true1;from 127.0.0.1, true0;")
    #expect(made.errors.isEmpty)
    #expect(server.counts.requests == 2)
  }

  @Test(arguments: [("--tls-max", "1.2", true), ("--tls-max", "1.1", false)])
  func `old versions are not spoken`(option: String, version: String, isSpoken: Bool) throws {
    let made = try curl(option, version, address("/who"))
    #expect((made.code == 0) == isSpoken)
  }

  @Test func `a large file arrives whole`() throws {
    var dice = Seeded(5)
    let content = Data((0..<3_000_001).map { _ in UInt8.random(in: 0...255, using: &dice) })
    try content.write(to: URL(fileURLWithPath: folder.file("large.pdf")))
    let made = try curl(
      address("/large"), "-o", folder.file("first"), address("/large"), "-o",
      folder.file("second"))
    #expect(made.code == 0 && made.errors.isEmpty)
    for name in ["first", "second"] {
      #expect(FileManager.default.contents(atPath: folder.file(name)) == content)
    }
  }

  @Test(arguments: ["Content-Length: 3000000", "Transfer-Encoding: chunked"])
  func `an upload arrives as it was sent`(framing: String) throws {
    let content = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 / 253) })
    try content.write(to: URL(fileURLWithPath: folder.file("sent")))
    let made = try curl(
      address("/file"), "--data-binary", "@\(folder.file("sent"))", "-H", framing, "-H",
      "Expect: 100-continue", "-o", folder.file("got"))
    #expect(made.code == 0 && made.errors.isEmpty)
    #expect(FileManager.default.contents(atPath: folder.file("got")) == content)
  }

  @Test func `many requests on a connection are answered in their order`() throws {
    #expect(try python("pipeline") == "fine\n")
  }

  @Test func `what is too large is refused, and the answer reaches who still sends`() throws {
    let said = try python("refused")
    #expect(said == "413 and the end\n")
  }

  @Test(arguments: ["slow", "silent"])
  func `who brings his body too slowly is told so`(deed: String) throws {
    let server = try Self.server(certificate.files, folder) { $0.chunk = .milliseconds(150) }
    let said = try python(deed, server)
    #expect(said == "408 and the end\n")
  }

  @Test func `a connection on which nothing is asked is ended as TLS wants it`() throws {
    let server = try Self.server(certificate.files, folder) { $0.idle = .milliseconds(100) }
    let said = try python("idle", server)
    #expect(said == "the end\n")
  }

  @Test func `who does not speak TLS gets no answer, and disturbs nobody`() throws {
    let wire = try Wire(server)
    wire.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    let said = String(decoding: try wire.readToEnd(), as: UTF8.self)
    #expect(!said.contains("HTTP"))
    #expect(try curl(address("/who")).code == 0)
    #expect(server.counts.requests == 1)
  }

  @Test func `who begins TLS and goes no further is not kept`() throws {
    let server = try Self.server(certificate.files, folder) { $0.head = .milliseconds(100) }
    #expect(try Wire(server).readToEnd() == [])
    try waitUntil("somebody is there") { server.counts.connections == 0 }
  }

  @Test func `files that are no certificate and its key are refused, and the place is free`()
    throws
  {
    let other = try Certificate()
    server.end()
    let place = server.endpoint.description
    let good = certificate.files
    for files in [
      TLSFiles(certificate: folder.file("none"), key: good.key),
      TLSFiles(certificate: good.certificate, key: folder.file("none")),
      TLSFiles(certificate: good.key, key: good.key),
      TLSFiles(certificate: good.certificate, key: other.files.key),
    ] {
      let failure = #expect(throws: ListenError.self) {
        try Self.server(files, folder, at: place)
      }
      guard case .certificate(let why)? = failure else {
        Issue.record("\(String(describing: failure))")
        continue
      }
      #expect(!why.isEmpty)
    }
    let next = try Self.server(good, folder, at: place)
    #expect(try curl(address("/who", next)).code == 0)
  }

  @Test func `another certificate is for those who come, and nobody who is there is left`() throws {
    let other = try Certificate()
    let held = try Child(
      "python3",
      [
        SocketScripts.path("tls.py"), "twice", "\(server.endpoint.port)",
        certificate.files.certificate,
      ])
    _ = try held.read(until: "200")
    try server.use(other.files)
    // One that cannot be used changes nothing.
    #expect(throws: ListenError.self) {
      try server.use(TLSFiles(certificate: other.files.certificate, key: certificate.files.key))
    }
    held.say("\n")
    #expect(held.readAll().contains("200"))
    #expect(held.wait() == 0)
    #expect(try curl(address("/who")).code != 0)
    let made = try Command.run(
      "curl",
      ["-sS", "--noproxy", "*", "--cacert", other.files.certificate, address("/who")])
    #expect(made.code == 0)
  }

  @Test func `a socket over TLS says what it heard`() throws {
    let door = Door()
    let secure = try Server.make(tls: certificate.files) { service in
      service.message = { id, message in
        guard case .text(let text) = message else { return }
        door.server.withLock { $0 }?.send(SharedBytes(Array(text.utf8)), to: [id])
      }
    } responding: { _, _ in
      .socket(protocolName: "")
    }
    door.server.withLock { $0 = secure }
    defer { door.server.withLock { $0 = nil } }
    #expect(try python("socket", secure) == "集市 60000\n")
    secure.end()
  }

  private final class Door: Sendable {
    let server = Mutex<Server?>(nil)
  }
}
