import Market
import Proving
import Testing

@Suite struct ScheduleTests {
  /// The next round is at `now`; the schedule comes round every ten seconds.
  @Test(arguments: rounds)
  func `it goes to the first round after a moment`(passed: Int64, isDue: Bool, next: Int64) {
    let schedule = Schedule(
      name: "seal", kind: "seal", payload: "p", every: .seconds(10), next: now)
    let moment = now + .milliseconds(passed)
    #expect(schedule.isDue(at: moment) == isDue)
    let advanced = schedule.advanced(past: moment)
    #expect(advanced.next == now + .milliseconds(next))
    #expect(advanced.name == "seal" && advanced.kind == "seal" && advanced.payload == "p")
  }

  @Test func `wherever it stands, it stays in step and is not due twice`() {
    var random = Seeded(1)
    for _ in 0..<1_000 {
      let every = Duration.milliseconds(Int64.random(in: 1...100_000_000, using: &random))
      let schedule = Schedule(name: "s", kind: "k", payload: "", every: every, next: now)
      let moment = now + .milliseconds(Int64.random(in: 0...10_000_000_000, using: &random))
      let advanced = schedule.advanced(past: moment)
      #expect(!advanced.isDue(at: moment))
      #expect(advanced.next - moment <= every)
      #expect((advanced.next - now).milliseconds % every.milliseconds == 0)
      #expect(advanced.advanced(past: moment) == advanced)
    }
  }
}

/// Milliseconds that have passed, whether it is due, milliseconds to the next round.
private let rounds: [(Int64, Bool, Int64)] = [
  (-1, false, 0), (0, true, 10_000), (1, true, 10_000), (9_999, true, 10_000),
  (10_000, true, 20_000), (10_001, true, 20_000), (86_400_000, true, 86_410_000),
]
