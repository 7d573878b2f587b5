import Market
import Store

extension Command {
  static let reports = Command(
    name: "reports", summary: "shows what people have reported, the oldest first",
    options: [
      Option(name: "all", value: nil, summary: "the settled ones too")
    ] + pagingOptions,
    details: "Those that wait are listed; `jishi report ID` shows one as a whole."
  ) { arguments, config in
    let (after, limit) = try arguments.page()
    let filter: ReportFilter = arguments.has("all") ? .all : .open
    let (listed, open) = try await config.read { snapshot in
      let found = try snapshot.reports(filter, after: ID(after), atMost: limit + 1)
      return (Listed(found, limit: limit), try snapshot.openReportCount())
    }
    var facts: [(String, Report.Fact)] = [
      ("reports", .list(listed.items.map { .table($0.facts) })), ("open", .number(open)),
    ]
    if listed.isCut, let last = listed.items.last {
      facts.append(("next", .number(last.id.number)))
    }
    return Report(facts, lines: lines(of: listed, filter, after: after))
  }

  private static func lines(
    of listed: Listed<Market.Report>, _ filter: ReportFilter, after: Int64
  ) -> [String] {
    guard let last = listed.items.last else {
      if after > 0 { return ["No such report has a number after \(after)."] }
      return switch filter {
      case .open: ["No report waits; `jishi reports --all` lists the settled ones too."]
      case .all: ["Nobody has reported anything yet."]
      }
    }
    let heading = ["ID", "STATE", "FILED", "ABOUT", "REASON", "DETAIL"]
    let more = "More follow: add `--after \(last.id)`."
    return Table([heading] + listed.items.map(\.row)).lines + (listed.isCut ? [more] : [])
  }

  static let settleReport = Command(
    name: "report settle", summary: "says what came of a report, once",
    operands: [Operand(name: ReportName.form)],
    options: [
      Option(
        name: "as", value: "OUTCOME",
        summary: ReportOutcome.allCases.map(\.rawValue).joined(separator: " or "), isNeeded: true),
      Option(name: "note", value: "TEXT", summary: "for colleagues; it is kept in the audit"),
    ],
    details: """
      Nothing else is done: `jishi gig take-down` and `jishi user suspend` hide what was reported.

      \(ReportName.explanation)
      """
  ) { arguments, config in
    let name = try ReportName(arguments.operands[0])
    let outcome = try ReportOutcome(typed: arguments.options["as"] ?? "", as: "--as")
    let note = arguments.options["note"] ?? ""
    let report = try await config.change { tx, now in
      let id = try tx.report(name).id
      return try tx.settleReport(id, as: outcome, note: note, by: .operator, at: now)
    }
    return Report(
      [("report", .number(report.id.number)), ("state", .text(report.state.shown))],
      lines: ["Report \(report.id) is \(report.state.shown)."])
  }
}

/// How an operator names a report: a reporter knows its receipt.
enum ReportName: Sendable {
  case number(ID<Market.Report>)
  case receipt(PublicID<Market.Report>)

  static let form = "ID"
  static let explanation = """
    ID is the number of a report, or the receipt that its reporter was given.
    """

  init(_ text: String) throws {
    if let number = Int64(text), number > 0 {
      self = .number(ID(number))
    } else if let receipt = PublicID<Market.Report>(text) {
      self = .receipt(receipt)
    } else {
      throw UsageError("“\(text)” is neither the number of a report nor a receipt.")
    }
  }
}

extension Reading where Self: ~Copyable {
  func report(_ name: ReportName) throws -> Market.Report {
    switch name {
    case .number(let id): return try report(id)
    case .receipt(let receipt):
      guard let report = try report(receipt: receipt) else {
        throw UsageError("There is no report with the receipt \(receipt).")
      }
      return report
    }
  }
}

extension Market.Report {
  private static let detailCharactersShown = 40

  fileprivate var row: [String] {
    let isCut = detail.count > Self.detailCharactersShown
    let detail = detail.prefix(Self.detailCharactersShown) + (isCut ? "…" : "")
    return [
      "\(id)", state.shown, filedAt.utcText, subject.shown, reason.rawValue, String(detail),
    ]
  }

  var facts: [(String, Report.Fact)] {
    var facts: [(String, Report.Fact)] = [
      ("id", .number(id.number)), ("receipt", .text(receipt.text)), ("state", .text(state.shown)),
      ("about", .table(subject.facts)), ("reason", .text(reason.rawValue)),
      ("detail", .text(detail)), ("language", .text(language.tag)),
      ("filedAt", .text(filedAt.utcText)),
    ]
    if let reporter { facts.append(("account", .number(reporter.number))) }
    if let email = contact?.email { facts.append(("email", .text(email))) }
    if let phone = contact?.phone { facts.append(("phone", .text(phone))) }
    if case .settled(_, let actor, let at, let note) = state {
      facts += [
        ("settledBy", .text(actor)), ("settledAt", .text(at.utcText)), ("note", .text(note)),
      ]
    }
    return facts
  }
}

extension Market.Report.State {
  var shown: String {
    switch self {
    case .open: "open"
    case .settled(let outcome, _, _, _): outcome.rawValue
    }
  }
}

extension ReportSubject {
  var shown: String {
    switch self {
    case .gig(let id): "gig:\(id)"
    case .seller(let party): "party:\(party)"
    }
  }

  fileprivate var facts: [(String, Report.Fact)] {
    switch self {
    case .gig(let id): [("gig", .number(id.number))]
    case .seller(let party): [("party", .number(party.number))]
    }
  }
}
