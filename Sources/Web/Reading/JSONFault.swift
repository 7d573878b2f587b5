/// Why a text is no JSON, or none that we take.
package struct JSONFault: Error, Equatable {
  package enum Reason: Sendable {
    /// Also bytes that are not UTF-8, and an escape that is half of a pair.
    case syntax
    case unfinished
    case somethingFollows
    case tooDeep
    /// A text with the character 0.
    case nul
    /// An exponent of more than nine digits or so.
    case tooLarge
    /// An object with two members of one name.
    case repeatedName
    case noMemory
  }

  package let reason: Reason
  /// How many bytes were read before it was found.
  package let offset: Int

  package init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

extension JSONFault: CustomStringConvertible {
  package var description: String {
    let what =
      switch reason {
      case .syntax: "it breaks the rules of JSON"
      case .unfinished: "it is not finished"
      case .somethingFollows: "something follows its end"
      case .tooDeep: "it is too deep"
      case .nul: "a text has the character 0"
      case .tooLarge: "a number is too large"
      case .repeatedName: "a name is there twice"
      case .noMemory: "it needs too much memory"
      }
    return "\(what), at byte \(offset)"
  }
}
