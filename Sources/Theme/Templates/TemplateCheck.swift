/// Reads and checks all the templates of a theme, each once.
struct TemplateCheck {
  let directory: ViewDirectory
  private var files: [TemplateFile] = []
  private var surroundings: Surroundings
  private(set) var templates: [String: CheckedTemplate] = [:]
  private(set) var uses = TemplateUses()
  private(set) var faults: [Fault] = []
  private var includes = IconNames()
  /// By the key of a file: what it includes or stands in.
  private var arrows: [String: [(key: String, place: Place)]] = [:]

  init(
    _ theme: TemplateFiles, views: [any View.Type], messages: [LocaleMessages],
    assets: [String: String], icons: Set<String>?
  ) {
    directory = ViewDirectory(pages: views)
    surroundings = Surroundings(
      directory: directory, messages: messages, assets: assets, icons: icons)
    for (key, file) in theme.files.sorted(by: { $0.key < $1.key }) {
      if let file = TemplateFile(key, file, directory) { files.append(file) }
    }
    for file in files where file.role == .part {
      surroundings.parts[file.name] = file.signature
    }
    checkLayouts()
    for index in files.indices where files[index].role != .layout { check(index) }
    checkCycles()
    if let icons { faults += includes.faults(besides: icons) }
    checkPages(theme)
    faults = Array(Set(faults))
  }

  private mutating func check(_ index: Int) {
    findLayout(of: index)
    let file = files[index]
    guard file.isChecked else {
      faults += file.source.told
      if file.role == .layout {
        surroundings.layouts[file.name] = LayoutShape(path: file.source.file.path, view: nil)
      }
      return
    }
    let checked = file.checked(in: surroundings)
    templates[file.key] = checked.template
    uses.add(checked.uses)
    faults += checked.faults
    includes.add(file.key, checked)
    arrows[file.key, default: []] += checked.includes.map { ("parts/\($0.part).html", $0.place) }
    if file.role == .layout { surroundings.layouts[file.name] = checked.shape }
  }

  private mutating func findLayout(of index: Int) {
    guard let word = files[index].tree.layout, surroundings.layouts[word.text] == nil else {
      return
    }
    let names = files.filter { $0.role == .layout }.map(\.name)
    // One that stands around itself is told as a circle.
    if names.contains(word.text) { return }
    files[index].source.report(
      word.offset, found: "the layout \(word.shown)", expected: "a file of layouts/",
      available: nearestFirst(names, to: word.text))
  }

  /// Those that stand around others are checked before them.
  private mutating func checkLayouts() {
    var waiting = files.indices.filter { files[$0].role == .layout }
    for index in waiting {
      guard let word = files[index].tree.layout else { continue }
      let place = files[index].source.place(word.offset)
      arrows[files[index].key, default: []].append(("layouts/\(word.text).html", place))
    }
    let names = Set(waiting.map { files[$0].name })
    while !waiting.isEmpty {
      let ready = waiting.filter { index in
        guard let outer = files[index].tree.layout?.text, names.contains(outer) else {
          return true
        }
        return surroundings.layouts[outer] != nil
      }
      // What is left stands around itself.
      for index in ready.isEmpty ? waiting : ready { check(index) }
      waiting = ready.isEmpty ? [] : waiting.filter { !ready.contains($0) }
    }
  }
}

// What is seen only when all files are looked at together.
extension TemplateCheck {
  private mutating func checkCycles() {
    var done: Set<String> = []
    for key in arrows.keys.sorted() {
      var trail: [String] = []
      walk(key, &trail, &done)
    }
  }

  private mutating func walk(_ key: String, _ trail: inout [String], _ done: inout Set<String>) {
    guard !done.contains(key) else { return }
    trail.append(key)
    if trail.count > TemplateLimits.inlinedNestingMax {
      faults.append(
        Fault(
          Place(file: templates[key]?.path ?? key),
          found: "files inside each other \(trail.count) times",
          expected: "at most \(TemplateLimits.inlinedNestingMax)"))
    } else {
      for arrow in arrows[key] ?? [] {
        if let first = trail.firstIndex(of: arrow.key) {
          let circle = (trail[first...] + [arrow.key]).joined(separator: " → ")
          faults.append(
            Fault(
              arrow.place, found: "a file inside itself: \(circle)", expected: "no such circle"))
        } else {
          walk(arrow.key, &trail, &done)
        }
      }
    }
    trail.removeLast()
    done.insert(key)
  }

  private mutating func checkPages(_ theme: TemplateFiles) {
    var taken: [String: String] = [:]
    for file in files where file.role == .page {
      guard let view = file.view, let word = file.tree.view else { continue }
      if let before = taken[view.name] {
        var source = file.source
        faults.append(
          Fault(
            source.place(word.offset), found: "a second template for \(view.name)",
            expected: "one; there is \(before)"))
      } else {
        taken[view.name] = file.source.file.path
      }
    }
    // A head that cannot be read may be that of any page.
    if files.contains(where: { $0.role == .page && $0.view == nil }) { return }
    for view in directory.pages where taken[view.name] == nil {
      faults.append(
        Fault(
          Place(file: "\(theme.folder)/pages"), found: "no template for \(view.name)",
          expected: "a file that begins with {% view \(view.name) %}"))
    }
  }
}
