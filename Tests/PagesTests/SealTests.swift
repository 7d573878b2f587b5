import Testing
import Theme

@testable import Pages

@Suite struct SealTests {
  @Test(arguments: [
    ("林知远", false, "林"), ("欧阳青禾", false, "欧阳"), ("南风工作室", true, "南风"),
    ("Marco Bianchi", false, "M"), ("émile", false, "É"), ("  ", false, "·"), ("", true, "·"),
  ])
  func `it is cut from the family name, the studio's first two or the initial`(
    name: String, isStudio: Bool, letters: String
  ) {
    #expect(Seal(of: name, isStudio: isStudio).letters == letters)
  }

  @Test func `the same letters have the same ink and shape wherever they stand`() {
    let seal = Seal(of: "林知远", isStudio: false)
    #expect(seal.ink == "k2")
    #expect(seal.shape == "round")
    #expect(!seal.isDouble)
    #expect(Seal(of: "苏青禾", isStudio: false).letters == "苏")
  }
}
