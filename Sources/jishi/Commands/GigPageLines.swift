import Market
import Store

/// The page of a gig, for people and for machines.
extension GigPage {
  var report: Report { Report(facts, lines: lines) }

  private var lines: [String] {
    let shown = gig.isShown ? "visitors see it" : "visitors do not see it"
    var rows = [
      ["party", "\(party.shown), \(party.state.shown)"],
      ["category", category.slug],
      ["moderation", gig.moderation.shown],
      ["opened", gig.openedAt.utcText],
      ["revision", "\(gig.revision)\(gig.draft == nil ? "" : ", with a draft")"],
      [
        "figures",
        "\(figures.orders) orders, \(figures.reviews) reviews, \(figures.stars) stars in sum",
      ],
    ]
    rows += addresses + texts + prices
    rows += places.enumerated().map {
      let slot = "slot \($1.slot.number)\($1.slot.isShown ? "" : ", empty while it is away")"
      return [$0 == 0 ? "listings" : "", "\($1.name), \(slot)"]
    }
    rows += related.enumerated().map {
      [$0 == 0 ? "related" : "", "\($1.id)", $1.title]
    }
    return ["Gig \(gig.id) is \(gig.state.shown); \(shown)."]
      + Table(rows.map { ["  \($0[0])"] + $0.dropFirst() }).lines + history
  }

  private var addresses: [[String]] {
    let current = gig.slugs.sorted { $0.key < $1.key }.map { locale, slug in
      [locale.tag, "\(slug)\(chosenSlugs[locale] == nil ? "" : ", chosen")"]
    }
    let former = formerSlugs.map { [$0.0.tag, "\($0.1), formerly"] }
    return (current + former).enumerated().map { [$0 == 0 ? "addresses" : ""] + $1 }
  }

  private var texts: [[String]] {
    guard let content else { return [["texts", "none yet"]] }
    return content.locales.enumerated().map { place, locale in
      [place == 0 ? "titles" : "", locale.tag, content.texts[locale]?.title ?? ""]
    }
  }

  private var prices: [[String]] {
    guard let content else { return [] }
    let packages = content.packages.enumerated().map { place, package in
      let revisions =
        package.revisions.map { $0 == 1 ? "1 revision" : "\($0) revisions" }
        ?? "unlimited revisions"
      return [
        place == 0 ? "packages" : "",
        "\(content.money(package.price).shown), \(package.deliveryDays == 1 ? "1 day" : "\(package.deliveryDays) days"), \(revisions): "
          + package.name.shown,
      ]
    }
    let extras = content.extras.enumerated().map { place, extra in
      let days = extra.deliveryDays == 0 ? "" : ", \(extra.deliveryDays) more days"
      return [
        place == 0 ? "extras" : "",
        "\(content.money(extra.price).shown)\(days): \(extra.title.shown)",
      ]
    }
    return packages + extras
  }

  private var history: [String] {
    let rows = versions.map { version in
      let published = version.publishedAt.map { "published \($0.utcText)" } ?? "a draft"
      let rules = version.rules.map { ", rules \($0)" } ?? ""
      let seen = version.id == gig.version ? ", what visitors see" : ""
      return [
        "  \(version.number)", "made \(version.madeAt.utcText)", "\(published)\(rules)\(seen)",
      ]
    }
    let versionLines =
      rows.isEmpty ? [] : ["Versions (`jishi gig show \(gig.id) --version N`):"] + Table(rows).lines
    return versionLines
      + (audits.isEmpty
        ? [] : ["What was done, the latest first:"] + Table(audits.map(\.row)).lines)
  }
}

extension GigPage {
  private var facts: [(String, Report.Fact)] {
    var facts: [(String, Report.Fact)] = [
      ("id", .number(gig.id.number)), ("party", .table(party.facts)),
      ("category", .text(category.slug)), ("state", .text(gig.state.name)),
      ("moderation", .text(gig.moderation.name)), ("shown", .flag(gig.isShown)),
      ("revision", .number(Int64(gig.revision))), ("hasDraft", .flag(gig.draft != nil)),
      ("openedAt", .text(gig.openedAt.utcText)),
      ("slugs", .table(gig.slugs.sorted { $0.key < $1.key }.map { ($0.key.tag, .text($0.value)) })),
      (
        "formerSlugs",
        .list(
          formerSlugs.map { .table([("locale", .text($0.0.tag)), ("slug", .text($0.1))]) })
      ),
      ("versions", .list(versions.map { .table($0.facts) })),
      ("listings", .list(places.map(\.fact))),
      ("related", .list(related.map { .number($0.id.number) })),
      ("orders", .number(figures.orders)), ("reviews", .number(figures.reviews)),
      ("stars", .number(figures.stars)), ("audits", .list(audits.map(\.fact))),
    ]
    if let at = gig.state.since { facts.append(("stateAt", .text(at.utcText))) }
    if let reason = gig.moderation.reason { facts.append(("reason", .text(reason))) }
    if let content { facts += content.facts }
    return facts
  }
}

extension GigPage.Place {
  fileprivate var fact: Report.Fact {
    .table([
      ("listing", .text(name)), ("slot", .number(slot.number)), ("shown", .flag(slot.isShown)),
    ])
  }
}

extension GigContent {
  fileprivate func money(_ units: Int64) -> Money { Money(minorUnits: units, asset) }

  fileprivate var facts: [(String, Report.Fact)] {
    [
      ("origin", .text(origin.tag)), ("currency", .text(asset.code)),
      (
        "titles", .table(locales.map { ($0.tag, .text(texts[$0]?.title ?? "")) })
      ),
      (
        "packages",
        .list(
          packages.map { package in
            var facts: [(String, Report.Fact)] = [
              ("name", package.name.fact), ("price", money(package.price).fact),
              ("deliveryDays", .number(Int64(package.deliveryDays))),
            ]
            if let revisions = package.revisions {
              facts.append(("revisions", .number(Int64(revisions))))
            }
            return .table(facts)
          })
      ),
      (
        "extras",
        .list(
          extras.map {
            .table([
              ("title", $0.title.fact), ("price", money($0.price).fact),
              ("deliveryDays", .number(Int64($0.deliveryDays))),
            ])
          })
      ),
    ]
  }
}

extension Localized {
  var shown: String { inOrder.map(\.text).joined(separator: " · ") }

  var fact: Report.Fact { .table(inOrder.map { ($0.locale.tag, .text($0.text)) }) }
}

extension Gig.State {
  var since: Instant? {
    switch self {
    case .draft: nil
    case .published(let at), .paused(let at), .archived(let at): at
    }
  }

  /// As it stands in a sentence.
  var wording: String { self == .draft ? "a draft" : name }

  fileprivate var shown: String { wording + (since.map { " since \($0.utcText)" } ?? "") }
}

extension Gig.Moderation {
  var reason: String? {
    switch self {
    case .unseen, .approved: nil
    case .rejected(_, let reason), .takenDown(_, let reason): reason
    }
  }

  /// Without what is in the page besides: since when and why.
  var wording: String { self == .unseen ? "not yet looked at" : name }

  fileprivate var shown: String {
    switch self {
    case .unseen: wording
    case .approved(let at): "\(name) since \(at.utcText)"
    case .rejected(let at, let reason), .takenDown(let at, let reason):
      "\(name) since \(at.utcText): \(reason)"
    }
  }
}
