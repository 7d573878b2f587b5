import Foundation

/// Linked data says nothing that the page does not show.
extension Page {
  /// Keys whose values nobody reads: names of kinds, places in lists, what is an address.
  private static let unseenKeys: Set<String> = [
    "@context", "@type", "@id", "additionalType", "url", "item", "image", "logo", "sameAs",
    "contentUrl", "thumbnailUrl", "mainEntityOfPage", "target", "position", "sku", "priceCurrency",
    "currency", "availability", "itemCondition", "unitCode", "interactionType", "inLanguage",
    "bestRating", "worstRating", "itemListOrder", "query-input", "width", "height",
    "businessFunction", "areaServed", "identifier",
  ]
  /// Days stand on the page as machines read them too.
  private static let dayKeys: Set<String> = [
    "datePublished", "dateModified", "dateCreated", "validThrough", "datePosted", "priceValidUntil",
  ]

  mutating func checkFacts(_ addresses: Addresses) {
    for text in facts {
      guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)),
        let top = object as? [String: Any]
      else {
        fault(.facts, "linked data that is no JSON object: \(text.prefix(80))")
        continue
      }
      if top["@context"] as? String != "https://schema.org" {
        fault(.facts, "@context is \(top["@context"] ?? "not there")")
      }
      let roots = top["@graph"] as? [[String: Any]] ?? [top]
      for root in roots { check(root, at: "") }
    }
  }

  private mutating func check(_ object: [String: Any], at path: String) {
    guard let type = object["@type"] as? String, !type.isEmpty else {
      fault(.facts, "no @type at \(path.isEmpty ? "the top" : path)")
      return
    }
    if object["aggregateRating"] != nil, !hasReviews {
      fault(.facts, "\(type) has an aggregateRating, and the page no reviews")
    }
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      check(value, of: key, at: path.isEmpty ? "\(type).\(key)" : "\(path).\(key)")
    }
  }

  private mutating func check(_ value: Any, of key: String, at path: String) {
    switch value {
    case let object as [String: Any]: check(object, at: path)
    case let list as [Any]: for each in list { check(each, of: key, at: path) }
    case let text as String: check(text: text, of: key, at: path)
    case let number as NSNumber:
      guard !Self.unseenKeys.contains(key), !text.contains(number: number.doubleValue) else {
        return
      }
      fault(.facts, "\(path) is \(number), which the page does not show")
    default: fault(.facts, "\(path) is \(value)")
    }
  }

  private mutating func check(text value: String, of key: String, at path: String) {
    if let word = value.withCString({ Leftover.first(in: $0) }) {
      fault(.words, "\(path) has “\(word)”")
    }
    if Self.dayKeys.contains(key) {
      let isShown = days.contains { $0 == value || $0.hasPrefix(value) || value.hasPrefix($0) }
      if !isShown { fault(.facts, "\(path) is \(value), which no <time> of the page is") }
    } else if value.hasPrefix("https://") || value.hasPrefix("http://") {
      if !value.hasPrefix("https://schema.org/") {
        references.insert(Reference(use: .preview, text: value, rel: ""))
      }
    } else if key == "@type" || key == "@context" {
      return
    } else if ["url", "item", "image", "logo", "@id"].contains(key) {
      fault(.facts, "\(path) is no whole address: \(value)")
    } else if !Self.unseenKeys.contains(key), !text.contains(value) {
      fault(.facts, "\(path) is “\(value)”, which the page does not show")
    }
  }
}
