/// A text spelled in ASCII words: pinyin for Chinese, folded letters for Latin, digits as they are.
struct Spelling {
  static let separator = UInt8(ascii: "-")

  /// Lower-case letters and digits, one hyphen between words, none at either end.
  private(set) var bytes: [UInt8] = []
  private let bytesMax: Int
  private var wordStart = 0
  private var isWordOpen = false
  private var isFull = false

  /// Ends with the last word that fits; a first word that alone is too long is cut.
  init(of text: String, bytesMax: Int = .max, polyphones: Polyphones = .words) {
    self.init(bytesMax: bytesMax)
    add(text.unicodeScalars[...], polyphones)
  }

  init(ofName name: String, bytesMax: Int = .max) {
    self.init(bytesMax: bytesMax)
    let scalars = name.unicodeScalars
    let chinese = scalars.prefix { Syllable(of: $0.value) != nil }
    if let surname = Polyphones.surnames.word(at: chinese),
      case let given = chinese.dropFirst(surname.count), given.count <= Self.givenNameMax
    {
      add(surname)
      add(scalars[given.startIndex...], .words)
    } else {
      add(scalars[...], .words)
    }
  }

  private static let givenNameMax = 2

  private init(bytesMax: Int) {
    self.bytesMax = bytesMax
    bytes.reserveCapacity(min(bytesMax, 80) + 8)
  }
}

extension Spelling {
  private mutating func add(_ text: Substring.UnicodeScalarView, _ polyphones: Polyphones) {
    var rest = text
    while !isFull, let scalar = rest.first?.value {
      if let syllable = Syllable(of: scalar) {
        if let word = polyphones.word(at: rest) {
          add(word)
          rest.removeFirst(word.count)
          continue
        }
        add(syllable)
      } else {
        add(Latin(scalar))
      }
      rest.removeFirst()
    }
  }

  private mutating func add(_ word: Polyphones.Word) {
    for place in 0..<word.count { add(Syllable(number: word.syllables[place])) }
  }

  private mutating func add(_ syllable: Syllable) {
    isWordOpen = false
    for letter in syllable.letters { add(letter) }
    isWordOpen = false
  }

  private mutating func add(_ sign: Latin) {
    switch sign {
    case .nothing: break
    case .gap: isWordOpen = false
    case .letters(var letters):
      while letters > 0 {
        add(UInt8(truncatingIfNeeded: letters))
        letters >>= 8
      }
    }
  }

  private mutating func add(_ letter: UInt8) {
    guard !isFull else { return }
    if !isWordOpen {
      if !bytes.isEmpty { bytes.append(Self.separator) }
      wordStart = bytes.count
      isWordOpen = true
    }
    bytes.append(letter)
    guard bytes.count > bytesMax else { return }
    isFull = true
    bytes.removeLast(bytes.count - (wordStart > 0 ? wordStart - 1 : bytesMax))
  }
}
