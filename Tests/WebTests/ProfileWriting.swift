import Testing

extension Member {
  /// Somebody who has just signed up, and has nothing written yet.
  static func newcomer(_ stall: Stall, in tag: String = "zh-CN") async throws -> Member {
    let member = Member(stall, in: tag)
    try member.open("/\(tag)/sign-up?next=/\(tag)/studio/profile")
    try member.send([
      "name": "陈禾", "contact": "he@example.com", "password": GateTests.password, "terms": "1",
      "next": member.hidden("next") ?? "",
    ])
    let code = try #require(try await stall.code(sentTo: "he@example.com"))
    try member.send(["code": code, "next": member.hidden("next") ?? ""])
    return member
  }

  /// Opens a part of the own profile, and sends its form.
  func writeProfile(_ section: String, _ fields: [String: String]) throws {
    try open("/\(tag)/studio/profile/\(section)")
    try send(fields.merging(["revision": hidden("revision") ?? ""]) { $1 })
  }
}
