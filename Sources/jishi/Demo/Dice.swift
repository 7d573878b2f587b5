/// Chance that comes out the same each time: splitmix64.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// Dice of its own for each thing, so that one more draw for one does not change the next.
  init(_ seed: UInt64, _ kind: Kind, _ number: Int) {
    var mixed = Dice(seed ^ kind.rawValue &* 0x9E37_79B9_7F4A_7C15)
    self.init(mixed.next() ^ UInt64(number) &* 0xD134_2543_DE82_EF95)
  }

  enum Kind: UInt64 {
    case seller = 1
    case gig
    case deal
    case buyer
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: list.indices, using: &self)]
  }

  /// Some of a list, each once, in any order.
  mutating func pick<Element>(_ count: Int, of list: [Element]) -> [Element] {
    var rest = list
    return (0..<min(count, list.count)).map { _ in
      rest.remove(at: Int.random(in: rest.indices, using: &self))
    }
  }
}
