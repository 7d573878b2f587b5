import Foundation
import HTTP
import Proving
import Testing

/// Uploads that take their time, or never end.
@Suite struct LongUploadTests {
  /// How large an upload is, in MiB.
  static let size = count("JISHI_UPLOAD", or: 192)
  /// What a test that runs meanwhile may take.
  static let noise = 96 << 20

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func server(_ limit: (inout Limits) -> Void = { _ in }) throws -> Server {
    let folder = folder
    return try Server.make { service in
      service.admission = { request in
        request.target == "/file"
          ? .file(bytesMax: 1 << 32, folder: folder.path) : .memory(bytesMax: 1 << 20)
      }
      limit(&service.limits)
    } responding: { request, _ in
      guard case .file(let file) = request.body else { return .now(.plain("memory")) }
      return .now(.plain("\(file.size)"))
    }
  }

  /// Of this process, in bytes.
  private static func memory() throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return try #require(pages) * sysconf(Int32(_SC_PAGESIZE))
  }

  @Test(arguments: [false, true])
  func `a large upload takes no memory`(isChunked: Bool) throws {
    let server = try server()
    let client = try Client(server)
    let piece = [UInt8](repeating: 7, count: 1 << 20)
    let count = Self.size
    let sent = isChunked ? Array("100000\r\n".utf8) + piece + [13, 10] : piece
    let before = try Self.memory()
    var most = before
    client.send(UploadTests.head("/file", isChunked ? nil : count * piece.count))
    for _ in 0..<count {
      client.send(sent)
      most = max(most, try Self.memory())
    }
    if isChunked { client.send("0\r\n\r\n") }
    #expect(try client.reply()?.text == "\(count * piece.count)")
    #expect(most - before < Self.noise)
  }

  @Test func `who leaves in the middle leaves nothing behind`() throws {
    let server = try server()
    for number in 0..<20 {
      let client = try Wire(server)
      client.send(UploadTests.head("/file", 100_000) + String(repeating: "x", count: 50_000))
      if number == 0 { try waitUntil("nothing is open") { folder.openFiles > 0 } }
      if number.isMultiple(of: 2) { client.willBreakOff() }
    }
    try waitUntil("\(server.counts.connections) are there") { server.counts.connections == 0 }
    #expect(folder.names.isEmpty)
    #expect(folder.openFiles == 0)
    #expect(server.counts.requests == 0)
  }

  @Test(arguments: ["/memory", "/file"])
  func `who brings his body too slowly is told so`(target: String) throws {
    let server = try server { $0.chunk = .milliseconds(150) }
    let client = try Client(server)
    client.send(UploadTests.head(target, 10_000) + "half")
    let start = ContinuousClock.now
    // A little now and then does not help.
    while !client.hears(within: .milliseconds(20)) {
      client.send("x")
      try #require(ContinuousClock.now - start < Client.patience)
    }
    #expect(try client.reply()?.status == 408)
    #expect(ContinuousClock.now - start >= .milliseconds(100))
    client.finishSending()
    #expect(try client.isEnded())
    try waitUntil("\(folder.openFiles) are open") { folder.openFiles == 0 }
  }

  @Test func `who is slow and keeps on bringing enough is waited for`() throws {
    let server = try server {
      $0.chunk = .milliseconds(400)
      $0.chunkBytes = 100
    }
    let client = try Client(server)
    client.send(UploadTests.head("/file", 1_000))
    for _ in 0..<10 {
      client.send([UInt8](repeating: 7, count: 100))
      _ = poll(nil, 0, 60)
    }
    #expect(try client.reply()?.text == "1000")
  }
}
