import Pages
import Theme

extension Command {
  static let themeFields = Command(
    name: "theme fields",
    summary: "lists the views and choices, or what a template can show of one",
    operands: [Operand(name: "VIEW", isNeeded: false)],
    details: """
      A kind that ends with ? may be missing: a template asks with `if` before it shows it. A kind
      with a capital letter is a view or a choice; `match` asks which case of a choice it is.
      """
  ) { arguments, _ in
    let directory = ViewDirectory(pages: pageViews)
    guard let name = arguments.operands.first else { return list(directory) }
    if let view = directory.views[name] { return fields(of: view) }
    if let choice = directory.choices[name] { return cases(of: choice, named: name) }
    let names = (Array(directory.views.keys) + Array(directory.choices.keys)).sorted()
    let hint = name.hint(among: names).map { " Did you mean \($0)?" } ?? ""
    throw UsageError(
      "There is no view or choice “\(name)”.\(hint) `jishi theme fields` lists them.")
  }

  private static func fields(of view: any View.Type) -> Report {
    Report(
      [
        ("view", .text(view.name)), ("about", .text(view.about)),
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

  private static func cases(of choice: any Choice.Type, named name: String) -> Report {
    let hasViews = choice.cases.contains { $0.payload != nil }
    return Report(
      [
        ("choice", .text(name)),
        (
          "cases",
          .list(
            choice.cases.map { each in
              .table(
                [("name", .text(each.name))]
                  + (each.payload.map { [("view", .text($0.name))] } ?? []))
            })
        ),
      ],
      lines: ["One of these cases; `match` asks which, and `select` in a message."]
        + Table(
          [hasViews ? ["CASE", "WITH THE VIEW"] : ["CASE"]]
            + choice.cases.map { [$0.name] + ($0.payload.map { [$0.name] } ?? []) }
        ).lines)
  }

  private static func list(_ directory: ViewDirectory) -> Report {
    let views = directory.views.values.sorted { $0.name < $1.name }
    let choices = directory.choices.sorted { $0.key < $1.key }
      .map { (name: $0.key, cases: $0.value.cases.map(\.name)) }
    return Report(
      [
        (
          "views",
          .list(views.map { .table([("name", .text($0.name)), ("about", .text($0.about))]) })
        ),
        (
          "choices",
          .list(
            choices.map { choice in
              .table([
                ("name", .text(choice.name)), ("cases", .list(choice.cases.map { .text($0) })),
              ])
            })
        ),
      ],
      lines: Table([["VIEW", "WHAT IT IS"]] + views.map { [$0.name, $0.about] }).lines + [""]
        + Table(
          [["CHOICE", "ITS CASES"]]
            + choices.map { [$0.name, $0.cases.joined(separator: ", ")] }
        ).lines)
  }
}
