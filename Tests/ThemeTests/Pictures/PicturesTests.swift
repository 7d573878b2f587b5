import Testing
import Theme

@Suite struct PicturesTests {
  @Test func `names tell covers apart`() {
    let names = (0..<1000).map { Pictures.name(of: "gig 1", category: "art", title: "\($0)") }
    #expect(Set(names).count == 1000)
    #expect(names.allSatisfy { $0.wholeMatch(of: /covers\/art-[0-9a-f]{16}\.svg/) != nil })
    #expect(Pictures.name(of: "gig 1", category: "art", title: "0") == names[0])
    #expect(Pictures.name(of: "gig 1", category: "../画", title: "0").hasPrefix("covers/cover-"))
    #expect(
      Pictures.name(of: "gig 1", category: "a|b", title: "c")
        != Pictures.name(of: "gig 1", category: "a", title: "b|c"))
  }
}
