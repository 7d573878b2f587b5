/// The messages that a theme has of its own. They come to those of the site, or take their place.
enum ThemeMessages {
  /// `files` by their paths within the theme's folder `locales`.
  static func add(
    _ files: [String: SourceFile], to locales: inout [ReadLocale], faults: inout [Fault]
  ) {
    let tags = locales.map(\.info.tag)
    let byTag = CatalogueFolder.byTag(files.map { ($0, $1) }, faults: &faults)
    for (tag, files) in byTag.sorted(by: { $0.key < $1.key }) {
      guard let index = tags.firstIndex(of: tag) else {
        // Why the site has no language at all was told already.
        if !tags.isEmpty, let first = files.first { unknown(tag, first, tags, &faults) }
        continue
      }
      for file in files { add(file, to: &locales[index], faults: &faults) }
    }
  }

  private static func unknown(
    _ tag: String, _ file: SourceFile, _ tags: [String], _ faults: inout [Fault]
  ) {
    let folder = file.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    faults.append(
      Fault(
        Place(file: folder.joined(separator: "/")), found: "the language \(quoted(tag))",
        expected: "one that the site has", available: nearestFirst(tags, to: tag)))
  }

  private static func add(
    _ source: SourceFile, to locale: inout ReadLocale, faults: inout [Fault]
  ) {
    if source.path.hasSuffix("/\(LocaleInfo.file)") {
      faults.append(
        Fault(
          Place(file: source.path), found: "\(LocaleInfo.file) in a theme",
          expected: "only messages: the site says what its languages are"))
      return
    }
    let file = MessageFile(source)
    faults += file.faults
    locale.paths.insert(file.path)
    for read in file.read {
      if let before = locale.messages[read.message.key] {
        let differences = read.differences(from: before, in: "\(before.message.place)")
        faults += differences
        // One that needs other things would be told again for each of the other languages.
        if !differences.isEmpty { continue }
      }
      locale.messages[read.message.key] = read
    }
  }
}
