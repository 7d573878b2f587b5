/// How large templates may be. Nobody writes one that comes near; a file that was made to do harm
/// gets a fault instead of the machine's memory.
package enum TemplateLimits {
  package static let bytesMax = 262_144
  /// Marks inside each other in one file.
  package static let nestingMax = 32
  /// Questions that one `if` asks with its `elseif`.
  package static let questionsMax = 64
  package static let parametersMax = 32
  /// Attributes of one tag.
  package static let attributesMax = 64
  /// Elements inside each other in one file.
  package static let elementsMax = 128
  /// Marks inside each other in a page with all that it includes.
  package static let inlinedNestingMax = 128
  /// Words, values and marks of one page in one language, with all that it includes.
  package static let nodesMax = 100_000
  /// How much memory the program of one page in one language takes.
  package static let programBytesMax = 8_388_608
  /// Whoever mends so many sees the rest afterwards.
  package static let faultsPerFileMax = 100
}
