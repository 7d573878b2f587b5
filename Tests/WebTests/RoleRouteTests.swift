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
    "GET /{locale}/studio/profile/portfolio/{item}/files": (303, 303),
    "POST /{locale}/studio/profile/portfolio/{item}/files": (303, 303),
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
    // None of them has a profile: that begins with what others see first.
    "GET /{locale}/studio/profile": (303, 200),
    "POST /{locale}/studio/profile/hide": (303, 404),
    "POST /{locale}/studio/profile/publish": (303, 404),
    "GET /{locale}/studio/profile/about": (303, 200),
    "POST /{locale}/studio/profile/about": (303, 422),
    "GET /{locale}/studio/profile/skills": (303, 303),
    "POST /{locale}/studio/profile/skills": (303, 422),
    "GET /{locale}/studio/profile/languages": (303, 303),
    "POST /{locale}/studio/profile/languages": (303, 422),
    "GET /{locale}/studio/profile/terms": (303, 303),
    "POST /{locale}/studio/profile/terms": (303, 422),
    "GET /{locale}/studio/profile/hours": (303, 303),
    "POST /{locale}/studio/profile/hours": (303, 422),
    "GET /{locale}/studio/profile/background": (303, 303),
    "GET /{locale}/studio/profile/background/add/{kind}": (303, 303),
    "POST /{locale}/studio/profile/background/add/{kind}": (303, 303),
    "GET /{locale}/studio/profile/background/{entry}": (303, 303),
    "POST /{locale}/studio/profile/background/{entry}": (303, 303),
    "POST /{locale}/studio/profile/background/{entry}/move": (303, 303),
    "POST /{locale}/studio/profile/background/{entry}/remove": (303, 303),
    "GET /{locale}/studio/profile/portfolio": (303, 303),
    "GET /{locale}/studio/profile/portfolio/add": (303, 303),
    "POST /{locale}/studio/profile/portfolio/add": (303, 303),
    "GET /{locale}/studio/profile/portfolio/{item}": (303, 303),
    "POST /{locale}/studio/profile/portfolio/{item}": (303, 303),
    "POST /{locale}/studio/profile/portfolio/{item}/move": (303, 303),
    "POST /{locale}/studio/profile/portfolio/{item}/remove": (303, 404),
    "GET /api/v1/profiles/me": (401, 200),
    // Of an organisation that has none, and is not theirs.
    "GET /api/v1/profiles/{party}": (404, 404),
    "PUT /api/v1/profiles/{party}": (401, 422),
    "PUT /api/v1/profiles/{party}/visibility": (401, 404),
    "POST /api/v1/profiles/{party}/portfolio": (401, 404),
    "PUT /api/v1/profiles/{party}/portfolio/{item}": (401, 422),
    "DELETE /api/v1/profiles/{party}/portfolio/{item}": (401, 403),
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
