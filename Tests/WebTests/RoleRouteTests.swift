import Foundation
import HTTP
import Market
import Proving
import Testing

@testable import Store
@testable import Web

/// What every role gets of every route: nobody has more than the table says, and nothing is a fault of
/// ours. What is sent is empty, but for the token of a page, and addresses lead to what is there.
struct RoleRouteTests {
  enum Role: String, CaseIterable {
    case visitor, buyer, otherBuyer, seller, otherSeller, moderator, finance, admin
  }

  /// The answer to visitors, and to all others. Those who must have a second factor have one.
  private static let table: [String: (visitor: Int, member: Int)] = [
    "GET /api/v1/gigs/{gig}": (200, 200),
    "GET /api/v1/categories": (200, 200),
    "GET /api/v1/rates/{base}/{quote}": (200, 200),
    "GET /{locale}/report": (200, 200),
    "POST /{locale}/report": (422, 422),
    "POST /api/v1/reports": (422, 422),
    "GET /ws": (426, 426),
    // Without a question the address is that of a file.
    "GET /{locale}/search": (404, 404),
    "GET /api/v1/search": (422, 422),
    "GET /{locale}/sign-up": (200, 303),
    "POST /{locale}/sign-up": (422, 422),
    "GET /{locale}/sign-up/{challenge}": (200, 200),
    "POST /{locale}/sign-up/{challenge}": (422, 422),
    "POST /{locale}/sign-up/{challenge}/again": (303, 303),
    "GET /{locale}/sign-in": (200, 303),
    "POST /{locale}/sign-in": (422, 422),
    "GET /{locale}/sign-in/{challenge}": (200, 200),
    "POST /{locale}/sign-in/{challenge}": (422, 422),
    "POST /{locale}/sign-out": (303, 303),
    "GET /{locale}/reset": (200, 200),
    "POST /{locale}/reset": (422, 422),
    "GET /{locale}/reset/{challenge}": (200, 200),
    "POST /{locale}/reset/{challenge}": (422, 422),
    "POST /api/v1/auth/register": (422, 422),
    "POST /api/v1/auth/verify": (422, 422),
    "POST /api/v1/auth/login": (422, 422),
    "POST /api/v1/auth/second": (422, 422),
    "POST /api/v1/auth/refresh-token": (422, 422),
    "POST /api/v1/auth/logout": (401, 200),
    "GET /api/v1/me": (200, 200),
    "PATCH /api/v1/me": (401, 422),
    "GET /api/v1/me/preferences": (401, 200),
    "PUT /api/v1/me/preferences": (401, 422),
    "GET /api/v1/me/sessions": (401, 200),
    "DELETE /api/v1/me/sessions/{session}": (401, 404),
    "POST /api/v1/2fa/enable": (401, 200),
    "POST /api/v1/2fa/verify": (401, 422),
    "POST /api/v1/2fa/disable": (401, 422),
    "POST /api/v1/2fa/recovery": (401, 422),
    "GET /api/v1/users/{id}": (200, 200),
    "GET /{locale}/settings/name": (303, 200),
    "POST /{locale}/settings/name": (303, 422),
    "GET /{locale}/settings": (303, 200),
    "GET /{locale}/settings/preferences": (303, 200),
    "POST /{locale}/settings/preferences": (303, 422),
    "GET /{locale}/settings/contact": (303, 200),
    "POST /{locale}/settings/contact": (303, 422),
    "GET /{locale}/settings/contact/{challenge}": (303, 200),
    "POST /{locale}/settings/contact/{challenge}": (303, 422),
    "GET /{locale}/settings/security": (303, 200),
    "GET /{locale}/settings/password": (303, 200),
    "POST /{locale}/settings/password": (303, 422),
    // The number of somebody else's session.
    "POST /{locale}/settings/sessions/{session}/end": (303, 404),
    "POST /{locale}/settings/sessions/end": (303, 303),
    "GET /{locale}/settings/close": (303, 200),
    "POST /{locale}/settings/close": (303, 422),
    "GET /{locale}/settings/factor": (303, 200),
    "POST /{locale}/settings/factor": (303, 422),
    "GET /{locale}/settings/factor/off": (303, 200),
    "POST /{locale}/settings/factor/off": (303, 422),
    "GET /{locale}/settings/codes": (303, 200),
    "POST /{locale}/settings/codes": (303, 422),
    "GET /{locale}/settings/organisations": (303, 200),
    "POST /{locale}/settings/organisations": (303, 422),
    "POST /{locale}/settings/acting": (303, 422),
    // Of an organisation that they do not belong to.
    "GET /{locale}/organisations/{party}": (303, 404),
    "POST /{locale}/organisations/{party}/members/{member}": (303, 404),
    "POST /{locale}/organisations/{party}/members/{member}/remove": (303, 404),
    "POST /{locale}/organisations/{party}/invitations": (303, 404),
    "POST /{locale}/organisations/{party}/invitations/{invitation}/withdraw": (303, 404),
    "POST /api/v1/media": (401, 422),
    "GET /api/v1/media": (401, 200),
    // Of somebody else, or of nobody.
    "GET /api/v1/media/{media}": (401, 404),
    // What is sent is no piece of a file.
    "PATCH /api/v1/media/{media}": (401, 415),
    "DELETE /api/v1/media/{media}": (401, 404),
    "GET /{locale}/studio/media/{media}/{rendition}": (303, 404),
    "GET /{locale}/invitations/{invitation}": (303, 404),
    "POST /{locale}/invitations/{invitation}": (303, 404),
    "GET /api/v1/gigs": (401, 200),
    "POST /api/v1/gigs": (401, 422),
    "GET /api/v1/gigs/{gig}/draft": (401, 404),
    "PUT /api/v1/gigs/{gig}/draft": (401, 422),
    "POST /api/v1/gigs/{gig}/publish": (401, 422),
    "POST /api/v1/gigs/{gig}/pause": (401, 404),
    "POST /api/v1/gigs/{gig}/resume": (401, 404),
    "POST /api/v1/gigs/{gig}/archive": (401, 404),
    "POST /api/v1/gigs/{gig}/restore": (401, 404),
    "POST /api/v1/gigs/{gig}/duplicate": (401, 404),
    // Of a service that is somebody else's.
    "GET /{locale}/studio": (303, 200),
    "GET /{locale}/studio/gigs/new": (303, 200),
    "POST /{locale}/studio/gigs/new": (303, 422),
    "GET /{locale}/studio/gigs/{gig}/words": (303, 404),
    "POST /{locale}/studio/gigs/{gig}/words": (303, 404),
    "GET /{locale}/studio/gigs/{gig}/packages": (303, 404),
    "POST /{locale}/studio/gigs/{gig}/packages": (303, 404),
    "GET /{locale}/studio/gigs/{gig}/media": (303, 404),
    "POST /{locale}/studio/gigs/{gig}/media": (303, 404),
    "GET /{locale}/studio/gigs/{gig}/asks": (303, 404),
    "POST /{locale}/studio/gigs/{gig}/asks": (303, 404),
    "GET /{locale}/studio/gigs/{gig}/details": (303, 404),
    "POST /{locale}/studio/gigs/{gig}/details": (303, 404),
    "GET /{locale}/studio/gigs/{gig}/preview": (303, 404),
    "GET /{locale}/studio/gigs/{gig}/page": (303, 404),
    "GET /{locale}/studio/gigs/{gig}/versions": (303, 404),
    "GET /{locale}/studio/gigs/{gig}/versions/{version}": (303, 404),
    "POST /{locale}/studio/gigs/{gig}/publish": (303, 404),
    "POST /{locale}/studio/gigs/{gig}/pause": (303, 404),
    "POST /{locale}/studio/gigs/{gig}/resume": (303, 404),
    "POST /{locale}/studio/gigs/{gig}/archive": (303, 404),
    "POST /{locale}/studio/gigs/{gig}/restore": (303, 404),
    "POST /{locale}/studio/gigs/{gig}/duplicate": (303, 404),
  ]

