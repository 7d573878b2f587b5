import Foundation
import Glibc
import Market
import Proving

@testable import Site

/// A folder in which trees are made, of files that a test names.
struct TreeGround {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  var output: String { folder.file("output") }

  /// A build whose pages are these.
  @discardableResult
  func build(
    _ pages: [String: String], at position: Int64 = 1, packing: Packing = .none
  ) throws -> TreeCounts {
    let tree = try SiteTree(in: output, packing: packing)
    var hand = tree.hand(at: Position(position))
    for (path, text) in pages.sorted(by: { $0.key < $1.key }) { try hand.put(path, text) }
    try hand.finish()
    return try tree.publish()
  }

  func site() throws -> [String: String] {
    try BuiltSite("\(output)/site").files.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// The numbers of the trees and what else is in their folder.
  func trees() throws -> [String] { try folder.names(in: "output/sites") }

  /// What visitors see, such as `sites/2`.
  func shown() throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: "\(output)/site")
  }

  /// What the manifest of a tree says, in its order.
  func manifest(_ number: Int) throws -> [Noted] {
    var all: [Noted] = []
    try ManifestReader("\(output)/sites/\(number).manifest").read { record, path in
      all.append(
        Noted(
          path: String(decoding: path, as: UTF8.self), kind: record.kind, size: record.size,
          position: record.position.number))
    }
    return all.sorted { $0.path < $1.path }
  }

  struct Noted: Equatable {
    var path: String
    var kind = ManifestRecord.Kind.here
    var size: Int
    var position: Int64
  }

  /// All that is below the output, as the disk knows it: writing anything at all changes it.
  func traces() throws -> [String: Trace] {
    var traces: [String: Trace] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: output) ?? .init() {
      traces[name] = try Trace("\(output)/\(name)")
    }
    return traces
  }

  struct Trace: Equatable {
    let inode: UInt
    /// When its bytes were, and when anything was: a second name that comes or goes counts too.
    let written: [Int]
    var changed: [Int]

    init(_ path: String) throws {
      var facts = stat()
      guard lstat(path, &facts) == 0 else { throw ProvingError.failed("no \(path)") }
      inode = UInt(facts.st_ino)
      written = [facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec]
      changed = [facts.st_ctim.tv_sec, facts.st_ctim.tv_nsec]
    }
  }

  func inode(_ name: String) throws -> UInt { try Trace("\(output)/\(name)").inode }
}

/// Runs a body on each of some threads, side by side.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) async {
  await withTaskGroup(of: Void.self) { group in
    for number in 0..<count {
      group.addTask {
        await withCheckedContinuation { done in
          Thread {
            body(number)
            done.resume()
          }.start()
        }
      }
    }
  }
}
