/// The modules of a theme, each after all that it imports.
struct ScriptOrder {
  private(set) var modules: [String: ScriptModule] = [:]
  private(set) var paths: [String] = []
  private(set) var faults: [Fault] = []
  private var entered: [String] = []

  /// By their paths within `scripts/`.
  init(_ files: [String: SourceFile]) {
    modules = files.mapValues(ScriptModule.init)
    for path in files.keys.sorted() { visit(path) }
  }

  /// The path within `scripts/` of what a module imports; nil when it is no address of a file.
  static func path(of each: ScriptModule.Import, from path: String) -> String? {
    guard each.address.hasPrefix("./") || each.address.hasPrefix("../") else { return nil }
    let start = "scripts/"
    let full = RelativePath.resolve(each.address, from: start + path)
    return full.flatMap { $0.hasPrefix(start) ? String($0.dropFirst(start.count)) : nil }
  }

  private mutating func visit(_ path: String) {
    guard let module = modules[path], !paths.contains(path) else { return }
    faults += module.faults
    entered.append(path)
    for each in module.imports {
      let place = module.file.place(at: each.range.lowerBound)
      guard let imported = Self.path(of: each, from: path), modules[imported] != nil else {
        let known = modules.keys.filter { $0 != path }.sorted().map { "./" + $0 }
        faults.append(
          Fault(
            place, found: "the import “\(each.address)”", expected: "a script of the theme",
            available: known))
        continue
      }
      if let start = entered.firstIndex(of: imported) {
        let circle = (entered[start...] + [imported]).joined(separator: " → ")
        faults.append(
          Fault(
            place, found: "an import that comes back to its module: \(circle)",
            expected: "modules that do not need each other"))
      } else {
        visit(imported)
      }
      checkNames(of: each, in: module, from: imported)
    }
    entered.removeLast()
    paths.append(path)
  }

  private mutating func checkNames(
    of each: ScriptModule.Import, in module: ScriptModule, from imported: String
  ) {
    guard let exports = modules[imported]?.exports else { return }
    for (name, offset) in each.names where !exports.contains(name) {
      faults.append(
        Fault(
          module.file.place(at: offset),
          found: name == "default"
            ? "an import of what a module exports as default" : "the import “\(name)”",
          expected: "what \(each.address) exports", available: nearestFirst(exports, to: name)))
    }
  }
}
