package import Market

extension GigContent {
  /// The same for the same content, so that nothing published can be changed unseen.
  package var digest: String {
    var parts = ContentParts()
    parts.add([origin.tag, asset.code])
    parts.add(texts.count)
    for (locale, text) in texts.sorted(by: { $0.key < $1.key }) {
      parts.add([locale.tag, text.title, text.summary, text.description])
      parts.add(text.source)
    }
    parts.add(list: packages) {
      $0.add($1.name, $1.summary)
      $0.add(Int($1.price), $1.deliveryDays, $1.revisions ?? -1)
    }
    parts.add(list: features) {
      $0.add($1.label)
      $0.add($1.packages.rawValue)
    }
    parts.add(list: extras) {
      $0.add($1.title)
      $0.add(Int($1.price), $1.deliveryDays)
    }
    parts.add(list: requirements) {
      $0.add($1.question)
      $0.add($1.isNeeded ? 1 : 0)
    }
    parts.add(list: questions) { $0.add($1.question, $1.answer) }
    parts.add(list: media) {
      $0.add([$1.file])
      $0.add($1.caption)
    }
    parts.add(list: tags) { $0.add(Int($1.number)) }
    parts.add(list: attributes.sorted { $0.key < $1.key }) { $0.add([$1.key, $1.value]) }
    return parts.digest.finish().hexadecimal
  }
}

private struct ContentParts: ~Copyable {
  var digest = SHA256()

  mutating func add(_ numbers: Int...) {
    for number in numbers { digest.add(Int64(number)) }
  }

  mutating func add(_ texts: [String]) {
    for text in texts { digest.add(text) }
  }

  mutating func add(_ texts: Localized...) {
    for text in texts {
      add(text.texts.count)
      for (locale, words) in text.inOrder { add([locale.tag, words]) }
    }
  }

  mutating func add(_ source: GigText.Source) {
    switch source {
    case .written: add(0)
    case .translated(let version, let byMachine):
      add(byMachine ? 2 : 1, Int(version?.number ?? 0))
    }
  }

  mutating func add<Part>(list: [Part], _ each: (inout ContentParts, Part) -> Void) {
    add(list.count)
    for part in list { each(&self, part) }
  }
}
