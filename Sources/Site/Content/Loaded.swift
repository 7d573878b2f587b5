import Market
import Pages
import Store
import Theme

/// What an operator writes, as it was read without faults.
struct Loaded: Sendable {
  let theme: LoadedTheme
  let library: Library

  /// Numbers in the market's own words are those of the rules in force.
  init(_ theme: LoadedTheme, content: String, _ rows: borrowing Snapshot) throws {
    self.theme = theme
    let rules = try rows.ruleText(rows.ruleVersion(at: rows.timeOfLog()).id)
    library = try ContentReader.read(
      content, in: theme.languages, figures: try Figures(rules: rules))
  }
}

extension Snapshot {
  /// Whoever prints has no clock: for him it is the time of the newest change.
  func timeOfLog() throws -> Instant { try lastChangeAt() ?? Instant(milliseconds: 0) }
}
