import Foundation
import HTTP
import Proving
import Testing

/// Where a server listens: addresses of both versions, and sockets in the file system.
@Suite struct EndpointTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func server(
    _ places: String..., change: (inout Service) -> Void = { _ in }
  ) throws -> Server {
    try Server.make(at: places, change) { request, _ in
      .now(.plain("from \(request.peer), \(request.isSecure ? "secure" : "plain")"))
    }
  }

  private static func ask(_ wire: Wire) throws -> String {
    wire.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    let said = String(decoding: try wire.readToEnd(), as: UTF8.self)
    return said.components(separatedBy: "\r\n\r\n").last ?? ""
  }

  @Test func `a server listens at several places at once, and says where`() throws {
    let path = folder.file("http")
    let server = try Self.server("127.0.0.1:0", "[::1]:0", "unix:\(path)")
    #expect(server.endpoints.map(\.host) == ["127.0.0.1", "::1", ""])
    #expect(server.endpoints[0].port > 0 && server.endpoints[1].port > 0)
    #expect(server.endpoints[1].description == "[::1]:\(server.endpoints[1].port)")
    #expect(server.endpoints[2].description == "unix:\(path)")
    for _ in 0..<3 {
      #expect(try Self.ask(Wire(server)) == "from 127.0.0.1, plain")
      let six = try Wire(portOfVersion6: server.endpoints[1].port)
      #expect(try Self.ask(six) == "from ::1, plain")
      #expect(try Self.ask(Wire(path: path)) == "from , plain")
    }
  }

  @Test func `when one place is taken the server listens at none`() throws {
    let other = try Self.server("127.0.0.1:0")
    let path = folder.file("http")
    #expect(throws: ListenError.taken(other.endpoint)) {
      try Self.server("unix:\(path)", other.endpoint.description)
    }
    #expect(throws: ProvingError.self) { try Wire(path: path) }
    #expect(folder.names.isEmpty)
  }

  @Test func `a socket in the file system is gone with its server`() throws {
    let path = folder.file("http")
    let server = try Self.server("unix:\(path)")
    #expect(folder.names == ["http"])
    server.end()
    #expect(folder.names.isEmpty)
  }

  @Test func `a socket that nobody answers at is replaced`() throws {
    let path = folder.file("http")
    // Its owner was killed, so it could not clear up.
    let left = try Command.run(
      "python3",
      ["-c", "import socket,sys; s=socket.socket(socket.AF_UNIX); s.bind(sys.argv[1])", path])
    #expect(left.code == 0 && folder.names == ["http"])
    let server = try Self.server("unix:\(path)")
    #expect(try Self.ask(Wire(path: path)) == "from , plain")
    server.end()
  }

  @Test func `a socket in the file system that is in use is taken`() throws {
    let path = folder.file("http")
    let server = try Self.server("unix:\(path)")
    #expect(throws: ListenError.taken(server.endpoint)) { try Self.server("unix:\(path)") }
    #expect(try Self.ask(Wire(path: path)) == "from , plain")
  }

  @Test func `a file that is no socket stays as it is`() throws {
    let path = folder.file("http")
    try "precious".write(toFile: path, atomically: true, encoding: .utf8)
    let endpoint = try #require(Endpoint("unix:\(path)"))
    #expect(throws: ListenError.taken(endpoint)) { try Self.server("unix:\(path)") }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
  }

  @Test func `where there is no folder nobody can listen`() throws {
    #expect(throws: ListenError.self) { try Self.server("unix:\(folder.file("none/http"))") }
  }

  @Test(arguments: [
    "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "::1:80", "[127.0.0.1]:80", "[::1]", "unix:",
    "example.com:80", "127.0.0.1:-1", "unix:/\(String(repeating: "x", count: 107))",
  ])
  func `what is no place is none`(text: String) { #expect(Endpoint(text) == nil) }

  @Test func `an address has no more connections than it may`() throws {
    let path = folder.file("http")
    let server = try Self.server("127.0.0.1:0", "unix:\(path)") {
      $0.limits.connectionsPerPeerMax = 2
    }
    let first = try (0..<2).map { _ in try Client(server) }
    for client in first {
      client.get("/")
      #expect(try client.reply()?.status == 200)
    }
    #expect(try Wire(server).readToEnd() == [])
    // Others are not concerned, and the next one is let in when one has left.
    let local = try (0..<4).map { _ in try Wire(path: path) }
    for wire in local { #expect(try Self.ask(wire) == "from , plain") }
    first[0].get("/", "Connection: close\r\n")
    #expect(try first[0].reply()?.status == 200)
    #expect(try first[0].isEnded())
    first[0].finishSending()
    try waitUntil("no place is free") {
      let wire = try Wire(server)
      return try Self.ask(wire) == "from 127.0.0.1, plain"
    }
  }
}
