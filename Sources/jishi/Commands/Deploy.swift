import Pages
import Site

extension Command {
  /// So many files of a plan are named.
  private static let namedMax = 50

  static let deploy = Command(
    name: "deploy", summary: "sends the site to where visitors get it from: only what has changed",
    operands: [Operand(name: "TARGET", isNeeded: false)],
    options: [
      Option(name: "dry-run", value: nil, summary: "say what would be sent, and send nothing"),
      Option(
        name: "check", value: nil,
        summary:
          "read back all that is there, and send again what is not as it should be; with --dry-run only say it"
      ),
      Option(
        name: "stale", value: nil, summary: "print the addresses that a cache may still have"),
    ],
    details: """
      TARGET is a name of `targets` in site.json, or a place: folder:/srv/www, rsync:user@host:/srv/www or
      s3://bucket/prefix. Nothing is there before what it leads to, and nothing goes before what leads
      to it; each file is read back. What was broken off goes on where it stopped. Secrets come from the
      environment: JISHI_SECRET_NAME, or AWS_SECRET_ACCESS_KEY. Without TARGET the targets are listed,
      with what is to be sent to each. See docs/deploy.md.
      """
  ) { arguments, config in
    guard let name = arguments.operands.first else { return try list(config) }
    let target = try config.target(name)
    let progress = Progress("Deploying")
    let deployment = try Deployment(of: config.output, at: config.site.origin, to: target) {
      if case .sent(let count, let total) = $0 {
        progress.reach(Double(count) / Double(max(1, total)), files: count)
      }
    }
    let isDry = arguments.has("dry-run")
    let faulty =
      try arguments.has("check") ? deployment.check(mending: !isDry) : []
    if isDry {
      return try deployment.plan().report(of: target.title, atMost: namedMax, faulty: faulty)
    }
    return try deployment.run().report(
      of: target.title, faulty: faulty, isStalePrinted: arguments.has("stale"))
  }

  private static func list(_ config: Config) throws -> Report {
    guard try Releases(in: config.output) != nil else { throw DeployError.noSite }
    let rows = config.targetNames.map { name in
      let to = config.targetTables[name]?["to"] ?? ""
      do {
        let plan = try Deployment(
          of: config.output, at: config.site.origin, to: try config.target(name)
        ) { _ in }.plan()
        return (name: name, to: to, due: plan.count, said: plan.summary)
      } catch {
        // What is wrong with one of them says nothing of the others.
        return (name: name, to: to, due: -1, said: Failure(error).sentence)
      }
    }
    let facts = rows.map { row in
      Report.Fact.table([
        ("name", .text(row.name)), ("to", .text(row.to)), ("due", .number(Int64(row.due))),
        ("said", .text(row.said)),
      ])
    }
    return Report(
      [("targets", .list(facts))],
      lines: rows.isEmpty
        ? ["site.json names no `targets`; `jishi deploy --help` says what one is."]
        : Table(rows.map { [$0.name, $0.to, $0.said] }).lines)
  }
}

extension Deployment.Plan {
  fileprivate var summary: String {
    let files = count == 0 ? "up to date" : "\(count) files to be sent"
    return untold == 0 ? files : "\(files), \(untold) addresses to be told"
  }

  fileprivate func report(of name: String, atMost limit: Int, faulty: [String]) -> Report {
    let all =
      new.map { ("new", $0) } + changed.map { ("changed", $0) } + gone.map { ("gone", $0) }
    func list(_ paths: [String]) -> Report.Fact { .list(paths.map { .text($0) }) }
    return Report(
      [
        ("target", .text(name)), ("new", list(new)), ("changed", list(changed)),
        ("gone", list(gone)), ("faulty", list(faulty)), ("whole", .flag(isWhole)),
        ("seconds", .decimal(time / .seconds(1))),
      ],
      lines: faulty.map { "It is not as it should be: \($0)" }
        + all.prefix(limit).map { "\($0): \($1)" }
        + (all.count > limit ? ["… and \(all.count - limit) more."] : [])
        + [
          count == 0
            ? "\(name) is up to date."
            : "To \(name) would go: \(new.count) new files and \(changed.count) changed; \(gone.count) would be removed. Nothing was sent.",
          "Planned in \((time / .milliseconds(1)).tenths) ms.",
        ], code: faulty.isEmpty ? .fine : .fault)
  }
}

extension Deployment.Outcome {
  fileprivate func report(of name: String, faulty: [String], isStalePrinted: Bool) -> Report {
    func list(_ texts: [String]) -> Report.Fact { .list(texts.map { .text($0) }) }
    return Report(
      [
        ("target", .text(name)), ("sent", .number(Int64(sent))),
        ("removed", .number(Int64(removed))), ("bytes", .number(Int64(bytes))),
        ("faulty", list(faulty)), ("stale", list(stale)),
        ("announced", .number(Int64(announced))), ("troubles", list(troubles)),
        ("planning_seconds", .decimal(planning / .seconds(1))),
      ],
      lines: (isStalePrinted ? stale : []) + faulty.map { "It was not as it should be: \($0)" }
        + [summary(of: name)]
        + troubles.map { "What has changed could not be told; the next time tries again. \($0)" },
      code: troubles.isEmpty ? .fine : .outside)
  }

  func summary(of name: String) -> String {
    if sent + removed == 0 { return "\(name) is up to date." }
    return
      "\(name): \(sent) files sent (\(bytes / 1_000) kB), \(removed) removed, planned in \((planning / .milliseconds(1)).tenths) ms"
      + (announced > 0 ? "; \(announced) addresses announced." : ".")
  }
}

extension Progress {
  fileprivate func reach(_ share: Double, files: Int) { reach(share, pages: files) }
}
