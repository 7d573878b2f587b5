import HTTP
import Market
import Pages

// Trouble as a page for people, and as problem+json (RFC 9457) for programs.
extension Visit {
  func answer(to trouble: Trouble) -> Answer {
    route.isAPI ? problem(trouble) : troublePage(trouble)
  }

  private func troublePage(_ trouble: Trouble) -> Answer {
    let page = TroublePage(
      trouble.kind, id: id, retrySeconds: trouble.retrySeconds, in: edition)
    var answer = self.page(printer.print(page, in: edition), status: trouble.status)
    answer.fields.add(trouble.lines)
    return answer
  }

  private func problem(_ trouble: Trouble) -> Answer {
    Problem.answer(trouble, id, edition)
  }
}

enum Problem {
  static func answer(_ trouble: Trouble, _ id: String, _ edition: Edition) -> Answer {
    var members: [JSON.Member] = [
      JSON.Member("type", "about:blank"),
      JSON.Member("title", .text(edition.sentence(for: trouble.kind))),
      JSON.Member("status", .integer(Int64(trouble.status.rawValue))),
      JSON.Member("code", .text(trouble.kind.code)),
      JSON.Member("instance", .text(id)),
    ]
    if let detail = trouble.detail {
      members.append(JSON.Member("detail", .text(detail)))
    }
    if !trouble.faults.isEmpty {
      let errors: [JSON] = trouble.faults.map { field, fault in
        [
          "field": .text(field), "code": .text(fault.code),
          "message": .text(edition.sentence(for: fault)),
        ]
      }
      members.append(JSON.Member("errors", .list(errors)))
    }
    members += trouble.more
    var fields = FieldLines(protecting: [
      ("Content-Type", "application/problem+json"), ("Cache-Control", "no-store"),
      ("Content-Language", edition.locale.tag),
    ])
    fields.add(trouble.lines)
    return Answer(trouble.status, fields, .bytes(JSON.object(members).bytes))
  }
}

extension Trouble {
  var lines: FieldLines {
    var lines = FieldLines()
    if status == .unauthorized { lines.add("WWW-Authenticate", "Bearer") }
    if status == .upgradeRequired { lines.add("Upgrade", "websocket") }
    if let retrySeconds { lines.add("Retry-After", "\(retrySeconds)") }
    if !methods.isEmpty {
      let names = methods.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }
      lines.add("Allow", names.joined(separator: ", "))
    }
    return lines
  }
}
