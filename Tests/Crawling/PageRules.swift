import Foundation

/// What a page must keep whatever stands beside it.
extension Page {
  static let titleColumns = 4...140
  static let descriptionColumns = 8...340

  mutating func checkAlone(_ addresses: Addresses) {
    checkLanguage(addresses.tongues)
    checkHead()
    if !isStub { checkPreview(addresses) }
    checkFacts(addresses)
  }

  /// It is not needed any more, and there are many pages.
  mutating func forgetText() { (text, facts) = (PlainText(), []) }

  private mutating func checkLanguage(_ tongues: [Tongue]) {
    let allowed = tongue.map { [$0.tag] } ?? tongues.map(\.tag)
    let language = self.language ?? ""
    if !allowed.contains(language) { fault(.language, "lang is “\(language)”") }
  }

  private mutating func checkHead() {
    if titles.count != 1 { fault(.head, "\(titles.count) titles") }
    guard !isStub else { return }
    if descriptions.count != 1 { fault(.head, "\(descriptions.count) descriptions") }
    if headings != 1 { fault(.head, "\(headings) <h1>") }
    check(titles, Self.titleColumns, "title")
    check(descriptions, Self.descriptionColumns, "description")
    if kind == .missing, isIndexed { fault(.head, "a missing page may be listed") }
  }

  private mutating func check(_ texts: [String], _ columns: ClosedRange<Int>, _ name: String) {
    for text in texts where !columns.contains(text.columns) {
      fault(.head, "the \(name) has \(text.columns) columns: \(text)")
    }
  }

  private mutating func checkPreview(_ addresses: Addresses) {
    for name in ["title", "description", "type", "site_name", "locale", "url"] {
      let values = previews["og:\(name)"] ?? []
      if values.count != 1 || values[0].isEmpty {
        if kind != .missing { fault(.preview, "og:\(name) stands there \(values.count) times") }
      }
    }
    if let tongue, let locale = previews["og:locale"]?.first, locale != tongue.openGraph {
      fault(.preview, "og:locale is \(locale)")
    }
    if let url = previews["og:url"]?.first, let canonical, url != canonical {
      fault(.preview, "og:url is \(url), and the page is \(canonical)")
    }
    let cards = previews["twitter:card"] ?? []
    if kind != .missing, cards != ["summary"], cards != ["summary_large_image"] {
      fault(.preview, "twitter:card is \(cards)")
    }
    for picture in previews["og:image"] ?? [] {
      if addresses.inside(picture) == nil { fault(.preview, "og:image is not ours: \(picture)") }
      references.insert(Reference(use: .preview, text: picture, rel: ""))
    }
  }

  /// No page has the moment in which it was made, in words or in numbers.
  mutating func checkBuildTime(_ bytes: [UInt8], of file: URL) {
    let values = try? file.resourceValues(forKeys: [.contentModificationDateKey])
    guard let written = values?.contentModificationDate else { return }
    for before in [0.0, 60] {
      let moment = written.addingTimeInterval(-before)
      let minute = String(moment.formatted(.iso8601).prefix("2026-01-01T00:00".count))
      for text in [minute, minute.replacing("T", with: " ")] where bytes.has(text) {
        fault(.buildTime, "it says \(text), when it was made")
      }
    }
    // All but the last two digits of the seconds since 1970.
    let seconds = String(Int(written.timeIntervalSince1970) / 100)
    if bytes.has(seconds) { fault(.buildTime, "it says \(seconds)…, when it was made") }
  }
}

extension [UInt8] {
  func has(_ text: String) -> Bool { place(of: Array(text.utf8)) != nil }
}

extension String {
  /// How wide it is: a Chinese character takes two columns.
  var columns: Int {
    unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
