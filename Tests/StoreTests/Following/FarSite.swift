import Foundation
import Pages
import Proving
import Synchronization

@testable import Site

/// Where a site was sent to. It looks at each step whether a visitor would be led to nowhere, and it
/// breaks off when it likes.
final class FarSite: Destination {
  struct Broken: Error {}

  private let state: Mutex<FarFiles>

  init(seed: UInt64) { state = Mutex(FarFiles(random: Seeded(seed))) }

  let address = "far"
  var files: [String: Data] { state.withLock { $0.files } }
  var faults: [String] { state.withLock { $0.faults } }
  var sent: Int { state.withLock { $0.sent } }

  /// Breaks off somewhere among the next steps.
  func breakOff(within steps: Int) {
    state.withLock { $0.steps = .random(in: 0...steps, using: &$0.random) }
  }

  func open() {}

  func send(_ parcels: [Parcel], _ done: @escaping @Sendable (Parcel) throws -> Void) throws {
    for parcel in parcels.shuffled() {
      let bytes = try parcel.bytes()
      try step { state in
        state.sent += 1
        state.put(Data(bytes), at: parcel.path, isNew: parcel.isNew)
      }
      try done(parcel)
    }
  }

  func remove(_ parcels: [Parcel], _ done: @escaping @Sendable (Parcel) throws -> Void) throws {
    for parcel in parcels.shuffled() {
      try step { $0.remove(parcel.path) }
      try done(parcel)
    }
  }

  /// Once all was sent.
  func settle() {
    state.withLock { state in
      state.grow()
      for (page, link) in state.left where state.links[page]?.contains(link) == true {
        state.look(at: page)
      }
      state.left = []
    }
  }

  func faulty(among parcels: [Parcel]) -> [Parcel] { [] }
  func send(_ text: String, named name: String) {}

  /// It may break off before a step, or after it and before that is known.
  private func step(_ body: (inout FarFiles) -> Void) throws {
    try state.withLock { state in
      state.steps -= 1
      let isOver = state.steps < 0
      if isOver { state.steps = .max }
      if isOver, Bool.random(using: &state.random) { throw Broken() }
      body(&state)
      if isOver { throw Broken() }
    }
  }
}

private struct FarFiles {
  var files: [String: Data] = [:]
  /// The pages of each that lead somewhere, by where to.
  var leading: [String: Set<String>] = [:]
  var links: [String: Set<String>] = [:]
  /// Nobody leads to them yet.
  var young: Set<String> = []
  var faults: [String] = []
  /// What led to something that went. By the end it must have gone as well.
  var left: [(page: String, link: String)] = []
  var sent = 0
  var random: Seeded
  /// After so many steps it breaks off.
  var steps = Int.max
}

extension FarFiles {
  fileprivate mutating func put(_ data: Data, at path: String, isNew: Bool) {
    files[path] = data
    guard path.hasSuffix(".html") else { return }
    for link in links[path] ?? [] { leading[link]?.remove(path) }
    let text = String(decoding: data, as: UTF8.self)
    let found = Set(text.matches(of: /(?:href|src)="(\/[^"#?]*)/).map { String($0.1) })
      .filter { !PageAddress.isOfEndpoint($0) }
    links[path] = found
    for link in found { leading[link, default: []].insert(path) }
    if isNew { young.insert(path) } else { young.remove(path) }
    if !young.contains(path) { look(at: path) }
  }

  fileprivate mutating func remove(_ path: String) {
    files[path] = nil
    for link in links.removeValue(forKey: path) ?? [] { leading[link]?.remove(path) }
    let address = path.hasSuffix(".html") ? "/" + path.dropLast(5) : "/" + path
    for page in leading[address] ?? [] { left.append((page, address)) }
  }

  /// Others may lead to those that came before.
  fileprivate mutating func grow() {
    let all = young
    young = []
    for path in all { look(at: path) }
  }

  fileprivate mutating func look(at path: String) {
    for link in links[path] ?? [] where link != "/" {
      if files["\(link.dropFirst()).html"] == nil, files[String(link.dropFirst())] == nil {
        faults.append("\(path) leads to \(link), which is not there")
      }
    }
  }
}
