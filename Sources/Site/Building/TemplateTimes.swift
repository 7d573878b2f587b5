import Pages
import Theme

/// How long each kind of page took to be rendered.
package struct TemplateTimes: Sendable {
  package struct Line: Hashable, Sendable {
    package let template: String
    package let pages: Int
    package let time: Duration

    package var mean: Duration { time / max(1, pages) }
  }

  private var lines: [ObjectIdentifier: Line] = [:]

  init() {}

  mutating func add<Page: View>(_ page: Page.Type, _ time: Duration) {
    let kind = ObjectIdentifier(page)
    let known = lines[kind] ?? Line(template: Page.name, pages: 0, time: .zero)
    lines[kind] = Line(template: known.template, pages: known.pages + 1, time: known.time + time)
  }

  mutating func add(_ others: TemplateTimes) {
    lines.merge(others.lines) {
      Line(template: $0.template, pages: $0.pages + $1.pages, time: $0.time + $1.time)
    }
  }

  /// Those that take longest for a page first.
  package var slowestFirst: [Line] {
    lines.values.sorted { ($1.mean, $0.template) < ($0.mean, $1.template) }
  }
}
