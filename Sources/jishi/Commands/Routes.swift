import Web

extension Command {
  static let routes = Command(
    name: "routes", summary: "lists what the endpoint answers, and what each route takes and gives",
    details: """
      The table is the one by which it answers: the method, the path, who may, how often one address
      may (`reads` is the setting of that name), and the fields. One in square brackets need not be
      there. With --json all that is known of each field is told, and what comes of it.
      """
  ) { _, _ in
    let routes = RouteTable.all.routes
    let rows = routes.map { route in
      [
        route.method.rawValue, route.path.text, route.audience.rawValue,
        route.limits.rate.map { "\($0.count) in \($0.span.components.seconds) s" } ?? "reads",
        route.takes.filter { $0.place != .path }.map(\.brief).joined(separator: " "),
      ]
    }
    return Report([("routes", .list(routes.map(\.fact)))], lines: Table(rows).lines)
  }
}

extension FieldNote {
  fileprivate var brief: String { isRequired ? name : "[\(name)]" }

  fileprivate var fact: Report.Fact {
    var facts: [(String, Report.Fact)] = [
      ("name", .text(name)), ("in", .text(place.rawValue)), ("required", .flag(isRequired)),
      ("about", .text(about)),
    ]
    switch kind {
    case .text(let characters):
      facts += [
        ("type", .text("text")), ("charactersMin", .number(Int64(characters.lowerBound))),
        ("charactersMax", .number(Int64(characters.upperBound))),
      ]
    case .number(let range):
      facts += [
        ("type", .text("number")), ("min", .number(range.lowerBound)),
        ("max", .number(range.upperBound)),
      ]
    case .oneOf(let all):
      facts += [("type", .text("choice")), ("choices", .list(all.map { .text($0) }))]
    case .flag: facts.append(("type", .text("flag")))
    case .list(let max): facts += [("type", .text("list")), ("max", .number(Int64(max)))]
    case .named(let max):
      facts += [("type", .text("byLanguage")), ("charactersMax", .number(Int64(max)))]
    case .object: facts.append(("type", .text("object")))
    }
    return .table(facts)
  }
}

extension WebRoute {
  fileprivate var fact: Report.Fact {
    .table([
      ("method", .text(method.rawValue)), ("path", .text(path.text)),
      ("summary", .text(summary)), ("audience", .text(audience.rawValue)),
      ("bodyBytesMax", .number(Int64(limits.bodyBytesMax))),
      ("rate", limits.rate?.fact ?? .text("reads")), ("takes", .list(takes.map(\.fact))),
      ("gives", gives.fact),
    ])
  }
}

extension Allowance {
  fileprivate var fact: Report.Fact {
    .table([("count", .number(Int64(count))), ("seconds", .number(span.components.seconds))])
  }
}

extension WebRoute.Gives {
  fileprivate var fact: Report.Fact {
    switch self {
    case .page: .text("page")
    case .redirect: .text("redirect")
    case .socket: .text("socket")
    case .json(let shape): shape.fact
    }
  }
}

extension Shape {
  fileprivate var fact: Report.Fact {
    switch self {
    case .text: .text("text")
    case .integer: .text("integer")
    case .flag: .text("flag")
    case .oneOf(let all): .table([("oneOf", .list(all.map { .text($0) }))])
    case .list(let shape): .table([("list", shape.fact)])
    case .named(let shape): .table([("byName", shape.fact)])
    case .optional(let shape): .table([("orNull", shape.fact)])
    case .object(let members):
      .table(
        members.map { member in
          (member.name, .table([("is", member.shape.fact), ("about", .text(member.about))]))
        })
    }
  }
}
