import Foundation
import Testing

@Suite struct WordingTests {
  struct Term: CustomTestStringConvertible {
    let notion: String
    let chinese: String
    let english: String
    let forbidden: [String]

    var testDescription: String { notion }

    init?(_ line: Substring) {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let columns = parts[1].split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard columns.count == 3, columns[2].hasPrefix("not:") else { return nil }
      notion = parts[0].trimmingCharacters(in: .whitespaces)
      chinese = columns[0]
      english = columns[1]
      forbidden = columns[2].dropFirst(4).split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
  }

  static let lines: [Substring] = {
    let file = Wording.folder.appending(path: "glossary.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { Substring(String($0)) }
  }()
  static let terms = lines.compactMap(Term.init)

  @Test func `every line of the glossary is a term`() {
    #expect(Self.terms.count == Self.lines.count)
    #expect(Self.terms.count > 20)
    #expect(Set(Self.terms.map(\.notion)).count == Self.terms.count)
  }

  @Test(arguments: terms)
  func `no message says it in other words`(term: Term) throws {
    for catalogue in try Wording.all.get() {
      for line in catalogue.lines {
        for word in term.forbidden where line.words.says(word) {
          Issue.record("\(catalogue.locale)/\(line.file): \(line.key) says “\(word)”")
        }
      }
    }
  }

  @Test func `no term forbids another`() {
    for term in Self.terms {
      for word in term.forbidden {
        let same = Self.terms.filter { $0.chinese == word || $0.english.lowercased() == word }
        #expect(same.isEmpty, "\(term.notion) forbids \(word)")
      }
    }
  }

  @Test func `Chinese is set in full-width signs, without spaces`() throws {
    // The door has the names of all languages side by side.
    let lines = try Wording("zh-CN").lines.filter {
      $0.file != "locale.txt" && $0.key != "title.chooser"
    }
    for line in lines {
      for words in line.message.branches {
        #expect(!words.contains(/\p{Han}[,;:!?()]|[,;:!?()]\p{Han}/), "\(line.key): \(words)")
        #expect(!words.contains(/\p{Han} |  ?\p{Han}/), "\(line.key): \(words)")
        #expect(!words.contains(/\p{Han}\./), "\(line.key): \(words)")
      }
    }
  }

  @Test func `the branches of a message are what people may read`() {
    let message = "共{count, plural, =0 {没有, 一项} other {#项：{name}}}。"
    #expect(message.branches.sorted() == ["共", "#项：数", "没有, 一项", "。"].sorted())
  }
}

extension String {
  /// What stands in a message and in each of its branches; an argument is a word among others.
  fileprivate var branches: [String] {
    let message = replacing(/\{[a-zA-Z]+(?:, [a-z]+)?\}/, with: "数")
    let opened = message.split(separator: "{", omittingEmptySubsequences: false)
    return opened.enumerated().flatMap { place, part in
      var pieces = part.split(separator: "}", omittingEmptySubsequences: false).map(String.init)
      // Before each brace that opens stand the names of the argument and the case.
      if place < opened.count - 1, let last = pieces.popLast() {
        pieces.append(last.replacing(/^\w+, (?:plural|select),|[=a-zA-Z0-9]+ $/, with: ""))
      }
      return pieces.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
  }

  /// In small letters, with one space before and after each.
  private var latinWords: String {
    let words = lowercased().split { !($0.isASCII && ($0.isLetter || $0 == "-")) }
    return " \(words.joined(separator: " ")) "
  }

  /// A Chinese word stands anywhere; a Latin one alone.
  fileprivate func says(_ word: String) -> Bool {
    guard word.unicodeScalars.allSatisfy(\.isASCII) else { return contains(word) }
    return latinWords.contains(word.latinWords)
  }
}
