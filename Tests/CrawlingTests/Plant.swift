import Crawling
import Testing

/// One thing broken in one file, and what a crawl must say of it.
struct Plant: CustomTestStringConvertible, Sendable {
  let rule: Rule
  let page: String
  /// A part of the reason.
  let reason: String
  let file: String
  let old: String
  let new: String
  /// Rules that the same break touches.
  let also: Set<Rule>

  init(
    _ rule: Rule, _ reason: String, at page: String, in file: String, _ old: String, _ new: String,
    also: Set<Rule> = []
  ) {
    (self.rule, self.reason, self.page, self.file) = (rule, reason, page, file)
    (self.old, self.new, self.also) = (old, new, also)
  }

  var testDescription: String { "\(rule): \(reason), in \(file)" }
}

/// Breaks of the gig in English, where most things are.
func gig(
  _ rule: Rule, _ reason: String, _ old: String, _ new: String, also: Set<Rule> = []
) -> Plant {
  Plant(rule, reason, at: "/en/g/tea-1", in: "en/g/tea-1.html", old, new, also: also)
}
