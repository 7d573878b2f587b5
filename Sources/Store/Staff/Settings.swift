package import Market

extension Transaction {
  /// Puts a new version in force, and tells the log and the audit. A value that is in force
  /// already makes no version.
  @discardableResult
  package func set(
    _ name: String, to value: String, by actor: String, at now: Instant
  ) throws -> Setting {
    let before = try setting(name)
    // By bytes: two ways to write é are the same text, but not the same value.
    if let before, before.value.utf8.elementsEqual(value.utf8) { return before }
    let setting = Setting(
      name: name, version: (before?.version ?? 0) + 1, value: value, at: now, actor: actor)
    let id = next(Setting.self)
    try run(
      """
      insert into setting (id, name, version, value, at, actor) values ($1, $2, $3, $4, $5, $6)
      """, id, name, setting.version, value, now, actor)
    let route = Route(slug: name)
    try record(
      Change(of: .setting, id.number, from: before.map { _ in route }, to: route), at: now)
    try note(
      Audit(
        at: now, actor: actor, action: "set", noun: .setting, subject: id.number,
        detail: "\(name), version \(setting.version)"))
    return setting
  }
}

extension Reading where Self: ~Copyable {
  /// What is in force; nil when nobody has ever set it.
  package func setting(_ name: String) throws -> Setting? {
    try settings(
      "select name, version, value, at, actor from setting where name = $1 order by version desc limit 1",
      name
    ).first
  }

  /// As it was when something pinned that version.
  package func setting(_ name: String, version: Int) throws -> Setting? {
    try settings(
      "select name, version, value, at, actor from setting where name = $1 and version = $2", name,
      version
    ).first
  }

  /// Every version, the first one first.
  package func settingHistory(_ name: String) throws -> [Setting] {
    try settings(
      "select name, version, value, at, actor from setting where name = $1 order by version", name)
  }

  private func settings(_ sql: SQL, _ values: any Stored...) throws -> [Setting] {
    var found: [Setting] = []
    _ = try run(sql, values.map(\.value)) { row in
      found.append(
        Setting(
          name: try row[0], version: try row[1], value: try row[2], at: try row[3],
          actor: try row[4]))
    }
    return found
  }
}
