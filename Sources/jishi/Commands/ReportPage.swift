import Market
import Store

extension Command {
  static let report = Command(
    name: "report", summary: "shows one report as a whole, and settles it",
    operands: [Operand(name: ReportName.form)],
    details: """
      Everything that is changed here is done by the operator, and stands in the audit as that.

      \(ReportName.explanation)
      """,
    actions: [settleReport]
  ) { arguments, config in
    let name = try ReportName(arguments.operands[0])
    return try await config.read { try ReportPage(of: name, in: $0) }.report
  }
}

/// A report with what it is about.
private struct ReportPage: Sendable {
  static let auditsMax = 20

  let filed: Market.Report
  /// The title of the gig, or the name of the seller.
  let name: String
  let isShown: Bool
  /// The latest first.
  let audits: [Audit]

  init(of name: ReportName, in snapshot: borrowing Snapshot) throws {
    let filed = try snapshot.report(name)
    self.filed = filed
    self.name =
      switch filed.subject {
      case .gig(let id): try snapshot.title(of: snapshot.gig(id))
      case .seller(let party): try snapshot.party(party).name
      }
    isShown = try snapshot.isShown(filed.subject)
    audits = try snapshot.audits(of: .report, filed.id.number, atMost: Self.auditsMax)
  }

  var report: Report { Report(facts, lines: lines) }

  private var facts: [(String, Report.Fact)] {
    filed.facts + [
      ("name", .text(name)), ("shown", .flag(isShown)), ("audits", .list(audits.map(\.fact))),
    ]
  }

  private var lines: [String] {
    let seen = isShown ? "visitors see it" : "visitors do not see it"
    let reporter = filed.reporter.map { "account:\($0)" } ?? "somebody without an account"
    let contact = [filed.contact?.email, filed.contact?.phone].compactMap(\.self)
    var rows = [
      ["about", "\(filed.subject.shown) \(name); \(seen)"],
      ["filed", "\(filed.filedAt.utcText) by \(reporter)"],
      ["contact", contact.isEmpty ? "-" : contact.joined(separator: ", ")],
      ["receipt", filed.receipt.text],
      ["language", filed.language.tag],
    ]
    if case .settled(_, let actor, let at, let note) = filed.state {
      rows.append(["settled", "\(at.utcText) by \(actor)"])
      rows.append(["note", note.isEmpty ? "-" : note])
    }
    let detail = filed.detail.split(separator: "\n", omittingEmptySubsequences: false)
    return ["Report \(filed.id) is \(filed.state.shown): \(filed.reason.rawValue)."]
      + Table(rows.map { ["  \($0[0])", $0[1]] }).lines + detail.map { "  | \(String($0).oneLine)" }
      + (audits.isEmpty
        ? [] : ["What was done, the latest first:"] + Table(audits.map(\.row)).lines)
  }
}
