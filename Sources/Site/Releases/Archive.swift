import Glibc
import Theme

/// A copy of what a release was made of besides the market. What is in the one before it has a second
/// name there.
///
///     OUTPUT/sites/4.materials/{themes,locales,content}
enum Archive {
  static func materials(of tree: String, theme: String) -> Materials {
    let folder = Trees.materials(of: tree)
    return Materials(
      theme: theme, themes: "\(folder)/themes", locales: "\(folder)/locales",
      content: "\(folder)/content")
  }

  /// `former` is a tree that may have much of it already.
  static func write(
    _ materials: Materials, of tree: String, like former: String?
  ) throws(SiteError) {
    let folder = Trees.materials(of: tree)
    if Folder.isFolder(folder) { try Folder.remove(folder) }
    let known = former.map(Trees.materials)
    for (name, place) in parts(of: materials) {
      // There need not be any texts, and what cannot be read now was not read for the site.
      for (path, file) in (try? FolderReader.read(place)) ?? [:] {
        let path = "\(name)/\(path)"
        try put(file.bytes, at: "\(folder)/\(path)", like: known.map { "\($0)/\(path)" })
      }
    }
  }

  /// The parts of an archive, each with the folder that it is a copy of.
  private static func parts(of materials: Materials) -> [(name: String, place: String)] {
    [("locales", materials.locales), ("content", materials.content)]
      + FolderReader.folders(in: materials.themes).map {
        ("themes/\($0)", "\(materials.themes)/\($0)")
      }
  }

  private static func put(
    _ bytes: [UInt8], at path: String, like former: String?
  ) throws(SiteError) {
    if let slash = path.lastIndex(of: "/") { try Folder.make(String(path[..<slash])) }
    if let former, try Folder.bytes(of: former) == bytes, link(former, path) == 0 { return }
    try Folder.write(bytes, to: path)
  }
}
