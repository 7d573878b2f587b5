/// Bare addresses. GitHub's rule goes on to the next space, which in Chinese is the end of the
/// paragraph: here `https://jishi.cn，谢谢` ends before the comma.
extension MarkdownSource {
  mutating func endAddress() {
    guard at > wordStart, source[at - 1] != UInt8(ascii: "_"), !source[at - 1].isContinuation,
      let scalar = source.scalar(at: at), scalar.isWide || Neighbour(scalar).isSign,
      isAddress(upTo: at)
    else { return }
    insert(Self.addressEnd)
  }

  /// What stands since the last space or character that is not ASCII is a bare address.
  func isAddress(upTo end: Int) -> Bool {
    guard end - wordStart > 4 else { return false }
    guard hasWord("://", upTo: end) || hasWord("www.", upTo: end), !hasWord("<", upTo: end),
      !hasWord("](", upTo: end)
    else { return false }
    // The address of a link or of a definition, after a space.
    let lead = source[..<wordStart].suffix(2_048)
    guard let last = lead.lastIndex(where: { $0 > 0x20 }), last > source.startIndex else {
      return true
    }
    let isAfterBracket = source[last - 1] == UInt8(ascii: "]")
    return
      !(isAfterBracket && (source[last] == UInt8(ascii: "(") || source[last] == UInt8(ascii: ":")))
  }

  /// Since the last space.
  private func hasWord(_ part: StaticString, upTo end: Int) -> Bool {
    let count = part.utf8CodeUnitCount
    guard end - wordStart >= count else { return false }
    return (wordStart...end - count).contains { start in
      (0..<count).allSatisfy { source[start + $0] == part.utf8Start[$0] }
    }
  }
}
