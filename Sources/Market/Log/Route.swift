/// The routing values of a thing: all that decides on which pages it stands.
package struct Route: Hashable, Sendable {
  package var category: Int64?
  /// Of what has one address in all languages.
  package var slug: String?
  /// Empty in a language whose words cannot be spelled: the number is the address there.
  package var slugs: Slugs
  package var tags: [String]
  /// Of a listing: how many members visitors are told it has. Who has none of these has changed himself.
  package var seen: Int64?
  /// Whether visitors may see the thing at all.
  package var isShown: Bool

  package init(
    category: Int64? = nil, slug: String? = nil, slugs: Slugs = [:],
    tags: [String] = [], seen: Int64? = nil, isShown: Bool = true
  ) {
    self.category = category
    self.slug = slug
    self.slugs = slugs
    self.tags = tags
    self.seen = seen
    self.isShown = isShown
  }
}

/// A route in the log is one `name=value` a line, shown or hidden first: easy to read with any
/// database client, and the same bytes for the same route.
extension Route {
  package static let valueBytesMax = 200

  package var text: String {
    var lines = [isShown ? "shown" : "hidden"]
    if let category { lines.append("category=\(category)") }
    if let slug { lines.append("slug=\(slug)") }
    lines += slugs.sorted { $0.key < $1.key }.map { "slug.\($0.key)=\($0.value)" }
    lines += tags.map { "tag=\($0)" }
    if let seen { lines.append("seen=\(seen)") }
    return lines.joined(separator: "\n")
  }

  /// Throws when a slug or tag is empty, too long, or has control characters.
  package func checked() throws(RouteError) -> Route {
    for value in tags + slugs.values.filter({ !$0.isEmpty }) + [slug].compactMap(\.self) {
      guard !value.isEmpty, value.utf8.count <= Self.valueBytesMax,
        !value.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
      else { throw .unfit(value) }
    }
    return self
  }

  package init(text: String) throws(RouteError) {
    self.init(isShown: false)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    switch lines.first {
    case "shown": isShown = true
    case "hidden": break
    default: throw .unreadable(text)
    }
    for line in lines.dropFirst() {
      // Not by characters: an accent at the start of a value makes one of itself and the sign.
      let scalars = line.unicodeScalars
      guard let equals = scalars.firstIndex(of: "=") else { throw .unreadable(text) }
      let value = String(scalars[scalars.index(after: equals)...])
      switch line[..<equals] {
      case "category": category = try Self.number(value, in: text)
      case "seen": seen = try Self.number(value, in: text)
      case "slug": slug = value
      case "tag": tags.append(value)
      case let name where name.hasPrefix("slug."):
        guard let locale = Locale(String(name.dropFirst("slug.".count))) else {
          throw .unreadable(text)
        }
        slugs[locale] = value
      default: throw .unreadable(text)
      }
    }
  }

  private static func number(_ value: String, in text: String) throws(RouteError) -> Int64 {
    guard let number = Int64(value) else { throw .unreadable(text) }
    return number
  }
}

package enum RouteError: Error, Hashable {
  /// A slug or tag with control characters, empty, or too long.
  case unfit(String)
  /// Text in the log that is not a route.
  case unreadable(String)
}
