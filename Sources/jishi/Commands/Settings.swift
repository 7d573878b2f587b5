import Store

extension Command {
  static let config = Command(
    name: "config", summary: "shows each setting and where it came from",
    details: "Passwords in addresses, and keys, are not shown."
  ) { _, config in
    let shown = config.entries.map { entry in
      (entry.name, (try? Address(entry.value))?.description ?? entry.shown, entry.source)
    }
    let nameWidth = shown.map(\.0.count).max() ?? 0
    let width = shown.map(\.1.count).max() ?? 0
    return Report(
      shown.map { ($0.0, .table([("value", .text($0.1)), ("source", .text($0.2))])) },
      lines: shown.map { name, value, source in
        let gap = String(repeating: " ", count: width - value.count + 2)
        let nameGap = String(repeating: " ", count: nameWidth - name.count + 2)
        return "\(name)\(nameGap)\(value)\(gap)from \(source)"
      })
  }
}
