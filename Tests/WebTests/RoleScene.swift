import Foundation
import HTTP
import Market
import Proving
import Testing

@testable import Store
@testable import Web

/// What is there for the addresses to lead to.
struct RoleScene {
  let organisation: ID<Party>
  let stranger: ID<Session>
  let account: Account?
}

extension Stall {
  func scene(_ role: RoleRouteTests.Role) async throws -> RoleScene {
    let at = Stall.opening
    return try await store.write { tx in try tx.scene(role, at: at) }.value
  }

  func call(
    _ route: WebRoute, _ scene: RoleScene, as role: RoleRouteTests.Role
  ) async throws -> Client.Reply {
    let guest = Guest(nil, Chance.system)
    let secret = try await secret(of: scene, for: route.isAPI ? .api : .browser)
    var fields = "Cookie: guest=\(guest.secret)"
    if let secret {
      fields +=
        route.isAPI
        ? "\r\nAuthorization: Bearer \(secret.text)" : "; session=\(secret.text)"
    }
    let path = route.path.text.split(separator: "/").map { step in
      switch step {
      case "{locale}": "en"
      case "{party}", "{member}": "\(scene.organisation)"
      case "{session}": "\(scene.stranger)"
      case "{gig}": "\((try? gig(in: gigPath(in: "en")).number) ?? 0)"
      case "{media}": String(repeating: "1", count: 24)
      case "{challenge}", "{invitation}":
        route.path.text.contains("withdraw") ? "1" : String(repeating: "1", count: 24)
      case "{id}", "{entry}", "{item}": "1"
      case "{kind}": "education"
      case "{base}": "CNY"
      case "{quote}": "USD"
      case "{version}": "1"
      default: String(step)
      }
    }.joined(separator: "/")
    guard route.method.writes else { return try get("/\(path)", fields) }
    if route.isAPI {
      return try ask(
        "\(route.method.rawValue) /\(path) HTTP/1.1\r\nContent-Type: application/json\r\n\(fields)",
        "{}")
    }
    let token = FormToken.make(for: guest, secret, Chance.system)
    return try ask(
      "POST /\(path) HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\(fields)",
      "token=\(token)")
  }

  private func secret(of scene: RoleScene, for kind: Session.Kind) async throws -> Secret? {
    guard let account = scene.account else { return nil }
    let moment = now
    var chance = Chance.system
    let secret = Secret(using: &chance)
    let arrival = Arrival(
      kind, secret, device: Secret(using: &chance),
      Whereabouts(agent: "", address: "127.0.0.1"))
    return try await store.write { tx in
      _ = try tx.begin(arrival, account, isSecond: true, at: moment)
      return secret
    }.value
  }
}

extension Transaction {
  fileprivate func scene(_ role: RoleRouteTests.Role, at now: Instant) throws -> RoleScene {
    let boss = try account("boss", at: now)
    let organisation = try found("Studio", in: .english, owner: boss.party, by: .operator, at: now)
    var random = Seeded(3)
    let arrival = Arrival(
      .browser, Secret(using: &random), device: Secret(using: &random),
      Whereabouts(agent: "", address: "192.0.2.1"))
    let session = try begin(arrival, boss, isSecond: false, at: now)
    guard role != .visitor else {
      return RoleScene(organisation: organisation.id, stranger: session.id, account: nil)
    }
    let account = try self.account("some-\(role.rawValue)", at: now)
    if let staff = StaffRole(rawValue: role.rawValue) {
      try grant(staff, to: account.id, by: .operator, at: now)
    }
    return RoleScene(organisation: organisation.id, stranger: session.id, account: account)
  }

  private func account(_ name: String, at now: Instant) throws -> Account {
    try openAccount(
      name: name, contact: Contact(email: "\(name)@example.com"), locale: .english, by: .visitor,
      at: now)
  }
}
