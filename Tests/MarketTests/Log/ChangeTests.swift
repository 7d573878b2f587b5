import Market
import Testing

@Suite struct ChangeTests {
  @Test func `it says where the thing was and where it is`() {
    let before = Route(category: 1, slug: "old")
    let after = Route(category: 2, slug: "new", isShown: false)
    let change = Change(of: .setting, 5, from: before, to: after)
    #expect(change.noun == .setting)
    #expect(change.subject == 5)
    #expect(change.before == before)
    #expect(change.after == after)
    #expect(change != Change(of: .setting, 5, from: after, to: before))
  }

  @Test func `whoever has seen a change stands at its number`() {
    let change = Change(of: .setting, 5, from: nil, to: nil)
    let logged = LoggedChange(id: ID(9), at: now, change: change)
    #expect(logged.position == Position(9))
    #expect(Position.start < logged.position)
    #expect(logged.position < Position(10))
  }
}
