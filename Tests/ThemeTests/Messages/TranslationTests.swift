import Foundation
import Proving
import Testing
import Theme

@Suite struct TranslationTests {
  static let all = SiteLocales.small + SiteLocales.files

  private func isMessages(_ file: SourceFile) -> Bool { !file.path.hasSuffix(LocaleInfo.file) }

  @Test(.enabled(if: !SiteLocales.files.isEmpty)) func `the messages of the site are whole`() throws
  {
    let catalogue = try Catalogue(SiteLocales.files)
    #expect(catalogue.tags.first == Catalogue.referenceTag)
  }

  @Test func `a file whose words stay stays the same`() throws {
    for file in Self.all where isMessages(file) {
      let same = try Translation.of(file, at: file.path) { $0 }
      #expect(same == file, "\(file.path)")
    }
  }

  @Test func `only words are changed, and signs in them are doubled again`() throws {
    let file = SourceFile(
      path: "gig.txt",
      "# a\ngig.a =  a {{b}} {c} # \n gig\n\ngig.d = {n, plural, one {#a ##}\n other {<e>f</e>}}")
    #expect(try Translation.words(of: file) == ["a {b} ", " #", "gig", "a #", "f"])
    let made = try Translation.of(file, at: "x/gig.txt", before: "[", after: "]") {
      $0.uppercased() + "<#\n"
    }
    #expect(made.path == "x/gig.txt")
    #expect(
      String(decoding: made.bytes, as: UTF8.self)
        == "# a\ngig.a =  [A {{B}} <<# {c} #<<#  \n GIG<<# ]\n\ngig.d = "
        + "[{n, plural, one {#A ##<<## }\n other {<e>F<<## </e>}}]")
  }

  @Test func `a file with faults is not translated, nor one that would have some`() {
    let broken = SourceFile(path: "gig.txt", "gig.a = }")
    #expect(throws: Faults.self) { try Translation.of(broken, at: "gig.txt") { $0 } }
    let branch = SourceFile(path: "gig.txt", "gig.a = {n, plural, other {a}}")
    #expect(throws: Faults.self) { try Translation.of(branch, at: "gig.txt") { $0 + "}" } }
    let short = SourceFile(path: "gig.txt", "gig.a = a")
    #expect(throws: Faults.self) {
      try Translation.of(short, at: "gig.txt") { _ in String(repeating: "a", count: 9_000) }
    }
    #expect(throws: Faults.self) { try Translation.of(short, at: "gig.txt") { _ in "" } }
  }

  @Test func `the words of the pseudo-locale have accents and are a third longer`() throws {
    #expect(PseudoLocale.words("Reviews") == "Ŕééṽíééŵš")
    let sentence = "By ordering from the seller you accept the terms of service of this market"
    let longer = Double(PseudoLocale.words(sentence).count) / Double(sentence.count)
    #expect((1.3...1.4).contains(longer), "\(longer)")
    let alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    #expect(PseudoLocale.words(alphabet).allSatisfy { !$0.isASCII })
    #expect(PseudoLocale.words("12, 中文") == "12, 中文")
  }

  @Test func `a pseudo-locale passes all checks`() throws {
    for files in [SiteLocales.small, SiteLocales.files] {
      let info = LocaleInfo(tag: "en-XA", name: "[English]", hreflang: "en-XA")
      let english = SiteLocales.of("en", in: files)
      let made = try english.filter(isMessages).map { file in
        try PseudoLocale.translation(
          of: file, at: "locales/en-XA/" + file.path.dropFirst("locales/en/".count))
      }
      guard !made.isEmpty else { continue }
      let about = info.source(path: "locales/en-XA/locale.txt")
      let catalogue = try Catalogue(files + made + [about])
      #expect(catalogue.tags.prefix(3) == ["zh-CN", "en", "en-XA"])
      #expect(catalogue["en-XA"].count == catalogue["en"].count)
      for message in catalogue["en-XA"].values {
        #expect(message.parts.first.map { "\($0)" }?.contains("⟦") == true, "\(message.key)")
      }
    }
  }

  @Test(.enabled(if: OpenCC.isThere, "opencc is not installed"))
  func `traditional Chinese made by OpenCC passes all checks`() throws {
    for files in [SiteLocales.small, SiteLocales.files] {
      let sources = SiteLocales.of("zh-CN", in: files).filter(isMessages)
      guard !sources.isEmpty else { continue }
      let words = try sources.flatMap { try Translation.words(of: $0) }
      var rest = try OpenCC.taiwanese(words).makeIterator()
      let made = try sources.map { file in
        try Translation.of(
          file, at: "locales/zh-TW/" + file.path.dropFirst("locales/zh-CN/".count)
        ) { rest.next() ?? $0 }
      }
      let info = LocaleInfo(tag: "zh-TW", name: "繁體中文", hreflang: "zh-TW")
      let catalogue = try Catalogue(files + made + [info.source(path: "locales/zh-TW/locale.txt")])
      #expect(catalogue["zh-TW"].count == catalogue["zh-CN"].count)
    }
    let server = try OpenCC.taiwanese(["软件服务器", "的网络"])
    #expect(server == ["軟體伺服器", "的網路"])
  }
}
