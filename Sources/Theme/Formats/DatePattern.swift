/// A pattern of CLDR, such as `d 'de' MMMM 'de' y`, taken apart.
struct DatePattern {
  enum Field: Hashable {
    case words(String)
    /// A letter of CLDR and how many times it stands there.
    case value(Character, count: Int)
  }

  private(set) var fields: [Field] = []

  init(_ pattern: String) {
    var words = ""
    var isQuoted = false
    var rest = pattern.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "'" {
        if rest.first == "'" {
          words.unicodeScalars.append("'")
          rest.removeFirst()
        } else {
          isQuoted.toggle()
        }
      } else if !isQuoted, scalar.isASCII, scalar.properties.isAlphabetic {
        flush(&words)
        var count = 1
        while rest.first == scalar {
          rest.removeFirst()
          count += 1
        }
        fields.append(.value(Character(scalar), count: count))
      } else {
        words.unicodeScalars.append(scalar)
      }
    }
    flush(&words)
  }

  private mutating func flush(_ words: inout String) {
    if !words.isEmpty { fields.append(.words(words)) }
    words = ""
  }
}
