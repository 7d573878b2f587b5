import Glibc
import Market
import Store

/// What the tree was made of that visitors see: how much of the log, and what else. It stands beside
/// the tree and not in the database, so whatever becomes of one of them, they never disagree.
struct SiteState: Hashable {
  private static let lead = "jishi site 1"

  /// Of the log.
  var position: Position
  /// What the log says there. Another database has another change at the same place.
  var change: String
  var inputs: Inputs
  /// Of the machine. What it was writing when it stopped may be lost.
  var boot: String

  init(position: Position, change: String, inputs: Inputs, boot: String = Self.bootNow) {
    self.position = position
    self.change = change
    self.inputs = inputs
    self.boot = boot
  }

  static let bootNow: String = {
    guard let file = Handle(opening: "/proc/sys/kernel/random/boot_id", O_RDONLY) else {
      return "-"
    }
    var bytes = [UInt8](repeating: 0, count: 36)
    let count = read(file.number, &bytes, bytes.count)
    return count == bytes.count ? String(decoding: bytes, as: UTF8.self) : "-"
  }()

  /// A line for each thing, and at the end a checksum of what stands before it.
  var bytes: [UInt8] {
    var lines = [Self.lead, "position \(position.number)", "change \(change)", "boot \(boot)"]
    lines += inputs.digests.sorted { $0.key < $1.key }.map { "input \($0.value) \($0.key)" }
    let text = lines.joined(separator: "\n") + "\n"
    return Array("\(text)\(Self.checksum(text))\n".utf8)
  }

  private static func checksum(_ text: String) -> String {
    text.utf8Span.span.withUnsafeBytes { String(Digest($0, seed: 0).short, radix: 16) }
  }

  /// Nil for what is no state, or a part of one.
  init?(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.popLast() == "", let checksum = lines.popLast(),
      lines.first.map(String.init) == Self.lead,
      checksum == Self.checksum(lines.joined(separator: "\n") + "\n")
    else { return nil }
    var values: [Substring: Substring] = [:]
    inputs = Inputs()
    for line in lines.dropFirst() {
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { return nil }
      if words[0] == "input" {
        let input = words[1].split(separator: " ", maxSplits: 1)
        guard input.count == 2 else { return nil }
        inputs.digests[String(input[1])] = String(input[0])
      } else {
        values[words[0]] = words[1]
      }
    }
    guard let position = values["position"].flatMap({ Int64($0) }), let change = values["change"],
      let boot = values["boot"]
    else { return nil }
    self.position = Position(position)
    self.change = String(change)
    self.boot = String(boot)
  }

  /// Nil when there is none that can be read.
  init?(of tree: String) {
    guard let bytes = try? Folder.bytes(of: Trees.state(of: tree)) else { return nil }
    self.init(bytes)
  }
}

extension SiteState {
  /// Whether the tree was made of this database, by a machine that has not stopped since.
  func canBeFollowed(with rows: borrowing Snapshot) throws -> Bool {
    try boot == Self.bootNow && position <= rows.position() && change == rows.mark(of: position)
  }
}
