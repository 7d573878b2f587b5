import Testing
import Theme

@Suite struct NearestTests {
  @Test func `the nearest names come first, the others by the alphabet`() {
    let names = ["stars", "seller", "title", "sellers", "reviews", "sealer"]
    #expect(
      nearestFirst(names, to: "seler") == [
        "sealer", "seller", "reviews", "sellers", "stars", "title",
      ])
    #expect(nearestFirst(names, to: "xxxxxxx") == names.sorted())
    #expect(nearestFirst([String](), to: "a").isEmpty)
    #expect(near(names, to: "sellers", atMost: 2) == ["sellers", "seller"])
  }

  @Test func `letters that changed their places are near`() {
    #expect(near(["gig", "ordre", "order"], to: "odrer").first == "order")
    #expect(near(["ab", "b", "", "abc"], to: "ba") == ["ab", "b"])
    #expect(near(["评价"], to: "评介").first == "评价")
  }

  @Test func `long names cost no more than short ones`() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(near([long, "b"], to: long) == [long])
  }
}
