import Market

/// What one reader has read of gigs, sellers, tags and skills that stand on many pages, so that it
/// need not be read for each of them.
///
/// It is for one snapshot: what changes later is not seen.
package final class CardBox {
  /// Of each kind: more than all the gigs of some dozens of sellers.
  package static let cardsMax = 8_192

  var gigs: Recent<ID<Gig>, BoxedGig>
  var sellers: Recent<ID<Party>, SellerCardRecord>
  var tags: Recent<ID<Tag>, Tag>
  var skills: Recent<ID<Skill>, Skill>

  package init() {
    // What is asked for at once must be there at once.
    precondition(Self.cardsMax / 2 >= Several.countMax * (ProfileRecord.gigsMax + 1))
    gigs = Recent(atMost: Self.cardsMax)
    sellers = Recent(atMost: Self.cardsMax)
    tags = Recent(atMost: Self.cardsMax)
    skills = Recent(atMost: Self.cardsMax)
  }
}

/// A gig's card, and which version it is of.
struct BoxedGig {
  let card: GigCardRecord
  let version: ID<GigVersion>
}

/// Keeps things that were asked for lately. The last half of what fits is there for certain.
struct Recent<Key: Hashable, Thing> {
  private let halfMax: Int
  private var young: [Key: Thing] = [:]
  private var old: [Key: Thing] = [:]

  init(atMost countMax: Int) {
    precondition(countMax >= 2)
    halfMax = countMax / 2
  }

  var count: Int { young.count + old.count }

  subscript(key: Key) -> Thing? { young[key] ?? old[key] }

  mutating func keep(_ thing: Thing, as key: Key) {
    if young.count >= halfMax {
      old = young
      young = [:]
    }
    young[key] = thing
  }

  /// False when it must be read again.
  mutating func renew(_ key: Key) -> Bool {
    if young[key] != nil { return true }
    guard let thing = old.removeValue(forKey: key) else { return false }
    keep(thing, as: key)
    return true
  }
}
