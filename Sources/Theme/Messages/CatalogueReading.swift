extension Catalogue {
  /// From the folder of all languages, and from what themes bring. What cannot be read is told, and
  /// nothing is said to be missing that may stand in it.
  package init(
    reading folder: String, with themes: [[String: SourceFile]] = [], faults: inout [Fault]
  ) {
    var unreadable: [Fault] = []
    let files = FolderReader.read(folder, faults: &unreadable) ?? [:]
    let unread = Set(unreadable.map(\.place.file))
    faults += unreadable
    if !unread.contains(folder) {
      faults += Self.emptyFolders(in: folder, files, besides: unread)
    }
    self.init(
      files.values.sorted { $0.path < $1.path }, under: folder, with: themes, unread: unread,
      faults: &faults)
  }

  /// A language that somebody began, and that the site would not show.
  private static func emptyFolders(
    in folder: String, _ files: [String: SourceFile], besides unread: Set<String>
  ) -> [Fault] {
    let tags = Set(files.keys.map { String($0.prefix { $0 != "/" }) })
    return FolderReader.folders(in: folder).filter { tag in
      let path = "\(folder)/\(tag)"
      return !tags.contains(tag) && !unread.contains { $0 == path || $0.hasPrefix(path + "/") }
    }.map { tag in
      Fault(
        Place(file: "\(folder)/\(tag)"), found: "a folder without files",
        expected: "a language: \(LocaleInfo.file) and its messages")
    }
  }
}
