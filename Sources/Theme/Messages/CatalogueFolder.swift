/// One language as it was read.
struct ReadLocale {
  var info: LocaleInfo
  let rules: PluralRules
  /// Those of its files of messages.
  var paths: Set<String> = []
  var messages: [String: ReadMessage] = [:]
}

/// The files of all languages, put to the languages they belong to.
struct CatalogueFolder {
  /// The reference first, then by their tags.
  private(set) var locales: [ReadLocale] = []

  private let folder: String
  private let unread: Set<String>
  /// Where each hreflang was said first.
  private var hreflangs: [String: Place] = [:]

  /// `unread` are the files that are there but could not be read.
  init(
    _ files: [SourceFile], under folder: String, unread: Set<String>, faults: inout [Fault]
  ) {
    self.folder = folder
    self.unread = unread
    let within = files.map { file in
      let isInside = file.path.hasPrefix(folder + "/")
      return (isInside ? String(file.path.dropFirst(folder.count + 1)) : "", file)
    }
    let byTag = Self.byTag(within, faults: &faults)
    for tag in byTag.keys.sorted(by: Self.isBefore) {
      guard LocaleInfo.isTag(tag) else {
        faults.append(
          Fault(
            Place(file: "\(folder)/\(tag)"), found: "the folder \(quoted(tag))",
            expected: "the tag of a language such as en or zh-CN"))
        continue
      }
      read(tag, byTag[tag] ?? [], faults: &faults)
    }
  }

  private static func isBefore(_ left: String, _ right: String) -> Bool {
    let reference = Catalogue.referenceTag
    return left == reference ? right != reference : right != reference && left < right
  }

  /// Files with their paths within the folder of all languages. What stands beside the folders of the
  /// languages, such as the glossary, is for people.
  static func byTag(
    _ files: [(path: String, file: SourceFile)], faults: inout [Fault]
  ) -> [String: [SourceFile]] {
    var byTag: [String: [SourceFile]] = [:]
    for (path, file) in files.sorted(by: { $0.file.path < $1.file.path }) {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      switch parts.count {
      case 1 where !path.isEmpty: break
      case 2 where Self.isFileName(parts[1]): byTag[String(parts[0]), default: []].append(file)
      default:
        faults.append(
          Fault(
            Place(file: file.path), found: "a file that is not read",
            expected: "locales/LANGUAGE/NAME\(MessageFile.ending), the name a word such as gig"))
      }
    }
    return byTag
  }

  /// It is the first word of the keys in it.
  private static func isFileName(_ name: Substring) -> Bool {
    guard name.hasSuffix(MessageFile.ending) else { return false }
    let word = name.utf8.dropLast(MessageFile.ending.utf8.count)
    return word.first.map(MessageSign.isSmall) == true
      && word.allSatisfy(MessageSign.isLetterOrDigit)
  }

  private mutating func read(_ tag: String, _ files: [SourceFile], faults: inout [Fault]) {
    let path = "\(folder)/\(tag)"
    var locale = ReadLocale(
      info: LocaleInfo(tag: tag, name: tag, hreflang: tag), rules: PluralRules(tag: tag))
    let aboutPath = "\(path)/\(LocaleInfo.file)"
    let about = files.first { $0.path == aboutPath }
    if let about {
      let file = LocaleFile(about, tag: tag)
      faults += file.faults
      locale.info = file.info
      checkOnce(file, faults: &faults)
    } else if !unread.contains(aboutPath) {
      faults.append(
        Fault(
          Place(file: aboutPath), found: "no such file",
          expected: "one that says what the language is: name, hreflang, direction"))
    }
    for source in files where source.path != about?.path {
      let file = MessageFile(source)
      faults += file.faults
      locale.paths.insert(file.path)
      for read in file.read { locale.messages[read.message.key] = read }
    }
    locales.append(locale)
  }

  /// Search engines would not know which of the two to show.
  private mutating func checkOnce(_ file: LocaleFile, faults: inout [Fault]) {
    if let first = hreflangs[file.info.hreflang] {
      faults.append(
        Fault(
          file.hreflangPlace, found: "the hreflang \(quoted(file.info.hreflang)) again",
          expected: "one that only this language has; it is also at \(first)"))
    } else {
      hreflangs[file.info.hreflang] = file.hreflangPlace
    }
  }
}
