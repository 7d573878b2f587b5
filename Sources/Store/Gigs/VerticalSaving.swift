import Market

extension Transaction {
  /// Makes verticals and templates what the plan says, once its categories are there. What no file
  /// has any more is taken away: gigs keep what their sellers promised, and nothing else points here.
  /// Returns how many were changed.
  func saveVerticals(_ plan: CataloguePlan, at now: Instant) throws -> Int {
    var known = try texts("select name, sheet from vertical")
    var changed: Set<String> = []
    for vertical in plan.verticals {
      let text = vertical.sheetText
      guard known.removeValue(forKey: vertical.name) != text else { continue }
      changed.insert(vertical.name)
      try run(
        """
        insert into vertical (name, sheet) values ($1, $2)
        on conflict (name) do update set sheet = excluded.sheet
        """, vertical.name, text)
    }
    for name in known.keys.sorted() {
      changed.insert(name)
      try run("delete from vertical where name = $1", name)
    }
    // Pages show a vertical where they show its categories.
    for category in try categories() where changed.contains(category.vertical) {
      try record(
        Change(of: .category, category.id.number, from: category.route, to: category.route),
        at: now)
    }
    return changed.count + (try saveTemplates(plan.templates))
  }

  /// No page shows them, so the log is not told.
  private func saveTemplates(_ templates: [GigTemplate]) throws -> Int {
    var known = try texts("select name, sheet from gig_template")
    var changed = 0
    for (place, template) in templates.enumerated() {
      guard let category = try category(slug: template.category) else {
        preconditionFailure("a plan has templates only of its categories")
      }
      let text = template.sheetText
      if known.removeValue(forKey: template.name) != text { changed += 1 }
      try run(
        """
        insert into gig_template (name, position, category, sheet) values ($1, $2, $3, $4)
        on conflict (name) do update set position = excluded.position,
          category = excluded.category, sheet = excluded.sheet
        """, template.name, place, category.id, text)
    }
    for name in known.keys.sorted() { try run("delete from gig_template where name = $1", name) }
    return changed + known.count
  }

  private func texts(_ query: SQL) throws -> [String: String] {
    var texts: [String: String] = [:]
    try each(query) { texts[try $0[0]] = try $0[1] as String }
    return texts
  }
}
