/// Chance that is not: the same words always throw the same numbers, on any machine. The stream is
/// mulberry32, its seed FNV-1a of the words; both are integers only.
struct Dice {
  private var state: UInt32

  init(_ words: String) { state = fnv1a(words) }

  /// At least 0, less than 1.
  mutating func next() -> Double {
    state &+= 0x6D2B_79F5
    var bits = (state ^ state >> 15) &* (state | 1)
    bits ^= bits &+ (bits ^ bits >> 7) &* (bits | 61)
    return Double(bits ^ bits >> 14) / 4_294_967_296
  }

  mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * next() }

  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() * Double(range.count))
  }

  mutating func falls(below chance: Double) -> Bool { next() < chance }

  mutating func pick<Each>(_ all: [Each]) -> Each { all[Int(next() * Double(all.count))] }

  mutating func shuffle<Each>(_ all: [Each]) -> [Each] {
    var all = all
    for last in stride(from: all.count - 1, to: 0, by: -1) {
      all.swapAt(last, Int(next() * Double(last + 1)))
    }
    return all
  }
}

/// FNV-1a of 32 bits.
func fnv1a(_ text: String) -> UInt32 {
  text.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
}
