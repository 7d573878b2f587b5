/// Where a route is: fixed steps, and steps in braces that stand for anything.
package struct RoutePath: Sendable, ExpressibleByStringLiteral {
  enum Step: Hashable, Sendable {
    case fixed(String)
    case named(String)
  }

  package let text: String
  let steps: [Step]

  package init(stringLiteral text: StaticString) { self.init(text.description) }

  init(_ text: String) {
    self.text = text
    steps = self.text.split(separator: "/").map { step in
      step.utf8.first == UInt8(ascii: "{")
        ? .named(String(step.dropFirst().dropLast())) : .fixed(String(step))
    }
  }

  /// The names of the steps that stand for something, in their order.
  package var names: [String] {
    steps.compactMap { if case .named(let name) = $0 { name } else { nil } }
  }
}

/// The steps of an address, as they were sent but for their escapes.
struct AskedPath: Sendable {
  static let stepsMax = 16

  let steps: [String]

  /// Nil for what none of our addresses can be: too many steps, empty ones, or escapes that cannot be read.
  init?(_ target: String) {
    let path = target.utf8.prefix { $0 != UInt8(ascii: "?") }
    guard path.first == UInt8(ascii: "/") else { return nil }
    var steps: [String] = []
    for step in path.dropFirst().split(
      separator: UInt8(ascii: "/"), maxSplits: Self.stepsMax, omittingEmptySubsequences: false)
    {
      guard !step.isEmpty, let decoded = Percent.decoded(segment: Substring(step)) else {
        return nil
      }
      steps.append(decoded)
    }
    guard steps.count <= Self.stepsMax else { return nil }
    self.steps = steps
  }
}
