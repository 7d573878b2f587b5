import Proving
import Testing
import Theme

/// Whatever a file has in it, reading it ends with faults at places that the file has.
@Suite struct MessageFuzzTests {
  private static let signs = Array("{}<>/#=,. \n\tab1é评\u{301}".utf8)
  private static let pieces = [
    "{n, plural, ", "one {", "other {", "{s, select, ", "a {", "</b>", "<b>", "{{", "}}", "<<",
    "##",
    "gig.a = ", "gig.b = ", "\n  ", "\r\n", "}", "{x}", "{x, money}", "=0 {", "locale", "name = ",
  ]

  private func check(_ bytes: [UInt8], _ seed: UInt64) {
    let file = SourceFile(path: "locales/en/gig.txt", bytes: bytes)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let read = MessageFile(file)
    for place in read.faults.map(\.place) + read.messages.map(\.place) {
      let isInside =
        (1...lines.count).contains(place.line)
        && (1...lines[place.line - 1].count + 1).contains(place.column)
      if !isInside { Issue.record("seed \(seed): \(place)") }
    }
    if read.faults.isEmpty {
      #expect((try? Translation.of(file, at: file.path) { $0 }) == file, "seed \(seed)")
    }
    // Each catalogue asks ICU about thousands of numbers.
    guard seed.isMultiple(of: 10) else { return }
    var faults: [Fault] = []
    let about = SourceFile(path: "locales/en/locale.txt", bytes: bytes)
    _ = Catalogue(
      SiteLocales.small.filter { $0.path.contains("zh") } + [file, about], faults: &faults)
  }

  @Test func `any bytes are read`() {
    for seed in UInt64(0)..<1_000 {
      var dice = Seeded(seed)
      let bytes = (0..<Int.random(in: 0...300, using: &dice)).map { _ in
        UInt8.random(in: 0...255, using: &dice)
      }
      check(bytes, seed)
    }
  }

  @Test func `any signs are read`() {
    for seed in UInt64(1_000)..<3_000 {
      var dice = Seeded(seed)
      var bytes = Array("gig.a = ".utf8)
      for _ in 0..<Int.random(in: 0...60, using: &dice) {
        if Bool.random(using: &dice) {
          bytes += (Self.pieces.randomElement(using: &dice) ?? "").utf8
        } else {
          bytes.append(Self.signs.randomElement(using: &dice) ?? 0)
        }
      }
      check(bytes, seed)
    }
  }

  @Test func `good files with mistakes are read`() {
    let good = TranslationTests.all.map(\.bytes)
    for seed in UInt64(3_000)..<6_000 {
      var dice = Seeded(seed)
      var bytes = Array((good.randomElement(using: &dice) ?? []).prefix(1_000))
      for _ in 0..<Int.random(in: 1...4, using: &dice) { mutate(&bytes, &dice) }
      check(bytes, seed)
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ dice: inout Seeded) {
    let from = Int.random(in: 0...bytes.count, using: &dice)
    let to = min(bytes.count, from + Int.random(in: 0...8, using: &dice))
    switch Int.random(in: 0..<4, using: &dice) {
    case 0: bytes.removeSubrange(from..<to)
    case 1: bytes.insert(contentsOf: bytes[from..<to], at: from)
    case 2: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: from)
    default: bytes.insert(Self.signs.randomElement(using: &dice) ?? 0, at: from)
    }
  }
}
