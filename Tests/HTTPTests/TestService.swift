import Foundation
import HTTP
import Proving

extension Server {
  /// For one test, on a port of its own.
  static func make(
    at places: [String] = ["127.0.0.1:0"], tls: TLSFiles? = nil, threads: Int = 2,
    _ change: (inout Service) -> Void = { _ in },
    responding: @escaping @Sendable (Request, Reply) -> Service.Response
  ) throws -> Server {
    var service = Service(clock: { TestSite.now }, responding: responding)
    service.limits.lastWord = .milliseconds(20)
    change(&service)
    let endpoints = places.compactMap { Endpoint($0) }
    guard endpoints.count == places.count else { throw ProvingError.failed("no endpoint") }
    return try Server(at: endpoints, tls: tls, threads: threads, service)
  }
}

extension Wire {
  convenience init(_ server: Server, receiveBuffer: Int32? = nil) throws {
    try self.init(port: server.endpoint.port, receiveBuffer: receiveBuffer)
  }
}

extension Answer {
  /// Nothing but these words.
  static func plain(_ words: String) -> Answer {
    Answer(.ok, FieldLines(), .bytes(Array(words.utf8)))
  }
}

extension Request.Body {
  /// All of it.
  var bytes: [UInt8] {
    switch self {
    case .none: []
    case .bytes(let bytes): bytes
    case .file(let file):
      [UInt8](unsafeUninitializedCapacity: Int(file.size)) { buffer, count in
        count = max(0, pread(file.handle, buffer.baseAddress, buffer.count, 0))
      }
    }
  }
}

extension TemporaryFolder {
  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }

  /// How many files of it this process has open, with names and without.
  var openFiles: Int {
    let handles = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return handles.count { handle in
      let target = try? FileManager.default.destinationOfSymbolicLink(
        atPath: "/proc/self/fd/\(handle)")
      return target?.hasPrefix(path + "/") == true
    }
  }
}
