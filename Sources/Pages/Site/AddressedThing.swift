package import Market

/// What an address leads to, as far as it tells by itself.
package enum AddressedThing: Hashable, Sendable {
  case gig(ID<Gig>)
  case gigVersion(ID<GigVersion>)
  case seller(ID<Party>)
  /// `page` is nil for the front.
  case category(slug: String, page: Int64?)
  case tag(slug: String, page: Int64?)
  case skill(slug: String, page: Int64?)
  case newest(page: Int64?)

  /// Nil for all pages that every site has.
  package init?(path: String) {
    let steps = path.split(separator: "/").dropFirst().map(String.init)
    switch (steps.first, steps.count) {
    case ("g", 2): self.init(Self.number(behind: steps[1]).map { .gig(ID($0)) })
    case ("v", 2): self.init(Int64(steps[1]).map { .gigVersion(ID($0)) })
    case ("s", 2): self.init(Self.number(behind: steps[1]).map { .seller(ID($0)) })
    case ("c", 2): self = .category(slug: steps[1], page: nil)
    case ("c", 3): self.init(Int64(steps[2]).map { .category(slug: steps[1], page: $0) })
    case ("t", 2): self = .tag(slug: steps[1], page: nil)
    case ("t", 3): self.init(Int64(steps[2]).map { .tag(slug: steps[1], page: $0) })
    case ("k", 2): self = .skill(slug: steps[1], page: nil)
    case ("k", 3): self.init(Int64(steps[2]).map { .skill(slug: steps[1], page: $0) })
    case ("new", 1): self = .newest(page: nil)
    case ("new", 2): self.init(Int64(steps[1]).map { .newest(page: $0) })
    default: return nil
    }
  }

  private init?(_ thing: Self?) {
    guard let thing else { return nil }
    self = thing
  }

  private static func number(behind name: String) -> Int64? {
    name.split(separator: "-").last.flatMap { Int64($0) }
  }
}
