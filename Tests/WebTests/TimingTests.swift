import Foundation
import HTTP
import Market
import Proving
import Testing

@testable import Store
@testable import Web

/// How long an answer takes says nothing either.
struct TimingTests {
  /// Each pair takes its turns. Long runs set JISHI_TIMING_PAIRS.
  private static let pairs =
    ProcessInfo.processInfo.environment["JISHI_TIMING_PAIRS"].flatMap(Int.init) ?? 40
  private static let roundsMax = 3

  @Test(arguments: [
    ("/api/v1/auth/login", #","password":"not the password""#),
    ("/api/v1/auth/register", #","name":"C","password":"\#(GateTests.password)","terms":true"#),
  ])
  func `an account takes no longer and no shorter than none`(
    path: String, rest: String
  ) async throws {
    let stall = try await Stall()
    try await stall.store.write { tx in
      let account = try tx.openAccount(
        name: "He", contact: Contact(email: "he@example.com"), locale: .english, by: .visitor,
        at: Stall.opening)
      try tx.setPassword(
        PasswordHash.make(GateTests.password), of: account.id, at: Stall.opening)
    }
    var times: [String: [Swift.Duration]] = [:]
    let clock = ContinuousClock()
    // Who else is busy here tips a few; what tells one from the other is there however often we look.
    for round in 1...Self.roundsMax {
      for pair in 0..<Self.pairs {
        let names = ["he", "no"]
        for name in pair.isMultiple(of: 2) ? names : names.reversed() {
          let body = #"{"contact":"\#(name)@example.com"\#(rest)}"#
          let time = try clock.measure {
            let status = try stall.post(json: body, to: path).status
            #expect([202, 422].contains(status))
          }
          times[name, default: []].append(time)
        }
        stall.wait(.hours(7))
      }
      let (known, unknown) = (times["he"] ?? [], times["no"] ?? [])
      let slower = zip(known, unknown).count { $0 > $1 }
      // Half of them, were it by chance alone; noise that comes in waves tips both sides of a pair.
      let isByChance = (known.count / 8...known.count * 7 / 8).contains(slower)
      // Noise only adds: what is quick tells more than what is slow.
      let ratio = quick(known) / quick(unknown)
      if isByChance, (0.8...1.25).contains(ratio) { return }
      if round == Self.roundsMax { Issue.record("×\(ratio), slower in \(slower)") }
    }
  }

  private func quick(_ times: [Swift.Duration]) -> Swift.Duration {
    times.sorted()[times.count / 4]
  }
}
