import Foundation
import Outside
import Proving
import Testing

/// Why there is no answer.
@Suite struct WebErrorTests {
  private func failure(
    of server: ScriptedServer, scheme: String = "http", _ limits: WebClient.Limits = .init()
  ) throws -> WebError? {
    let url = try webURL("\(scheme)://127.0.0.1:\(server.port)/")
    return failure(WebRequest(.get, url), limits)
  }

  private func failure(_ request: WebRequest, _ limits: WebClient.Limits = .init()) -> WebError? {
    #expect(throws: WebError.self) { try WebClient(limits).answer(to: request) }
  }

  @Test(arguments: [
    ScriptedServer.Step.hang, .say("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"),
  ])
  func `who says nothing for too long is given up`(step: ScriptedServer.Step) throws {
    let server = try ScriptedServer([step, .hang])
    var limits = WebClient.Limits()
    limits.slowSeconds = 1
    let error = try failure(of: server, limits)
    #expect(error == .timedOut(host: "127.0.0.1:\(server.port)"))
    #expect(error?.isTransient == true)
  }

  @Test(arguments: [
    "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n" + String(repeating: "x", count: 1_001),
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
      + String(repeating: "64\r\n" + String(repeating: "x", count: 100) + "\r\n", count: 11)
      + "0\r\n\r\n",
    answer("200 OK", "X-Long: \(String(repeating: "x", count: 1_000))\r\n"),
  ])
  func `an answer that is too large is not taken`(text: String) throws {
    let server = try ScriptedServer([.say(text)])
    var limits = WebClient.Limits()
    (limits.bodyBytesMax, limits.headBytesMax) = (1_000, 1_000)
    let error = try failure(of: server, limits)
    #expect(error == .tooLarge(host: "127.0.0.1:\(server.port)"))
    #expect(error?.isTransient == false)
  }

  @Test func `a body may be as large as the limit`() throws {
    var limits = WebClient.Limits()
    limits.bodyBytesMax = 1_000
    let body = String(repeating: "x", count: 1_000)
    let server = try ScriptedServer([.say(answer("200 OK", body: body))])
    let taken = try WebClient(limits).answer(to: WebRequest(.get, server.url()))
    #expect(taken.body == Array(body.utf8))
  }

  @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"])
  func `a connection that breaks may be better another time`(text: String) throws {
    let server = try ScriptedServer([.sayLast(text)])
    let error = try failure(of: server)
    #expect(error?.isUnreachable == true, "\(error.debugDescription)")
    #expect(error?.isTransient == true)
  }

  @Test func `where nobody listens there is no connection`() throws {
    let error = failure(WebRequest(.get, try webURL("http://127.0.0.1:1/")))
    #expect(error?.isUnreachable == true, "\(error.debugDescription)")
    #expect(error?.description.contains("127.0.0.1:1") == true)
  }

  @Test func `a name that nobody has leads nowhere`() throws {
    let error = failure(WebRequest(.get, try webURL("http://nobody.invalid/")))
    #expect(error?.isUnreachable == true, "\(error.debugDescription)")
  }

  @Test(.enabled(if: (try? Command.run("openssl", ["version"]).code) == 0))
  func `a certificate that nobody signed is not trusted`() throws {
    let folder = try TemporaryFolder()
    let made = try Command.run(
      "openssl",
      ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"]
        + ["-addext", "subjectAltName=DNS:localhost"]
        + ["-keyout", folder.file("key"), "-out", folder.file("certificate")])
    #expect(made.code == 0, "\(made.errors)")
    let server = try Child(
      "openssl",
      ["s_server", "-accept", "127.0.0.1:0", "-www"]
        + ["-key", folder.file("key"), "-cert", folder.file("certificate")])
    defer {
      server.signal(SIGKILL)
      server.wait()
    }
    let said = try server.read(until: "ACCEPT ")
    let port = try #require(said.firstMatch(of: /:(\d+)/)).1
    let error = failure(WebRequest(.get, try webURL("https://localhost:\(port)/")))
    guard case .insecure("localhost:\(port)", _) = error else {
      Issue.record("\(error.debugDescription)")
      return
    }
    #expect(error?.isTransient == false)
    #expect(error?.description.contains("certificate") == true)
  }

  @Test func `who speaks no TLS is not trusted`() throws {
    let server = try ScriptedServer([.interrupt("HTTP/1.1 400 Bad Request\r\n\r\n")])
    let error = try failure(of: server, scheme: "https")
    guard case .insecure = error else {
      Issue.record("\(error.debugDescription)")
      return
    }
  }

  @Test func `a connection that breaks before it is secure may be better another time`() throws {
    let server = try ScriptedServer([.interrupt("")])
    let error = try failure(of: server, scheme: "https")
    #expect(error?.isUnreachable == true, "\(error.debugDescription)")
  }

  @Test func `a line break in a header is not sent`() throws {
    let server = try ScriptedServer([.say(answer("200 OK"))])
    let fields = WebFields([("X-One", "1\r\nX-Two: 2")])
    let error = failure(WebRequest(.get, try server.url(), fields: fields))
    guard case .other = error else {
      Issue.record("\(error.debugDescription)")
      return
    }
    #expect(server.seen.connections == 0)
  }
}

extension WebError {
  var isUnreachable: Bool {
    if case .unreachable = self { return true }
    return false
  }
}
