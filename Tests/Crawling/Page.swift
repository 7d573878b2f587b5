import Foundation

/// What a page of the site says, as a reader of its HTML finds it.
struct Page {
  enum Kind { case chooser, missing, gig, version, other }

  struct Alternate: Hashable {
    let hreflang: String
    let address: String
  }

  let address: String
  let tongue: Tongue?
  let kind: Kind
  /// What is spoken of: the same in every language, and under a new slug.
  let subject: String

  var language: String?
  /// Languages of parts of it.
  var innerLanguages: Set<String> = []
  var titles: [String] = []
  var descriptions: [String] = []
  var headings = 0
  var canonicals: [String] = []
  var isIndexed = true
  /// Where a redirect stub sends its visitor.
  var movesTo: String?
  var alternates: [Alternate] = []
  /// Contents of `og:` and `twitter:`.
  var previews: [String: [String]] = [:]
  var references: Set<Reference> = []
  var names: Set<String> = []
  /// Faults that show without anything else.
  var faults: [Fault] = []
  /// Visible text and what stands for pictures, without spaces.
  var text = PlainText()
  /// Linked data, unread.
  var facts: [String] = []
  /// Days and times as machines read them.
  var days: Set<String> = []
  var hasReviews = false
  var hasFirstPicture = false
  /// How many bytes a visitor of it loads, packed; of gigs only, since packing takes its time.
  var packed = 0

  init(address: String, in tongue: Tongue?) {
    self.address = address
    self.tongue = tongue
    var steps = address.split(separator: "/").map(String.init)
    if tongue != nil { steps.removeFirst() }
    switch steps.first {
    case nil: kind = tongue == nil ? .chooser : .other
    case "404": kind = .missing
    case "g": kind = .gig
    case "v": kind = .version
    default: kind = .other
    }
    if steps.count == 2, ["g", "s"].contains(steps[0]),
      let id = steps[1].split(separator: "-").last,
      id.allSatisfy(\.isNumber)
    {
      steps[1] = String(id)
    }
    subject = steps.joined(separator: "/")
  }

  mutating func fault(_ rule: Rule, _ reason: String) {
    faults.append(Fault(page: address, rule: rule, reason: reason))
  }

  var isStub: Bool { movesTo != nil }
  var canonical: String? { canonicals.first }
}

/// An address on a page, and what it is for.
struct Reference: Hashable {
  enum Use {
    /// People follow it.
    case link, form
    /// The page is not whole without it.
    case picture, sprite, style, script, icon
    /// Other programs follow it.
    case feed, neighbour, preview
  }

  let use: Use
  let text: String
  let rel: String
  var hasNewWindow = false

  var isPart: Bool {
    switch use {
    case .picture, .sprite, .style, .script, .icon: true
    case .link, .form, .feed, .neighbour, .preview: false
    }
  }
}

extension Page {
  /// A further page of a listing, such as `/en/c/logo-design/2`.
  var isNumbered: Bool {
    let parts = address.split(separator: "/")
    guard let last = parts.last, Int(last) != nil, parts.count > 2 else { return false }
    return parts[1] == "new"
      ? parts.count == 3 : ["c", "t", "k"].contains(parts[1]) && parts.count == 4
  }
}
