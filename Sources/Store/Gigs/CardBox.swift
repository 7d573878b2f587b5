import Market

/// What one reader has read of gigs, sellers, tags and skills that stand on many pages, so that it
/// need not be read for each of them.
///
/// It is for one snapshot: what changes later is not seen.
package final class CardBox {
  /// Of each kind, of which a half is kept for certain; a card takes about a kilobyte.
  package static let cardsMax = 16_384

  var gigs: Recent<Gig, BoxedGig>
  var sellers: Recent<Party, SellerCardRecord>
  var tags: Recent<Tag, Tag>
  var skills: Recent<Skill, Skill>

  package init(atMost countMax: Int = CardBox.cardsMax) {
    gigs = Recent(atMost: countMax)
    sellers = Recent(atMost: countMax)
    tags = Recent(atMost: countMax)
    skills = Recent(atMost: countMax)
  }
}

/// A gig's card, and which version it is of.
final class BoxedGig {
  let card: GigCardRecord
  let version: ID<GigVersion>

  init(_ card: GigCardRecord, of version: ID<GigVersion>) {
    self.card = card
    self.version = version
  }
}

/// Keeps what was asked for lately, by its number.
struct Recent<Kind, Thing> {
  private let halfMax: Int
  private var young: [ID<Kind>: Thing] = [:]
  private var old: [ID<Kind>: Thing] = [:]

  init(atMost countMax: Int) {
    precondition(countMax >= 2)
    halfMax = countMax / 2
  }

  var count: Int { young.count + old.count }

  /// What has these numbers, in this order; nil for what there is not. What is not kept is read.
  mutating func things(
    _ ids: [ID<Kind>], _ read: ([ID<Kind>]) throws -> Gathered<Kind, Thing>
  ) rethrows -> [Thing?] {
    var missing: [ID<Kind>] = []
    var things = ids.map { id -> Thing? in
      if let thing = young[id] { return thing }
      if let thing = old.removeValue(forKey: id) {
        keep(thing, as: id)
        return thing
      }
      missing.append(id)
      return nil
    }
    guard !missing.isEmpty else { return things }
    let found = try read(missing)
    for (id, thing) in zip(found.ids, found.records) { keep(thing, as: id) }
    for place in things.indices where things[place] == nil { things[place] = found[ids[place]] }
    return things
  }

  private mutating func keep(_ thing: Thing, as id: ID<Kind>) {
    if young.count >= halfMax {
      old = young
      young.removeAll(keepingCapacity: true)
    }
    young[id] = thing
  }
}
