import Market
import Store

/// Organisations, which belong to persons.
extension Command {
  private static let organisation = Operand(name: "party:ID")
  private static let roleNames = MemberRole.allCases.map(\.rawValue).joined(separator: ", ")

  static let foundOrganisation = Command(
    name: "user found", summary: "makes an organisation", operands: [Operand(name: "NAME")],
    options: [
      Option(name: "owner", value: Who.form, summary: "its first owner, a person", isNeeded: true),
      Option(name: "locale", value: "LANGUAGE", summary: "of the name: zh-CN (default), en, …"),
    ], details: Who.explanation
  ) { arguments, config in
    let name = arguments.operands[0]
    let owner = try Who(arguments.options["owner"] ?? "")
    let locale = try arguments.locale("locale") ?? .chinese
    let (party, person) = try await config.change { tx, now in
      let person = try tx.party(owner)
      let party = try tx.found(name, in: locale, owner: person.id, by: .operator, at: now)
      try tx.noteOperator("found", .party, party.id.number, "party:\(person.id), owner", at: now)
      return (party, person)
    }
    return Report(
      [("party", .number(party.id.number)), ("owner", .number(person.id.number))],
      lines: ["Founded \(party.shown.oneLine), owned by \(person.shown.oneLine)."])
  }

  static let addMember = Command(
    name: "user add-member", summary: "lets a person act for an organisation, or changes as what",
    operands: [organisation, Operand(name: Who.form)],
    options: [Option(name: "role", value: "ROLE", summary: "\(roleNames) (default: member)")],
    details: Who.explanation
  ) { arguments, config in
    let role = try arguments.choice("role", of: MemberRole.self) ?? .member
    return try await change(arguments, config, "role", role.rawValue) { tx, member, id, now in
      try tx.setMember(member, as: role, in: id, by: .operator, at: now)
    }
  }

  static let removeMember = Command(
    name: "user remove-member", summary: "lets a person act for an organisation no more",
    operands: [organisation, Operand(name: Who.form)], details: Who.explanation
  ) { arguments, config in
    try await change(arguments, config, "removed", nil) { tx, member, id, now in
      try tx.removeMember(member, from: id, by: .operator, at: now)
    }
  }

  private static func change(
    _ arguments: Arguments, _ config: Config, _ fact: String, _ role: String?,
    _ change:
      @escaping @Sendable (borrowing Transaction, ID<Party>, ID<Party>, Instant) throws -> Void
  ) async throws -> Report {
    let (house, who) = (try Who(arguments.operands[0]), try Who(arguments.operands[1]))
    let (organisation, member) = try await config.change { tx, now in
      let (organisation, member) = (try tx.party(house), try tx.party(who))
      try change(tx, member.id, organisation.id, now)
      return (organisation, member)
    }
    let what = role.map { "is \($0) of" } ?? "no longer belongs to"
    return Report(
      [
        ("organisation", .number(organisation.id.number)), ("member", .number(member.id.number)),
        (fact, role.map { .text($0) } ?? .flag(true)),
      ],
      lines: ["\(member.shown.oneLine) \(what) \(organisation.shown.oneLine)."])
  }
}
