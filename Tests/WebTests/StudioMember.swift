import Foundation
import HTTP
import Market
import Proving

@testable import Store
@testable import Web

// Sellers of the demo, at work on their services.
extension Stall {
  func seller(_ email: String = "seller1@example.com") throws -> Member {
    let member = Member(self)
    try member.open("/zh-CN/sign-in")
    try member.send(["contact": email, "password": "demo-password-1"])
    guard member.isSignedIn else { throw ProvingError.failed(member.text) }
    return member
  }

  func content(_ gig: Int) async throws -> GigContent {
    try await store.read { try $0.gigDraft(ID(Int64(gig))).content }
  }

  func revision(_ gig: Int) async throws -> Int {
    try await store.read { try $0.gig(ID(Int64(gig))).revision }
  }
}

extension Member {
  /// The number of the first category that takes services.
  var category: String { "2" }

  /// Begins a service in the first category there is.
  func begin() throws -> Int {
    try open("/zh-CN/studio/gigs/new")
    guard let start = text.range(of: "name=\"category\" value=\"") else {
      throw ProvingError.failed(text)
    }
    let category = String(text[start.upperBound...].prefix { $0 != "\"" })
    try send(["category": category])
    guard let gig = path.split(separator: "/").compactMap({ Int($0) }).first else {
      throw ProvingError.failed(text)
    }
    return gig
  }

  @discardableResult
  func write(
    _ step: String, of gig: Int, _ fields: [String: String], in tag: String = "zh-CN"
  ) throws -> Client.Reply {
    try open("/\(tag)/studio/gigs/\(gig)/\(step)")
    let seen = ["revision": hidden("revision") ?? "", "go": "stay"]
    return try send(fields.merging(seen) { own, _ in own })
  }

  func publish(_ gig: Int) throws {
    try open("/zh-CN/studio/gigs/\(gig)/preview")
    try send(
      ["revision": hidden("revision") ?? ""], to: "/zh-CN/studio/gigs/\(gig)/publish")
  }

  func exactPage(_ gig: Int) throws -> String {
    try open("/zh-CN/studio/gigs/\(gig)/page").text
  }
}
