import Market

extension Said {
  subscript(locale: Locale) -> String { locale == .chinese ? chinese : english }

  func localized(_ locales: [Locale]) -> Localized {
    Localized(ByLocale(locales.map { ($0, self[$0]) }))
  }
}

extension [Said] {
  func joined(chinese: String, english: String) -> Said {
    Said(
      chinese: map(\.chinese).joined(separator: chinese),
      english: map(\.english).joined(separator: english))
  }
}

extension [ID<Tag>] {
  /// Two words can be names of one tag.
  var once: Self {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension String {
  /// The letters that stand together, two by two: texts that share a pair speak of the same matter
  /// in Chinese, as a rule.
  var pairs: Set<UInt64> {
    let letters = unicodeScalars.map { UInt64($0.value) }
    return Set(zip(letters, letters.dropFirst()).map { $0 << 32 | $1 })
  }

  /// FNV-1a, eight bytes at a time: enough to know a paragraph again.
  var fingerprint: UInt64 {
    var text = self
    return text.withUTF8 { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for start in stride(from: 0, to: bytes.count, by: 8) {
        var word: UInt64 = 0
        for byte in bytes[start..<min(start + 8, bytes.count)] { word = word << 8 | UInt64(byte) }
        hash = (hash ^ word) &* 0x100_0000_01B3
        hash ^= hash >> 29
      }
      return hash
    }
  }
}
