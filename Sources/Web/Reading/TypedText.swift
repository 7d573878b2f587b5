extension String {
  /// Without blanks and line ends around it. A tab is a space: people paste from tables.
  var typed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(
      String.UnicodeScalarView(scalars[first...last].map { $0 == "\t" ? " " : $0 }))
  }
}
