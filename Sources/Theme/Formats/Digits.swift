/// The ten digits of a language.
struct Digits: Sendable {
  private let bytes: [UInt8]
  /// How many bytes each of them has.
  private let width: Int
  private let scalars: [Unicode.Scalar]

  /// Nil unless there are ten, all of the same width.
  init?(_ texts: [String]) {
    let scalars = texts.compactMap { $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil }
    guard scalars.count == 10, let width = texts.first?.utf8.count,
      texts.allSatisfy({ $0.utf8.count == width })
    else { return nil }
    self.scalars = scalars
    self.width = width
    bytes = texts.flatMap { Array($0.utf8) }
  }

  func write(_ digit: UInt8, into output: inout Output) {
    bytes.withUnsafeBufferPointer { bytes in
      guard width > 1 else { return output.append(bytes[Int(digit)]) }
      for index in Int(digit) * width..<(Int(digit) + 1) * width { output.append(bytes[index]) }
    }
  }

  /// Without anything between its digits.
  func write(plain number: Int, atLeast minimum: Int = 1, into output: inout Output) {
    var power = 1
    var count = 1
    while count < minimum || number / power >= 10 {
      power *= 10
      count += 1
    }
    while power > 0 {
      write(UInt8(number / power % 10), into: &output)
      power /= 10
    }
  }

  /// What a text has around the number in it; nil when it has none.
  func frame(in text: String) -> NumberFrame? {
    let all = text.unicodeScalars
    guard let first = all.firstIndex(where: scalars.contains),
      let last = all.lastIndex(where: scalars.contains)
    else { return nil }
    let number = all[first...last]
    let between = number.split(omittingEmptySubsequences: true, whereSeparator: scalars.contains)
    return NumberFrame(
      prefix: String(all[..<first]), suffix: String(all[all.index(after: last)...]),
      digitCount: number.count(where: scalars.contains), separators: between.map(String.init))
  }
}

/// A number that was written, without its digits.
struct NumberFrame: Hashable {
  let prefix: String
  let suffix: String
  let digitCount: Int
  /// What stands between its digits, from left to right.
  let separators: [String]
}
