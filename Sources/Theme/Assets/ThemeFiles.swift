/// The files of a theme, with those of the default theme where it has none of its own.
package struct ThemeFiles: Sendable {
  package static let defaultName = "default"

  /// The folders of a theme.
  package enum Group: String, Sendable, CaseIterable {
    case pages, layouts, parts, styles, scripts, icons, images, locales

    package var endings: [String] {
      switch self {
      case .pages, .layouts, .parts: ["html"]
      case .styles: ["css"]
      case .scripts: ["js"]
      case .icons: ["svg"]
      case .images: ImageKind.endings
      case .locales: ["txt"]
      }
    }
  }

  package let name: String
  private let groups: [Group: [String: SourceFile]]
  /// The messages that a theme brings, by their paths within its `locales`: first those of the
  /// default theme, then its own. A file does not take the place of another here: each message does.
  package let messages: [[String: SourceFile]]

  /// By their paths within the folder of the group: `gig.html`, `10-tokens.css`, `covers/tea.svg`.
  package subscript(group: Group) -> [String: SourceFile] { groups[group] ?? [:] }

  /// Those of a group by the names that templates use: `gig` for `gig.html`.
  package func named(_ group: Group) -> [String: SourceFile] {
    let pairs = self[group].map { (String($0.prefix { $0 != "." }), $1) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The theme `name` of the folder of all themes.
  package init(reading name: String, in themes: String) throws(Faults) {
    var faults: [Fault] = []
    let files = ThemeFiles(reading: name, in: themes, faults: &faults)
    guard let files, faults.isEmpty else { throw Faults(faults) }
    self = files
  }

  /// All of it that can be a part of a theme; what cannot is added to `faults`. Nil when there is no
  /// such theme, or when so much of it could not be read that nothing can be said of the rest.
  package init?(reading name: String, in themes: String, faults: inout [Fault]) {
    guard let folders = FolderReader.folders(in: themes, faults: &faults) else { return nil }
    let known = folders.filter(Self.isPlain)
    guard Self.isPlain(name), known.contains(name) else {
      let place = Place(file: Self.isPlain(name) ? "\(themes)/\(name)" : themes)
      faults.append(
        Fault(place, found: "no theme “\(name)”", expected: "a theme", available: known))
      return nil
    }
    let names = name == Self.defaultName ? [name] : [Self.defaultName, name]
    var layers: [[String: SourceFile]] = []
    for layer in names {
      if let files = FolderReader.read("\(themes)/\(layer)", faults: &faults) {
        layers.append(files)
      }
    }
    guard layers.count == names.count else { return nil }
    self.init(name, layers: layers, faults: &faults)
  }

  /// Of several layers, each by paths within its theme, a later file takes the place of an earlier
  /// one with the same path.
  package init(_ name: String, layers: [[String: SourceFile]]) throws(Faults) {
    var faults: [Fault] = []
    self.init(name, layers: layers, faults: &faults)
    guard faults.isEmpty else { throw Faults(faults) }
  }

  private init(_ name: String, layers: [[String: SourceFile]], faults: inout [Fault]) {
    var groups: [Group: [String: SourceFile]] = [:]
    var messages: [[String: SourceFile]] = []
    for layer in layers {
      var own: [String: SourceFile] = [:]
      for (path, file) in layer where !Self.isForReaders(path) {
        guard let group = Self.group(of: path, file, &faults) else { continue }
        let inside = String(path.dropFirst(group.rawValue.count + 1))
        if group == .locales { own[inside] = file }
        groups[group, default: [:]][inside] = file
      }
      messages.append(own)
    }
    self.name = name
    self.groups = groups
    self.messages = messages
  }

  /// A theme may say what it is, who may use it and how it became so.
  private static func isForReaders(_ path: String) -> Bool {
    !path.contains("/") && ["README", "LICENSE", "CHANGELOG"].contains { path.hasPrefix($0) }
  }

  private static func group(of path: String, _ file: SourceFile, _ faults: inout [Fault]) -> Group?
  {
    let place = Place(file: file.path)
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1, let group = parts.first.flatMap({ Group(rawValue: String($0)) }) else {
      let what = parts.count > 1 ? "the folder “\(parts[0])”" : "a file outside the folders"
      faults.append(
        Fault(
          place, found: what, expected: "a folder of a theme",
          available: Group.allCases.map(\.rawValue)))
      return nil
    }
    guard let name = parts.last, let dot = name.firstIndex(of: "."),
      group.endings.contains(String(name[name.index(after: dot)...]))
    else {
      let ending = parts.last.flatMap { name in
        name.firstIndex(of: ".").map { name[$0...] }
      }
      faults.append(
        Fault(
          place,
          found: ending.map { "a file with the ending “\($0)”" } ?? "a file without an ending",
          expected: "a file for \(group.rawValue)", available: group.endings.map { "." + $0 }))
      return nil
    }
    // What its files are called is for the languages to say.
    if group == .locales { return group }
    guard (parts.dropFirst().dropLast() + [name[..<dot]]).allSatisfy({ isPlain(String($0)) }) else {
      faults.append(
        Fault(
          place, found: "the name “\(path)”",
          expected: "small letters, digits and hyphens, and an ending"))
      return nil
    }
    return group
  }

  /// Names become parts of addresses, ids and classes.
  package static func isPlain(_ name: String) -> Bool {
    let isLetterOrDigit: (UInt8) -> Bool = {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    guard let first = name.utf8.first, isLetterOrDigit(first), name.utf8.count <= 64 else {
      return false
    }
    return name.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
  }
}
