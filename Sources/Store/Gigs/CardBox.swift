import Market
import Synchronization

/// What readers have read of gigs, sellers, tags and skills that stand on many pages, so that it need
/// not be read for each of them. Threads may share one.
///
/// It is for one state of the database: what changes later is not seen.
package final class CardBox: Sendable {
  /// Of which a half is kept for certain. A card takes about a kilobyte.
  package static let cardsMax = 16_384
  package static let namesMax = 4_096

  let gigs: Recent<Gig, BoxedGig>
  let sellers: Recent<Party, SellerCardRecord>
  let tags: Recent<Tag, Tag>
  let skills: Recent<Skill, Skill>

  package init(atMost cardsMax: Int = CardBox.cardsMax, names namesMax: Int = CardBox.namesMax) {
    gigs = Recent(atMost: cardsMax)
    sellers = Recent(atMost: namesMax)
    tags = Recent(atMost: namesMax)
    skills = Recent(atMost: namesMax)
  }
}

/// A gig’s card, and which version it is of. Few bytes, so it can be handed on.
final class BoxedGig: Sendable {
  let card: GigCardRecord
  let version: ID<GigVersion>

  init(_ card: GigCardRecord, of version: ID<GigVersion>) {
    self.card = card
    self.version = version
  }
}

/// Keeps what was asked for lately, by its number.
final class Recent<Kind, Thing: Sendable>: Sendable {
  /// A table has more places than things, and what stands in it itself takes room in all of them.
  private final class Kept: Sendable {
    let thing: Thing
    init(_ thing: Thing) { self.thing = thing }
  }

  private struct Halves {
    let halfMax: Int
    var young: [ID<Kind>: Kept] = [:]
    var old: [ID<Kind>: Kept] = [:]

    mutating func find(_ id: ID<Kind>) -> Kept? {
      if let kept = young[id] { return kept }
      guard let kept = old.removeValue(forKey: id) else { return nil }
      keep(kept, as: id)
      return kept
    }

    mutating func keep(_ kept: Kept, as id: ID<Kind>) {
      if young.count >= halfMax {
        swap(&young, &old)
        young.removeAll(keepingCapacity: true)
      }
      young[id] = kept
    }
  }

  private let halves: Mutex<Halves>

  init(atMost countMax: Int) {
    precondition(countMax >= 2)
    halves = Mutex(Halves(halfMax: countMax / 2))
  }

  var count: Int { halves.withLock { $0.young.count + $0.old.count } }

  /// What has these numbers, in this order; nil for what there is not. What is not kept is read.
  func things(
    _ ids: [ID<Kind>], _ read: ([ID<Kind>]) throws -> Gathered<Kind, Thing>
  ) rethrows -> [Thing?] {
    let kept = halves.withLock { halves in ids.map { halves.find($0) } }
    var things = kept.map { $0?.thing }
    let missing = kept.indices.filter { kept[$0] == nil }.map { ids[$0] }
    guard !missing.isEmpty else { return things }
    let found = try read(missing)
    let new = zip(found.ids, found.records).map { ($0, Kept($1)) }
    halves.withLock { halves in
      for (id, thing) in new { halves.keep(thing, as: id) }
    }
    for place in things.indices where kept[place] == nil { things[place] = found[ids[place]] }
    return things
  }
}
