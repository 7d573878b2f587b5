import Market
import Store

extension Command {
  private static let states = ["draft", "published", "paused", "archived"]

  static let gig = Command(
    name: "gig", summary: "shows what is offered, and moves it about",
    options: [
      Option(
        name: "state", value: "STATE", summary: "only those: \(states.joined(separator: ", "))"),
      Option(
        name: "party", value: Who.form, summary: "only the gigs of this person or organisation"),
      Option(name: "category", value: "SLUG", summary: "only those in this category or group"),
    ] + pagingOptions,
    details: """
      Without an action gigs are listed. Everything that is changed here is done by the operator,
      and stands in the audit as that.

      \(Who.explanation)
      """,
    actions: [
      showGig, createGig, publishGig, pauseGig, resumeGig, archiveGig, restoreGig, moveGig,
      approveGig, rejectGig, takeDownGig, reinstateGig,
    ]
  ) { arguments, config in
    let (after, limit) = try arguments.page()
    let state = arguments.options["state"]
    if let state, !states.contains(state) {
      throw UsageError("--state is one of \(states.joined(separator: ", ")), not “\(state)”.")
    }
    let who = try arguments.options["party"].map { try Who($0) }
    let slug = arguments.options["category"]
    let listed = try await config.read { snapshot in
      let filter = GigFilter(
        state: state, party: try who.map { try snapshot.party($0).id },
        category: try slug.map { try snapshot.category(named: $0).id })
      let slugs = Dictionary(
        uniqueKeysWithValues: try snapshot.categories().map { ($0.id, $0.slug) })
      let gigs = try snapshot.gigs(filter, after: ID(after), atMost: limit + 1)
      return Listed(
        try gigs.map { gig in
          GigLine(
            gig: gig, category: slugs[gig.category] ?? "", title: try snapshot.title(of: gig))
        }, limit: limit)
    }
    var facts: [(String, Report.Fact)] = [("gigs", .list(listed.items.map(\.fact)))]
    if listed.isCut, let last = listed.items.last {
      facts.append(("next", .number(last.gig.id.number)))
    }
    return Report(facts, lines: lines(of: listed, arguments))
  }

  private static func lines(of listed: Listed<GigLine>, _ arguments: Arguments) -> [String] {
    guard let last = listed.items.last else {
      return [
        arguments.options.keys.contains { ["state", "party", "category", "after"].contains($0) }
          ? "No gig is like that; `jishi gig` lists them all."
          : "There are no gigs yet; `jishi gig create FILE` makes one."
      ]
    }
    let heading = ["ID", "STATE", "MODERATION", "SHOWN", "PARTY", "CATEGORY", "TITLE"]
    let more = "More follow: add `--after \(last.gig.id)`."
    return Table([heading] + listed.items.map(\.row)).lines + (listed.isCut ? [more] : [])
  }
}

extension Reading where Self: ~Copyable {
  func category(named slug: String) throws -> Category {
    if let found = try category(slug: slug) { return found }
    let hint = slug.hint(among: try categories().map(\.slug)).map { " Did you mean \($0)?" } ?? ""
    throw UsageError("There is no category “\(slug)”.\(hint) `jishi catalogue` shows them all.")
  }
}

private struct GigLine: Sendable {
  let gig: Gig
  let category: String
  let title: String

  var row: [String] {
    [
      "\(gig.id)", gig.state.name, gig.moderation.name, gig.isShown ? "yes" : "no",
      "party:\(gig.party)", category, title,
    ]
  }

  var fact: Report.Fact {
    .table([
      ("id", .number(gig.id.number)), ("state", .text(gig.state.name)),
      ("moderation", .text(gig.moderation.name)), ("shown", .flag(gig.isShown)),
      ("party", .number(gig.party.number)), ("category", .text(category)), ("title", .text(title)),
    ])
  }
}