  /// What only moderators and admins get. They have nobody's second thoughts: a gig that was seen by
  /// nobody can be approved.
  private static let moderation: [String: (others: Int, moderators: Int)] = [
    "GET /{locale}/staff/gigs": (403, 200),
    "GET /{locale}/studio/gigs/{gig}/cover": (404, 200),
    "GET /{locale}/staff/gigs/{gig}": (403, 200),
    "GET /{locale}/staff/gigs/{gig}/page": (403, 200),
    "POST /{locale}/staff/gigs/{gig}/approve": (403, 303),
    "POST /{locale}/staff/gigs/{gig}/reject": (403, 422),
    "POST /{locale}/staff/gigs/{gig}/take-down": (403, 422),
    "POST /{locale}/staff/gigs/{gig}/reinstate": (403, 409),
  ]

  @Test func `every route is in the table`() {
    let routes = RouteTable.all.routes.map { "\($0.method.rawValue) \($0.path.text)" }
    #expect(Set(routes) == Set(Self.table.keys).union(Self.moderation.keys))
  }

  /// Visitors are led to the door of what is for members.
  private static func expected(_ name: String, for role: Role) -> Int? {
    if let row = moderation[name] {
      return switch role {
      case .visitor: 303
      case .moderator, .admin: row.moderators
      default: row.others
      }
    }
    return role == .visitor ? table[name]?.visitor : table[name]?.member
  }

