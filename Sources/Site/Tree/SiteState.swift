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

  /// A line for each thing.
  var bytes: [UInt8] {
    var lines = CheckedLines(Self.lead)
    lines.add("position", "\(position.number)")
    lines.add("change", change)
    lines.add("boot", boot)
    for (name, digest) in inputs.digests.sorted(by: { $0.key < $1.key }) {
      lines.add("input", "\(digest) \(name)")
    }
    return lines.bytes
  }

  /// Nil for what is no state, or a part of one.
  init?(_ bytes: [UInt8]) {
    guard let lines = CheckedLines(Self.lead, bytes),
      let position = lines["position"].flatMap({ Int64($0) }), let change = lines["change"],
      let boot = lines["boot"]
    else { return nil }
    var inputs = Inputs()
    for input in lines.all("input") {
      let words = input.split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { return nil }
      inputs.digests[String(words[1])] = String(words[0])
    }
    self.init(position: Position(position), change: change, inputs: inputs, boot: boot)
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
