import Theme

/// The bytes as the only file of its kind in a theme.
enum AssetFuzz {
  private static let picture = Array(#"<svg xmlns="http://www.w3.org/2000/svg"/>"#.utf8)

  static func read(_ bytes: [UInt8], as path: String) {
    let file = SourceFile(path: path, bytes: bytes)
    guard let assets = assets(of: file) else { return }
    guard path.hasSuffix(".css"), let sheet = Self.sheet(of: assets) else { return }
    let text = String(decoding: sheet, as: UTF8.self)
    // The address of an image is no longer what it was in the theme.
    if assets.addresses["a.svg"].map({ text.contains($0.dropFirst(Assets.folder.count)) }) ?? true {
      return
    }
    // What was made of it is what would be made of itself: nothing in it is misread.
    guard let again = Self.assets(of: SourceFile(path: path, bytes: sheet), mayFail: false) else {
      return
    }
    if Self.sheet(of: again) != sheet {
      fail("\(text) becomes \(String(decoding: Self.sheet(of: again) ?? [], as: UTF8.self))")
    }
  }

  private static func sheet(of assets: Assets) -> [UInt8]? {
    assets.files.first { $0.name.hasSuffix(".css") }?.bytes
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
