import Market
import Store

/// What an operator does to one gig.
extension Command {
  private static let id = Operand(name: "ID")
  private static let reason = Option(
    name: "reason", value: "TEXT", summary: "why; the seller is told", isNeeded: true)

  static let publishGig = change("publish", "shows visitors what the draft says", "publish") {
    tx, id, _, now in
    do {
      try tx.publishGig(id, by: .operator, at: now)
    } catch GigError.unfit(let faults) {
      let draft = try tx.gig(id).draft
      let asset = try draft.flatMap { try tx.gigContent(of: $0) }?.asset
      throw UsageError(faults.sentences(in: asset))
    }
  }

  static let pauseGig = change("pause", "takes a gig off the market for a while", "pause") {
    tx, id, _, now in try tx.pauseGig(id, by: .operator, at: now)
  }

  static let resumeGig = change("resume", "puts a paused gig back", "resume") {
    tx, id, _, now in try tx.resumeGig(id, by: .operator, at: now)
  }

  static let archiveGig = change("archive", "puts a gig away; it no longer counts", "archive") {
    tx, id, _, now in try tx.archiveGig(id, by: .operator, at: now)
  }

  static let restoreGig = change(
    "restore", "takes a gig out of the archive, paused", "restore"
  ) { tx, id, _, now in try tx.restoreGig(id, by: .operator, at: now) }

  static let moveGig = change(
    "move", "puts a gig into another category", "move", detail: "to",
    options: [
      Option(name: "to", value: "SLUG", summary: "the category, not a group", isNeeded: true)
    ]
  ) { tx, id, arguments, now in
    let category = try tx.category(named: arguments.options["to"] ?? "")
    try tx.moveGig(id, to: category.id, by: .operator, at: now)
  }

  // The market itself writes down what is done as staff do it.

  static let approveGig = change("approve", "finds a gig fit to be shown") {
    tx, id, _, now in try tx.approveGig(id, by: .operator, at: now)
  }

  static let rejectGig = change(
    "reject", "finds a gig not fit as it is; it waits until it is approved",
    options: [reason]
  ) { tx, id, arguments, now in
    try tx.rejectGig(id, because: arguments.options["reason"] ?? "", by: .operator, at: now)
  }

  static let takeDownGig = change(
    "take-down", "hides a gig until staff say otherwise", options: [reason]
  ) { tx, id, arguments, now in
    try tx.takeDownGig(id, because: arguments.options["reason"] ?? "", by: .operator, at: now)
  }

  static let reinstateGig = change("reinstate", "lets a gig that was taken down back in") {
    tx, id, _, now in try tx.reinstateGig(id, by: .operator, at: now)
  }

  /// `noted` is how it stands in the audit; nil where the market notes it by itself.
  private static func change(
    _ word: String, _ summary: String, _ noted: String? = nil, detail: String? = nil,
    options: [Option] = [],
    _ change:
      @escaping @Sendable (borrowing Transaction, ID<Gig>, Arguments, Instant) throws -> Void
  ) -> Command {
    Command(name: "gig \(word)", summary: summary, operands: [id], options: options) {
      arguments, config in
      let id = try arguments.id(0, of: Gig.self)
      let gig = try await config.change { tx, now in
        try change(tx, id, arguments, now)
        if let noted {
          let detail = detail.flatMap { arguments.options[$0] } ?? ""
          try tx.noteOperator(noted, .gig, id.number, detail, at: now)
        }
        return try tx.gig(id)
      }
      return Report(gig.outcome, lines: [gig.outcomeLine])
    }
  }
}

extension Gig {
  var outcome: [(String, Report.Fact)] {
    [
      ("id", .number(id.number)), ("state", .text(state.name)),
      ("moderation", .text(moderation.name)), ("shown", .flag(isShown)),
    ]
  }

  var outcomeLine: String {
    let shown = isShown ? "visitors see it" : "visitors do not see it"
    return "Gig \(id) is \(state.wording), \(moderation.wording): \(shown)."
  }
}
