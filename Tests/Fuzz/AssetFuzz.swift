import Theme

/// The bytes as the only file of its kind in a theme.
enum AssetFuzz {
  private static let picture = Array(#"<svg xmlns="http://www.w3.org/2000/svg"/>"#.utf8)

  static func read(_ bytes: [UInt8], as path: String) {
    let file = SourceFile(path: path, bytes: bytes)
    guard let assets = assets(of: file) else { return }
    for published in assets.files {
      // What was made of it is what it would be made of itself: nothing in it is misread.
      guard path.hasSuffix(".css"), published.name.hasSuffix(".css") else { continue }
      let again = SourceFile(path: path, bytes: published.bytes)
      let text = String(decoding: published.bytes, as: UTF8.self)
      guard let twice = Self.assets(of: again, mayFail: false) else { fail("faults in \(text)") }
      let others = twice.files.filter { $0.name.hasSuffix(".css") }
      if others.map(\.bytes) != [published.bytes] {
        fail("\(text) becomes \(others.map { String(decoding: $0.bytes, as: UTF8.self) })")
      }
    }
  }

  private static func assets(of file: SourceFile, mayFail: Bool = true) -> Assets? {
    let others = [
      SourceFile(path: "images/a.svg", bytes: picture), SourceFile(path: "scripts/b.js", ""),
    ]
    do throws(Faults) {
      var layer = Dictionary(others.map { ($0.path, $0) }) { first, _ in first }
      layer[file.path] = file
      return try Assets(ThemeFiles("mine", layers: [layer]))
    } catch {
      if error.all.isEmpty { fail("nothing is wrong, and yet nothing is there") }
      check(error.all, in: [file] + others)
      if !mayFail { fail("\(error)") }
      return nil
    }
  }
}
