/// What was seen in a file, and what was made of it.
package struct LookedAt: Hashable, Sendable {
  /// In pixels and upright; of a document its first page, as the widest rendition shows it.
  package let width: Int
  package let height: Int
  /// Nil for a picture.
  package let pages: Int?
  package let renditions: [Rendition]

  package init(width: Int, height: Int, pages: Int? = nil, renditions: [Rendition]) {
    self.width = width
    self.height = height
    self.pages = pages
    self.renditions = renditions
  }
}

/// What the program that looks at files tells the one that asked: a line for each thing, words with
/// spaces between, and nothing that was written by whoever sent the file.
package enum MediaReport: Hashable, Sendable {
  case taken(LookedAt)
  case refused(MediaFault)

  package var text: String {
    switch self {
    case .refused(let fault): "refused \(fault.word)\n"
    case .taken(let looked):
      Self.firstLine(of: looked)
        + looked.renditions.map { "rendition \($0.format) \($0.width) \($0.height)\n" }.joined()
    }
  }

  private static func firstLine(of looked: LookedAt) -> String {
    guard let pages = looked.pages else { return "picture \(looked.width) \(looked.height)\n" }
    return "document \(looked.width) \(looked.height) \(pages)\n"
  }

  /// Nil for what is not exactly such a report: whoever wrote it had read what a stranger sent.
  package init?(_ text: String) {
    guard text.hasSuffix("\n") else { return nil }
    let lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: " ", omittingEmptySubsequences: false)
    }
    guard let first = lines.first, let word = first.first else { return nil }
    if word == "refused" {
      guard lines.count == 1, first.count == 2, let fault = MediaFault(word: first[1]) else {
        return nil
      }
      self = .refused(fault)
      return
    }
    let numbers = first.dropFirst().compactMap { Self.number($0) }
    guard first.count == numbers.count + 1 else { return nil }
    let renditions = lines.dropFirst().compactMap { Rendition(words: $0) }
    guard renditions.count == lines.count - 1, !renditions.isEmpty else { return nil }
    switch (word, numbers.count) {
    case ("picture", 2):
      self = .taken(LookedAt(width: numbers[0], height: numbers[1], renditions: renditions))
    case ("document", 3):
      self = .taken(
        LookedAt(width: numbers[0], height: numbers[1], pages: numbers[2], renditions: renditions))
    default: return nil
    }
  }

  fileprivate static func number(_ word: Substring) -> Int? {
    guard word.utf8.allSatisfy({ (0x30...0x39).contains($0) }), word.first != "0", word.count < 8
    else { return nil }
    return Int(word)
  }
}

extension Rendition {
  fileprivate init?(words: [Substring]) {
    guard words.count == 4, words[0] == "rendition",
      let format = MediaFormat(rawValue: String(words[1])), Rendition.formats.contains(format),
      let width = MediaReport.number(words[2]),
      let height = MediaReport.number(words[3])
    else { return nil }
    self.init(format, width: width, height: height)
  }
}

extension MediaFault {
  /// Those that are found out by reading all of a file.
  private static let words: [(fault: MediaFault, word: String)] = [
    (.tooManyPixels(max: MediaLimits.pixelsMax), "pixels"),
    (.tooSmall(sideMin: MediaLimits.sideMin), "side"),
    (.tooManyPages(max: MediaLimits.pagesMax), "pages"),
    (.unreadable, "unreadable"),
  ]

  fileprivate var word: String { Self.words.first { $0.fault == self }?.word ?? "unreadable" }

  fileprivate init?(word: Substring) {
    guard let fault = Self.words.first(where: { $0.word == word })?.fault else { return nil }
    self = fault
  }
}
