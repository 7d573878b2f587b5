/// A syllable of pinyin without its tone: a place in the table of all.
struct Syllable: Hashable, Sendable {
  let number: UInt16

  /// Nil when no syllable is written so.
  init?(_ spelling: some Sequence<UInt8>) {
    let spelling = Array(spelling)
    let found = (1..<PinyinTable.syllableCount).first {
      Syllable(number: UInt16($0)).letters.elementsEqual(spelling)
    }
    guard let found else { return nil }
    number = UInt16(found)
  }

  /// What a character usually sounds like; nil for one that is not Chinese, or too rare.
  @inline(__always)
  init?(of scalar: UInt32) {
    let place: Int
    switch scalar {
    case 0x3400...0x9FFF: place = Int(scalar) - 0x3400
    case 0xF900...0xFAFF: place = Int(scalar) - 0xF900 + (0xA000 - 0x3400)
    case 0x3007: place = 0x96F6 - 0x3400  // 〇 is written for 零 and read like it.
    default: return nil
    }
    let letters = PinyinTable.numbers.utf8Start + 2 * place
    number = UInt16(letters[0] - UInt8(ascii: "a")) * 26 + UInt16(letters[1] - UInt8(ascii: "a"))
    guard number > 0 else { return nil }
  }

  init(number: UInt16) {
    self.number = number
  }

  @inline(__always)
  var letters: UnsafeBufferPointer<UInt8> {
    let start = PinyinTable.syllables.utf8Start + Self.width * Int(number)
    var count = 1
    while count < Self.width, start[count] != UInt8(ascii: " ") { count += 1 }
    return UnsafeBufferPointer(start: start, count: count)
  }

  private static var width: Int { 6 }
}
