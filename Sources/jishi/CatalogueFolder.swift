import FoundationEssentials
import Market

/// The files of a catalogue: the sheets of a folder with those of `verticals` in it, and its
/// `templates`, a file each.
struct CatalogueFolder {
  private let sheets: [String]
  private let templates: [String]

  init(_ folder: String) throws {
    sheets = try TextFile.sheets(in: folder) + Self.inside(folder, "verticals")
    templates = try Self.inside(folder, "templates")
  }

  var count: Int { sheets.count + templates.count }

  func plan() throws -> CataloguePlan {
    var plan = try CataloguePlan(sheets.map(Self.sheet))
    try plan.add(templates: templates.map(Self.sheet))
    return plan
  }

  private static func sheet(_ path: String) throws -> Sheet {
    try Sheet(TextFile.read(path), file: path)
  }

  /// Of a folder that need not be there.
  private static func inside(_ folder: String, _ name: String) throws -> [String] {
    let path = "\(folder)/\(name)"
    return FileManager.default.fileExists(atPath: path) ? try TextFile.sheets(in: path) : []
  }
}
