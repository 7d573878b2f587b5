/// What a language puts between the items of a list.
struct ListStyle: Sendable {
  private var pieces = Snippets()
  private let two: Glue
  private let start: Snippet
  private let middle: Snippet
  private let end: Glue
  /// When the last glue is the other one.
  private let sound: Sound

  private struct Glue {
    let usual: Snippet
    let other: Snippet
    /// After the last item.
    let closing: Snippet
  }

  private enum Sound {
    case none
    /// Spanish says “e” for “y” before an i, but not before hia and hie.
    case spanish
    /// Hebrew joins its “and” to a Hebrew word and puts a hyphen before others.
    case hebrew
  }

  init(_ locale: UnicodeLocale) throws(FormatsError) {
    let lists = try UnicodeLists(locale)
    let plain = try lists.glue(count: 2, last: "")
    let isSpanish = try lists.glue(count: 2, last: "i") != plain
    let isHebrew = try lists.glue(count: 2, last: "א") != plain
    sound = isSpanish ? .spanish : isHebrew ? .hebrew : .none
    let last = isSpanish ? "i" : isHebrew ? "א" : ""
    let many = try lists.glue(count: 4, last: "")
    two = Glue(
      usual: pieces.add(plain[0]), other: pieces.add(try lists.glue(count: 2, last: last)[0]),
      closing: pieces.add(plain[1]))
    start = pieces.add(many[0])
    middle = pieces.add(many[1])
    end = Glue(
      usual: pieces.add(many[2]), other: pieces.add(try lists.glue(count: 4, last: last)[2]),
      closing: pieces.add(many[3]))
  }

  func writeGlue(before index: Int, of count: Int, _ next: String, into output: inout Output) {
    switch (index, count) {
    case (0, _): break
    case (count - 1, _):
      let glue = count == 2 ? two : end
      pieces.write(isOther(before: next) ? glue.other : glue.usual, into: &output)
    case (1, _): pieces.write(start, into: &output)
    default: pieces.write(middle, into: &output)
    }
  }

  func writeClosing(of count: Int, into output: inout Output) {
    if count > 1 { pieces.write((count == 2 ? two : end).closing, into: &output) }
  }

  private func isOther(before word: String) -> Bool {
    switch sound {
    case .none: false
    case .hebrew: word.unicodeScalars.first.map(Self.isHebrew) ?? false
    case .spanish: Self.soundsAsI(word)
    }
  }

  private static func isHebrew(_ letter: Unicode.Scalar) -> Bool {
    (0x0591...0x05F4).contains(letter.value) || (0xFB1D...0xFB4F).contains(letter.value)
  }

  private static func soundsAsI(_ word: String) -> Bool {
    var letters = word.utf8.makeIterator()
    let first = letters.next().map { $0 | 0x20 }
    if first == UInt8(ascii: "i") { return true }
    guard first == UInt8(ascii: "h"), letters.next().map({ $0 | 0x20 }) == UInt8(ascii: "i")
    else { return false }
    let third = letters.next().map { $0 | 0x20 }
    return third != UInt8(ascii: "a") && third != UInt8(ascii: "e")
  }
}
