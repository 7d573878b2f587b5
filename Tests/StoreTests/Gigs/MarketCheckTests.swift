import Market
import Testing

@testable import Store

/// What `check` finds when somebody has been at the rows of gigs, listings and reviews.
@Suite struct MarketCheckTests {
  @Test(arguments: Engine.all, tamperings)
  func `what was published and what is counted is looked at again`(
    engine: Engine, tampering: Tampering
  ) throws {
    let ground = try Town.ground(engine)
    try ground.tamper(tampering.statement)
    #expect(try Database.examine(ground.address).faults == tampering.faults)
  }

  @Test(arguments: Engine.all)
  func `a town that nobody has been at has no faults`(engine: Engine) throws {
    let ground = try Town.ground(engine)
    #expect(try Database.examine(ground.address).faults == [])
  }

  @Test(arguments: Engine.all)
  func `so many faults are listed, and all are counted`(engine: Engine) async throws {
    let ground = try Ground(engine)
    try ground.tamper(
      """
      with recursive place (n) as (select 1 union all select n + 1 from place where n < 60)
      insert into listing (noun, subject, slots, shown, seen) select 'tag', n, 2, 1, 1 from place
      """)
    let found = try Database.examine(ground.address)
    #expect(found.faults.count == LedgerAudit.faultsListedMax)
    #expect(found.faultCount == 180)
  }
}

extension Tampering {
  fileprivate init(_ statement: String, _ faults: String...) {
    self.init(statement: statement, faults: faults)
  }
}

private let changed = "Version 1 of gig 1 does not say what was published."
private let market = "The listing of the whole market"

// The town has four gigs with a draft each, one of them of somebody who is suspended.
private let tamperings = [
  Tampering("update gig_text set title = 'x' where version = 1", changed),
  Tampering("update gig_text set locale = 'en' where version = 1", changed),
  Tampering("update gig_package set price = price + 1 where version = 1", changed),
  Tampering("delete from gig_package where version = 1", changed),
  Tampering("delete from gig_tag where version = 1", changed),
  Tampering("update gig_phrase set text = '' where version = 1", changed),
  Tampering("delete from gig_text where version = 1", changed),
  Tampering("update gig_version set origin = 'en' where id = 1", changed),
  Tampering("update gig_version set digest = '' where id = 1", changed),
  Tampering(
    "update gig_version set asset = 'XAU' where id in (1, 3)", changed,
    "Version 1 of gig 2 does not say what was published."),
  Tampering(
    "update gig_text set locale = '?' where version = 1",
    "Version 1 of gig 1 cannot be read: column locale holds text(\"?\")."),
  // What is being written may be anything.
  Tampering("update gig_text set title = 'x' where version = 2"),
  Tampering(
    "update gig set version = draft where id = 1",
    "Gig 1 shows a version that was never published."),
  Tampering(
    "update gig set version = 3 where id = 1",
    "Gig 1 shows a version that was never published."),
  Tampering(
    "delete from gig_version where id = 1", "Gig 1 shows a version that was never published."),
  Tampering(
    "update listing set shown = 2 where noun = 'category' and subject = 0",
    "\(market) states 2 on show, but 3 are."),
  Tampering(
    "update listing set seen = 2 where noun = 'category' and subject = 0",
    "\(market) tells visitors of 2, but would now tell of 3."),
  Tampering(
    "update listing_slot set is_shown = 0 where noun = 'tag' and subject = 1 and slot = 0",
    "The listing of tag 1 states 3 on show, but 2 are.",
    "The listing of tag 1 tells visitors of 3, but would now tell of 2."),
  Tampering(
    "update listing_slot set slot = 9 where noun = 'category' and subject = 0 and slot = 3",
    "\(market) states 4 slots, but has 4, which end before 10."),
  Tampering(
    "delete from listing_slot where noun = 'skill'",
    "The listing of skill 1 states 4 slots, but has 0, which end before 0.",
    "The listing of skill 1 states 3 on show, but 0 are.",
    "The listing of skill 1 tells visitors of 3, but would now tell of 0."),
  Tampering(
    "delete from listing where noun = 'skill'",
    "The listing of skill 1 states 0 slots, but has 4, which end before 4.",
    "The listing of skill 1 states 0 on show, but 3 are.",
    "The listing of skill 1 tells visitors of 0, but would now tell of 3."),
  Tampering(
    "update gig set stars = 9 where id = 1",
    "Gig 1 states 1 reviews with 9 stars, but 1 with 5 are shown."),
  Tampering(
    "update profile set reviews = 0 where party = (select party from gig where id = 2)",
    "The profile of party 17 states 0 reviews with 5 stars, but 1 with 5 are shown."),
  Tampering(
    "update review set state = 'removed' where gig = 2 and side = 'buyer'",
    "Gig 2 states 1 reviews with 5 stars, but 0 with 0 are shown.",
    "The profile of party 17 states 1 reviews with 5 stars, but 0 with 0 are shown."),
]
