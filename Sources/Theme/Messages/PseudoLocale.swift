/// A language that nobody speaks and everybody can read: it shows which words of a page are no
/// messages, and what breaks when words are longer than ours.
package enum PseudoLocale {
  package static let before = "⟦"
  package static let after = "⟧"
  /// How much longer words become.
  package static let longerPercent = 35

  package static func translation(
    of file: SourceFile, at path: String
  ) throws(Faults) -> SourceFile {
    try Translation.of(file, at: path, before: before, after: after, words: words)
  }

  /// Letters of English get accents, and some of them are there twice.
  package static func words(_ words: String) -> String {
    var made = ""
    // Half of what a letter costs is given, so that short words grow too.
    var due = 50
    for letter in words {
      due += longerPercent
      guard let accented = accents[letter] else {
        made.append(letter)
        continue
      }
      made.append(accented)
      if due >= 100 {
        made.append(accented)
        due -= 100
      }
    }
    return made
  }

  private static let accents = Dictionary(
    uniqueKeysWithValues: zip(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
      "áƀćďéƒĝĥíĵķľḿñóþɋŕšťúṽŵẋýžÁɃĆĎÉƑĜĤÍĴĶĽḾÑÓÞɊŔŠŤÚṼŴẊÝŽ"))
}
