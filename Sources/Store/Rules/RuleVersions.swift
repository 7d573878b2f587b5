package import Market
import Synchronization

extension Transaction {
  /// Publishes rules, and tells the log and the audit. They take effect at `from`, or as soon as
  /// the notice allows that the rules in force ask for.
  ///
  /// Nothing is published when the latest version has this very text and takes effect by then.
  @discardableResult
  package func setRules(
    _ text: String, file: String, from: Instant? = nil, by actor: Actor, at now: Instant
  ) throws -> RuleVersion {
    try actor.must(.makeRules, or: RuleVersionError.self)
    _ = try Rules(text: text, file: file)
    let inForce = try rules(at: now).rules
    let start = from ?? inForce.noticeEnds(publishedAt: now)
    let digest = SHA256.digest(of: text).hexadecimal
    if let latest = try latestRuleVersion(), latest.digest == digest, latest.from <= start {
      return latest
    }
    try inForce.checkNotice(from: start, publishedAt: now)
    let version = RuleVersion(
      id: next(RuleVersion.self), digest: digest, from: start, actor: actor.name, at: now)
    try run(
      """
      insert into rule_version (id, text, digest, from_at, actor, at)
      values ($1, $2, $3, $4, $5, $6)
      """, version.id, text, digest, start, actor.name, now)
    try record(Change(of: .ruleVersion, version.id.number, from: nil, to: Route()), at: now)
    try note(
      "publish", .ruleVersion, version.id.number, by: actor, at: now,
      detail: "in force from \(start.utcText)")
    return version
  }
}

extension Reading where Self: ~Copyable {
  /// What is in force at a moment: of all versions that have taken effect by then, the one that was
  /// published last. Before the first version that one is in force.
  package func ruleVersion(at moment: Instant) throws -> RuleVersion {
    let found = try ruleVersions(
      """
      select id, digest, from_at, actor, at from rule_version where from_at <= $1
      order by id desc limit 1
      """, moment
    ).first
    guard let version = try found ?? ruleVersion(ID(1)) else {
      throw StoreError.corrupt("the market has no rules")
    }
    return version
  }

  package func ruleVersion(_ id: ID<RuleVersion>) throws -> RuleVersion? {
    try ruleVersions("select id, digest, from_at, actor, at from rule_version where id = $1", id)
      .first
  }

  /// Every version, the first one first.
  package func ruleHistory() throws -> [RuleVersion] {
    try ruleVersions("select id, digest, from_at, actor, at from rule_version order by id")
  }

  /// The text as it was published.
  package func ruleText(_ id: ID<RuleVersion>) throws -> String {
    guard
      let text: String = try row(
        "select text from rule_version where id = $1", id, as: { try $0[0] })
    else { throw RuleVersionError.unknown(id) }
    return text
  }

  /// The rules that are in force at a moment, with the version for an order to keep.
  package func rules(
    at moment: Instant
  ) throws -> (version: ID<RuleVersion>, rules: Rules) {
    let version = try ruleVersion(at: moment)
    return (version.id, try rules(of: version))
  }

  /// As they were when something pinned that version.
  package func rules(version id: ID<RuleVersion>) throws -> Rules {
    guard let version = try ruleVersion(id) else { throw RuleVersionError.unknown(id) }
    return try rules(of: version)
  }

  private func rules(of version: RuleVersion) throws -> Rules {
    if let known = ReadRules.find(version.digest) { return known }
    let rules = try version.read(try ruleText(version.id))
    ReadRules.keep(rules, version.digest)
    return rules
  }

  fileprivate func latestRuleVersion() throws -> RuleVersion? {
    try ruleVersions(
      "select id, digest, from_at, actor, at from rule_version order by id desc limit 1"
    ).first
  }

  private func ruleVersions(_ sql: SQL, _ values: any Stored...) throws -> [RuleVersion] {
    var found: [RuleVersion] = []
    _ = try run(sql, values.map(\.value)) { row in
      found.append(
        RuleVersion(
          id: try row[0], digest: try row[1], from: try row[2], actor: try row[3], at: try row[4]))
    }
    return found
  }

  /// Every version can be read, and is the text that was published.
  func ruleFaults() throws -> [String] {
    let history = try ruleHistory()
    guard !history.isEmpty else { return ["The market has no rules."] }
    return try history.compactMap { version in
      let text = try ruleText(version.id)
      do throws(StoreError) {
        _ = try version.read(text)
        return nil
      } catch {
        return "\(error)"
      }
    }
  }
}

extension RuleVersion {
  fileprivate func read(_ text: String) throws(StoreError) -> Rules {
    guard SHA256.digest(of: text).hexadecimal == digest else {
      throw .corrupt("version \(id) of the rules is not the text that was published")
    }
    do throws(SheetFaults) {
      return try Rules(text: text, file: "version \(id)", isStored: true)
    } catch {
      throw .corrupt("version \(id) of the rules cannot be read (\(error))")
    }
  }
}

/// What has been made of a text, by the text's digest: every action asks for the rules, and a text
/// means the same in each database and forever.
private enum ReadRules {
  private static let keptMax = 64
  private static let kept = Mutex<[String: Rules]>([:])

  static func find(_ digest: String) -> Rules? { kept.withLock { $0[digest] } }

  static func keep(_ rules: Rules, _ digest: String) {
    kept.withLock { kept in
      if kept.count >= keptMax { kept.removeAll() }
      kept[digest] = rules
    }
  }
}
