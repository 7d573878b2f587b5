/// Up to where everything was sent to a target.
struct TargetState: Hashable {
  private static let lead = "jishi target 1"

  /// Where the target was.
  var address: String
  /// The number of a tree, and how much of its manifest. Zero when nothing is known but the place.
  var tree: Int
  var end: Int
  /// Of the manifest's last bytes there, since a tree of another time may have the same number.
  var mark: String
  /// How much was in the list of what is there then, and after the last time that everything was
  /// looked at.
  var files: Int
  var whole: Int

  init(address: String, tree: Int, end: Int, mark: String, files: Int, whole: Int) {
    self.address = address
    self.tree = tree
    self.end = end
    self.mark = mark
    self.files = files
    self.whole = whole
  }

  init(address: String) {
    self.init(address: address, tree: 0, end: 0, mark: "-", files: 0, whole: 0)
  }

  var isKnown: Bool { tree > 0 }

  var bytes: [UInt8] {
    var lines = CheckedLines(Self.lead)
    lines.add("address", address)
    lines.add("tree", "\(tree)")
    lines.add("end", "\(end)")
    lines.add("mark", mark)
    lines.add("files", "\(files)")
    lines.add("whole", "\(whole)")
    return lines.bytes
  }

  /// Nil for what is none, or a part of one.
  init?(_ bytes: [UInt8]?) {
    guard let lines = bytes.flatMap({ CheckedLines(Self.lead, $0) }),
      let address = lines["address"], let tree = lines["tree"].flatMap({ Int($0) }),
      let end = lines["end"].flatMap({ Int($0) }), let mark = lines["mark"],
      let files = lines["files"].flatMap({ Int($0) }),
      let whole = lines["whole"].flatMap({ Int($0) })
    else { return nil }
    self.init(address: address, tree: tree, end: end, mark: mark, files: files, whole: whole)
  }
}