  @Test(arguments: Role.allCases)
  func `nobody gets more than the table says`(role: Role) async throws {
    let stall = try await Stall()
    let scene = try await stall.scene(role)
    for route in RouteTable.all.routes {
      let name = "\(route.method.rawValue) \(route.path.text)"
      // Each with a new session: some end it.
      let reply = try await stall.call(route, scene, as: role)
      #expect(reply.status == Self.expected(name, for: role), "\(name)")
      #expect(reply.status < 500, "\(name)")
      stall.wait(.seconds(61))
    }
    #expect(stall.faults.all.isEmpty)
  }
}

/// What is there for the addresses to lead to.
private struct Scene {
  let organisation: ID<Party>
  let stranger: ID<Session>
  let account: Account?
}

extension Stall {
  fileprivate func scene(_ role: RoleRouteTests.Role) async throws -> Scene {
    let at = Stall.opening
    return try await store.write { tx in try tx.scene(role, at: at) }.value
  }

  fileprivate func call(
    _ route: WebRoute, _ scene: Scene, as role: RoleRouteTests.Role
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
      case "{id}": "1"
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

  private func secret(of scene: Scene, for kind: Session.Kind) async throws -> Secret? {
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
  fileprivate func scene(_ role: RoleRouteTests.Role, at now: Instant) throws -> Scene {
    let boss = try account("boss", at: now)
    let organisation = try found("Studio", in: .english, owner: boss.party, by: .operator, at: now)
    var random = Seeded(3)
    let arrival = Arrival(
      .browser, Secret(using: &random), device: Secret(using: &random),
      Whereabouts(agent: "", address: "192.0.2.1"))
    let session = try begin(arrival, boss, isSecond: false, at: now)
    guard role != .visitor else {
      return Scene(organisation: organisation.id, stranger: session.id, account: nil)
    }
    let account = try self.account("some-\(role.rawValue)", at: now)
    if let staff = StaffRole(rawValue: role.rawValue) {
      try grant(staff, to: account.id, by: .operator, at: now)
    }
    return Scene(organisation: organisation.id, stranger: session.id, account: account)
  }

  private func account(_ name: String, at now: Instant) throws -> Account {
    try openAccount(
      name: name, contact: Contact(email: "\(name)@example.com"), locale: .english, by: .visitor,
      at: now)
  }
}
