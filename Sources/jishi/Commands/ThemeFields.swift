import Pages
import Theme

extension Command {
  static let themeFields = Command(
    name: "theme fields", summary: "lists the views, or what a template can show of one",
    operands: [Operand(name: "VIEW", isNeeded: false)],
    details: "What has a kind with ? may be missing: a template asks with `if` before it shows it."
  ) { arguments, _ in
    let views = ViewDirectory(pages: pageViews).views.values.sorted { $0.name < $1.name }
    guard let name = arguments.operands.first else { return list(views) }
    guard let view = views.first(where: { $0.name == name }) else {
      let hint = name.hint(among: views.map { $0.name }).map { " Did you mean \($0)?" } ?? ""
      throw UsageError("There is no view “\(name)”.\(hint) `jishi theme fields` lists them.")
    }
    return Report(
      [
        ("view", .text(name)), ("about", .text(view.about)),
        (
          "fields",
          .list(
            view.declared.map { field in
              .table([
                ("name", .text(field.name)), ("kind", .text(field.kind.name)),
                ("about", .text(field.about)),
              ])
            })
        ),
      ],
      lines: [view.about]
        + Table(
          [["FIELD", "KIND", "WHAT IT IS"]]
            + view.declared.map { [$0.name, $0.kind.name, $0.about] }
        ).lines)
  }

  private static func list(_ views: [any View.Type]) -> Report {
    Report(
      [
        (
          "views",
          .list(views.map { .table([("name", .text($0.name)), ("about", .text($0.about))]) })
        )
      ],
      lines: Table([["VIEW", "WHAT IT IS"]] + views.map { [$0.name, $0.about] }).lines)
  }
}
