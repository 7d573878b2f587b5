/// The files of a theme, with those of the default theme where it has none of its own.
package struct ThemeFiles: Sendable {
  package static let defaultName = "default"

  /// The folders of a theme.
  package enum Group: String, Sendable, CaseIterable {
    case pages, layouts, parts, styles, scripts, icons, images

    package var endings: [String] {
      switch self {
      case .pages, .layouts, .parts: ["html"]
      case .styles: ["css"]
      case .scripts: ["js"]
      case .icons: ["svg"]
      case .images: ImageKind.allCases.map(\.rawValue)
      }
    }
  }

  package let name: String
  private let groups: [Group: [String: SourceFile]]

  /// By their paths within the folder of the group: `gig.html`, `10-tokens.css`, `covers/tea.svg`.
  package subscript(group: Group) -> [String: SourceFile] { groups[group] ?? [:] }

  /// Those of a group by the names that templates use: `gig` for `gig.html`.
  package func named(_ group: Group) -> [String: SourceFile] {
    let pairs = self[group].map { (String($0.prefix { $0 != "." }), $1) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The theme `name` of the folder of all themes.
  package init(reading name: String, in themes: String) throws(Faults) {
    let known = FolderReader.folders(in: themes).filter(Self.isPlain)
    guard Self.isPlain(name), known.contains(name) else {
      let place = Place(file: Self.isPlain(name) ? "\(themes)/\(name)" : themes)
      throw Faults([
        Fault(place, found: "no theme “\(name)”", expected: "a theme", available: known)
      ])
    }
    var layers: [[String: SourceFile]] = []
    var faults: [Fault] = []
    for layer in name == Self.defaultName ? [name] : [Self.defaultName, name] {
      do throws(Faults) {
        layers.append(try FolderReader.read("\(themes)/\(layer)"))
      } catch {
        faults += error.all
      }
    }
    self.init(name, groups: try Self.grouped(layers, faults))
  }

  /// Of several layers, each by paths within its theme, a later file takes the place of an earlier
  /// one with the same path.
  package init(_ name: String, layers: [[String: SourceFile]]) throws(Faults) {
    self.init(name, groups: try Self.grouped(layers, []))
  }

  private init(_ name: String, groups: [Group: [String: SourceFile]]) {
    self.name = name
    self.groups = groups
  }

  /// `faults` are what is already known to be wrong.
  private static func grouped(
    _ layers: [[String: SourceFile]], _ faults: [Fault]
  ) throws(Faults) -> [Group: [String: SourceFile]] {
    var faults = faults
    var groups: [Group: [String: SourceFile]] = [:]
    for layer in layers {
      for (path, file) in layer where !isForReaders(path) {
        guard let group = group(of: path, file, &faults) else { continue }
        groups[group, default: [:]][String(path.dropFirst(group.rawValue.count + 1))] = file
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return groups
  }

  /// A theme may say what it is and who may use it.
  private static func isForReaders(_ path: String) -> Bool {
    path == "README.md" || path == "LICENSE"
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
