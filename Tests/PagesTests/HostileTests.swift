import Foundation
import Hostile
import Market
import Samples
import Testing

@testable import Pages
@testable import Theme

/// Every text of a page that somebody wrote is, one after the other, each of the texts that have
/// broken other programs. Only words may change by it. `JISHI_VECTORS=all` tries each of them in
/// each kind of page and language; without it each is tried in one.
@Suite struct HostileTests {
  typealias Locale = Market.Locale
  static let isWhole = ProcessInfo.processInfo.environment["JISHI_VECTORS"] == "all"
  static let kinds = HostilePage.allCases.flatMap { page in
    [Locale.chinese, .english].map { (page, $0) }
  }

  /// Those that are tried in that kind of page and language.
  static func vectors(for page: HostilePage, _ locale: Locale) -> [String] {
    let place = kinds.firstIndex { $0 == (page, locale) }
    return XSSCorpus.all.enumerated().filter { isWhole || $0.offset % kinds.count == place }
      .map(\.element)
  }

  @Test(arguments: kinds.indices)
  func `hostile words stay words`(kind: Int) throws {
    let (page, locale) = Self.kinds[kind]
    var likenesses: [String: ParsedHTML] = [:]
    let vectors = Self.vectors(for: page, locale)
    #expect(vectors.count >= 10)
    for vector in vectors {
      let text = vector.allSatisfy(\.isWhitespace) ? "a\(vector)z" : vector
      let likeness = HostileText.likeness(of: text)
      let key = "\(likeness.link) \(likeness.token)"
      let model = try likenesses[key] ?? ParsedHTML(page.bytes(locale, of: likeness.texts))
      likenesses[key] = model
      let bytes = try page.bytes(locale, of: HostileText(text).texts)
      #expect(String(validating: bytes, as: UTF8.self) != nil, "\(vector)")
      check(ParsedHTML(bytes), against: model, text)
    }
  }

  private func check(_ page: ParsedHTML, against model: ParsedHTML, _ text: String) {
    guard page.skeleton == model.skeleton, page.comments == model.comments else {
      Issue.record("other elements or attributes for “\(text.prefix(200))”")
      return
    }
    let shown = HostileText.shown(text)
    let harmless = HostileText.harmless
    for (element, other) in zip(page.elements, model.elements) {
      for (attribute, before) in zip(element.attributes, other.attributes) {
        if attribute.value.isSame(as: before.value), !before.value.isMarked { continue }
        let expected = before.value
          .replacingOccurrences(of: harmless.token, with: text)
          .replacingOccurrences(of: harmless.link, with: shown)
          .replacingOccurrences(of: harmless.words, with: shown)
        if !attribute.value.isSame(as: expected) {
          Issue.record(
            "\(element.name) \(attribute.name) is “\(attribute.value.prefix(200))” instead of “\(expected.prefix(200))”"
          )
        }
      }
    }
    #expect(
      page.text.isSame(as: model.text.replacingOccurrences(of: harmless.words, with: shown)),
      "\(text)")
    checkFacts(page.scripts, against: model.scripts, text)
  }

  private func checkFacts(_ scripts: [String], against model: [String], _ text: String) {
    #expect(scripts.count == model.count)
    for (script, other) in zip(scripts, model) {
      #expect(!script.utf8.contains { "<>&".utf8.contains($0) })
      let facts =
        try? JSONSerialization.jsonObject(with: Data(script.withoutMarks.utf8)) as? NSDictionary
      let before = try? JSONSerialization.jsonObject(with: Data(other.utf8)) as? NSDictionary
      guard let facts, let before else {
        Issue.record("no JSON for “\(text)”: \(script)")
        continue
      }
      // A link of a person's own is made whole by what it begins with.
      guard Link(text) == nil else { continue }
      let said = text.unicodeScalars.map { $0 == "\r" || $0 == "\t" ? " " : $0 }
      let shown = HostileText.shown(String(String.UnicodeScalarView(said)))
      let expected = Self.replaced(before, HostileText.harmless.words, with: shown.withoutMarks)
      #expect(facts.isEqual(expected), "\(text)")
    }
  }

  private static func replaced(_ value: Any, _ mark: String, with text: String) -> Any {
    switch value {
    case let value as String: value.replacingOccurrences(of: mark, with: text)
    case let value as [String: Any]: value.mapValues { replaced($0, mark, with: text) }
    case let value as [Any]: value.map { replaced($0, mark, with: text) }
    default: value
    }
  }

  @Test(arguments: kinds.indices)
  func `markup of people stays where it stands`(kind: Int) throws {
    let (page, locale) = Self.kinds[kind]
    guard page == .gig || page == .seller else { return }
    func bytes(_ text: String) throws -> String {
      let texts = Texts { ["description", "about"].contains($0) ? text : "x" }
      return String(decoding: try page.bytes(locale, of: texts), as: UTF8.self)
    }
    let model = try bytes("Words.")
    let words = Markdown.html("Words.", for: .people).markup
    let parts = model.split(separator: words, omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    for vector in XSSCorpus.all {
      let markup = Markdown.html(vector, for: .people).markup
      #expect(AllowedMarkup.fault(in: markup) == nil, "\(vector)")
      let page = try bytes(vector)
      #expect(page.isSame(as: "\(parts[0])\(markup)\(parts[1])"), "\(vector)")
    }
  }

  @Test func `a seal shows a letter, whatever the name is`() {
    for vector in XSSCorpus.all {
      let text = Seal(of: vector).text
      #expect(text.allSatisfy { $0.isLetter || $0.isNumber }, "\(vector)")
    }
  }

  @Test func `what is no address and no name of ours is none`() {
    for vector in XSSCorpus.all {
      if let link = Link(vector) {
        #expect(Address.isSafe(vector), "\(vector)")
        #expect(!link.text.contains { $0.isASCII && $0.isWhitespace })
      }
      if Token(vector) != nil { #expect(vector.wholeMatch(of: /[A-Za-z0-9_-]{1,64}/) != nil) }
    }
  }
}

extension String {
  /// The same characters, not only the same to the eye.
  fileprivate func isSame(as other: String) -> Bool { Array(utf8) == Array(other.utf8) }

  /// Foundation's JSON drops the byte order mark from texts.
  fileprivate var withoutMarks: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\u{FEFF}" }))
  }

  /// Something of the harmless text is in it.
  fileprivate var isMarked: Bool {
    utf8.contains(0xEE) || contains(HostileText.harmless.token)
  }
}
