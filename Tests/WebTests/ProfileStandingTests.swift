import Foundation
import HTTP
import Market
import Proving
import Testing

@testable import Store
@testable import Web

/// Who may write a profile, and who sees it.
struct ProfileStandingTests {
  @Test func `a profile is hidden and shown again, and stays hidden while it is written`()
    async throws
  {
    let stall = try await Stall()
    let member = try await Member.newcomer(stall, in: "en")
    try member.writeProfile("about", ProfileRouteTests.about)
    #expect(member.text.contains("Hide the public page"))
    try member.send([:], to: "/en/studio/profile/hide")
    #expect(member.text.contains("Show it again") && member.path == "/en/studio/profile")
    try member.writeProfile("about", ProfileRouteTests.about.merging(["place-zh-CN": "上海"]) { $1 })
    #expect(member.text.contains("Show it again"))
    try member.send([:], to: "/en/studio/profile/publish")
    #expect(member.text.contains("See the public page"))
  }

  @Test func `who acts for an organisation writes its profile, if the role allows it`()
    async throws
  {
    let stall = try await Stall()
    let member = try await Member.newcomer(stall)
    let at = stall.now
    let studio = try await stall.store.write { tx in
      let party = try tx.row("select id from party where name = $1", "陈禾") {
        try $0[0] as ID<Party>
      }
      guard let party else { throw ProvingError.failed("nobody signed up") }
      return try tx.found("禾木设计", in: .chinese, owner: party, by: .operator, at: at).id
    }.value
    try member.open("/zh-CN/settings/organisations")
    try member.send(["party": "\(studio)"], to: "/zh-CN/settings/acting")
    try member.writeProfile("about", ProfileRouteTests.about.merging(["name-zh-CN": "禾木设计"]) { $1 })
    let profile = try await stall.store.read { try $0.profile(studio) }
    #expect(profile?.content.texts[.chinese]?.name == "禾木设计")
    try await stall.store.write { tx in
      _ = try tx.run("update membership set role = 'member' where organisation = $1", studio)
    }
    try member.open(ProfileRouteTests.place)
    #expect(member.status == 200 && !member.text.contains("\(ProfileRouteTests.place)/skills"))
    try member.open("\(ProfileRouteTests.place)/skills")
    #expect(member.status == 403)
    #expect(stall.faults.all.isEmpty)
  }
}
