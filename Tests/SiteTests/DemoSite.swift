import Foundation
import Proving

/// The demo market with its site, built once by the program; nobody changes it.
struct DemoSite {
  static let gigs = 500

  static let shared = Result {
    let workshop = try Workshop(gigs: gigs)
    return DemoSite(workshop: workshop, site: try workshop.site())
  }

  let workshop: Workshop
  let site: BuiltSite

  var folder: String { workshop.folder.file("output/site") }
}

extension BuiltSite {
  /// Puts the files into a folder, as they are or as they come out of `change`.
  func write(to folder: TemporaryFolder) throws {
    for (path, content) in files {
      let file = URL(filePath: folder.path + path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try content.write(to: file)
    }
  }
}
