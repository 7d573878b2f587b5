import Market
import Proving
import Testing

@Suite struct BackupCodeTests {
  @Test func `ten are made and none looks like another`() {
    var random = Seeded(1)
    for _ in 0..<50 {
      let codes = BackupCode.set(using: &random)
      #expect(codes.count == 10)
      #expect(Set(codes).count == 10)
      for code in codes {
        #expect(
          code.description.wholeMatch(of: /[2-9a-hj-km-np-tv-z]{5}-[2-9a-hj-km-np-tv-z]{5}/) != nil)
        #expect(BackupCode(code.description) == code)
      }
    }
  }

  @Test func `each letter comes up at each place`() {
    var random = Seeded(2)
    let codes = (0..<1_000).map { _ in Array(BackupCode(using: &random).text) }
    for place in 0..<BackupCode.length { #expect(Set(codes.map { $0[place] }).count == 30) }
  }

  @Test(arguments: [
    "k7m2q-9xw4c", "K7M2Q-9XW4C", "k7m2q9xw4c", " k7m2q 9xw4c\n", "K7-M2-Q9-XW-4C", "k7m2q–9xw4c",
    "k7m2q\u{3000}9xw4c",
  ])
  func `how it is grouped does not matter`(typed: String) {
    #expect(BackupCode(typed)?.text == "k7m2q9xw4c")
  }

  @Test(arguments: [
    "", "k7m2q-9xw4", "k7m2q-9xw4cc", "k7m2q-9xw4o", "k7m2q-9xw41", "k7m2q_9xw4c", "ｋ7m2q9xw4c",
    "123456", "k7m2q9xw4c" + String(repeating: " ", count: 60),
  ])
  func `what is none is not taken for one`(typed: String) {
    #expect(BackupCode(typed) == nil)
  }
}
