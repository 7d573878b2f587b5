// The template's own words.
extension Checker {
  /// Feeds them to the markup. White space with a line break in it becomes one line break.
  mutating func check(_ piece: TextPiece, into nodes: inout [CheckedNode]) {
    var words: [UInt8] = []
    var index = piece.all.lowerBound
    if !markup.keepsWhiteSpace {
      index = piece.kept.lowerBound
      // The line before had nothing but marks: the break before it stands for this one too.
      if piece.beginsLine { index = blanks(from: index, to: piece.kept.upperBound).end }
    }
    while index < piece.all.upperBound {
      if index >= piece.kept.upperBound, !markup.keepsWhiteSpace { break }
      let byte = source.bytes[index]
      guard WhiteSpace.isBlank(byte), !markup.keepsWhiteSpace else {
        words.append(byte)
        markup.read(byte, at: index, &source)
        index += 1
        endForm(&words, &nodes)
        checkIcon()
        continue
      }
      let run = blanks(from: index, to: piece.kept.upperBound)
      if run.hasBreak {
        words.append(0x0A)
      } else {
        words += source.bytes[index..<run.end]
      }
      markup.read(0x20, at: index, &source)
      index = run.end
    }
    if !words.isEmpty { nodes.append(.words(words)) }
  }

  private func blanks(from start: Int, to end: Int) -> (end: Int, hasBreak: Bool) {
    var index = start
    var hasBreak = false
    while index < end, WhiteSpace.isBlank(source.bytes[index]) {
      hasBreak = hasBreak || source.bytes[index] == 0x0A
      index += 1
    }
    return (index, hasBreak)
  }

  /// The hidden field stands right after the tag of its form.
  private mutating func endForm(_ words: inout [UInt8], _ nodes: inout [CheckedNode]) {
    guard let form = markup.formEnded else { return }
    markup.formEnded = nil
    nodes.append(.words(words))
    words = []
    nodes.append(.formToken(form, source.place(markup.tag.offset)))
  }
}
