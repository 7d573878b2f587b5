/// A file of the site that stays the same as long as its name does.
package struct PublishedFile: Hashable, Sendable {
  /// Within the folder of such files: `style-3f2a9c04d1b7.css`.
  package let name: String
  package let bytes: [UInt8]
  package let contentType: String
}

/// What a theme publishes besides pages, ready to be written.
package struct Assets: Sendable {
  /// Where all of it is served from.
  package static let folder = "/a/"

  /// Sorted by name; none is there twice.
  package let files: [PublishedFile]
  /// By the names that templates use, such as `style.css`: the address of each.
  package let addresses: [String: String]
  /// What may follow `#` after the address of `icons.svg`.
  package let iconNames: Set<String>

  package init(_ theme: ThemeFiles) throws(Faults) {
    var making = AssetMaking()
    making.images(theme[.images])
    making.icons(theme[.icons])
    making.scripts(theme[.scripts])
    making.styles(theme[.styles])
    guard making.faults.isEmpty else { throw Faults(making.faults) }
    files = making.files.values.sorted { $0.name < $1.name }
    addresses = making.names.mapValues { Self.folder + $0 }
    iconNames = making.iconNames
  }
}

/// Images first, scripts after those they import, styles last: a name can only be given when
/// everything that stands in the file is known.
private struct AssetMaking {
  /// What templates call all icons together.
  static let sprite = "icons.svg"

  var files: [String: PublishedFile] = [:]
  /// From the names that templates use to those in `files`.
  var names: [String: String] = [:]
  var iconNames: Set<String> = []
  var faults: [Fault] = []

  mutating func images(_ images: [String: SourceFile]) {
    for (path, file) in images.sorted(by: { $0.key < $1.key }) {
      guard let ending = path.split(separator: ".").last,
        let kind = ImageKind(ending: String(ending))
      else { continue }
      check(file, kind)
      if path == Self.sprite {
        faults.append(
          Fault(
            Place(file: file.path), found: "an image with the name “\(path)”",
            expected: "another name: templates know all of icons/ by this one"))
        continue
      }
      publish(path, file.bytes, kind.contentType, from: file)
    }
  }

  private mutating func check(_ file: SourceFile, _ kind: ImageKind) {
    guard kind == .svg else {
      if ImageKind.of(file.bytes) != kind {
        let found = ImageKind.of(file.bytes).map { "an image of the kind \($0)" }
        faults.append(
          Fault(
            Place(file: file.path), found: found ?? "something else", expected: "\(kind)"))
      }
      return
    }
    let drawing = Drawing(file)
    faults += drawing.faults
    if let root = drawing.root, drawing.faults.isEmpty, root["xmlns"] == nil {
      faults.append(
        Fault(
          file.place(at: root.offset), found: "<svg> without xmlns",
          expected: "xmlns=\"\(Drawing.namespace)\""))
    }
  }

  mutating func icons(_ icons: [String: SourceFile]) {
    guard let first = icons.min(by: { $0.key < $1.key })?.value else { return }
    let sprite = IconSprite(icons)
    faults += sprite.faults
    iconNames = sprite.names
    publish(Self.sprite, sprite.bytes, ImageKind.svg.contentType, from: first)
  }

  mutating func scripts(_ scripts: [String: SourceFile]) {
    let order = ScriptOrder(scripts)
    faults += order.faults
    for path in order.paths {
      guard let module = order.modules[path] else { continue }
      let addresses = module.imports.map { each in
        let imported = ScriptOrder.path(of: each, from: path)
        return "./" + (imported.flatMap { names[$0] } ?? "")
      }
      publish(
        path, module.importing(addresses), "text/javascript; charset=utf-8", from: module.file)
    }
  }

  mutating func styles(_ styles: [String: SourceFile]) {
    guard let first = styles.min(by: { $0.key < $1.key })?.value else { return }
    let images = names.filter { !$0.key.hasSuffix(".js") && $0.key != Self.sprite }
    let known = Dictionary(
      images.map { ("images/\($0.key)", $0.value) }, uniquingKeysWith: { first, _ in first })
    var joined: [UInt8] = []
    for (path, file) in styles.sorted(by: { $0.key < $1.key }) {
      let sheet = StyleSheet(file, path: "styles/\(path)", images: known)
      faults += sheet.faults
      joined += sheet.minified
    }
    publish("style.css", joined, "text/css; charset=utf-8", from: first)
  }

  private mutating func publish(
    _ name: String, _ bytes: [UInt8], _ contentType: String, from file: SourceFile
  ) {
    guard names[name] == nil else {
      faults.append(
        Fault(
          Place(file: file.path), found: "a second file with the name “\(name)”",
          expected: "a name of its own: templates would not know which is meant"))
      return
    }
    // Folders become a part of the name: all files lie beside each other.
    let flat = name.split(separator: "/").joined(separator: "-")
    let stem = flat.prefix { $0 != "." }
    let published = "\(stem)-\(Fingerprint.of(bytes))\(flat.dropFirst(stem.count))"
    names[name] = published
    files[published] = PublishedFile(name: published, bytes: bytes, contentType: contentType)
  }
}
