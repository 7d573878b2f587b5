extension Schema {
  static let theReviews = Migration(
    number: 10, name: "reviews",
    statements: [
      """
      create table review (
        id ID, deal INT not null, gig INT not null, version INT not null, buyer INT not null,
        seller INT not null, completed_at INT not null, side TEXT not null, stars INT not null,
        quality INT not null, communication INT not null, timeliness INT not null,
        text TEXT not null, language TEXT not null, written_at INT not null, state TEXT not null,
        state_at INT not null, reason TEXT, reply TEXT, reply_language TEXT, replied_at INT,
        check (side in ('buyer', 'seller')), check (state in ('blind', 'shown', 'removed')))
      """,
      "create unique index review_deal on review (deal, side)",
      "create index review_gig on review (gig, id) where state = 'shown' and side = 'buyer'",
      "create index review_seller on review (seller, id) where state = 'shown' and side = 'buyer'",
      "create index review_blind on review (completed_at, id) where state = 'blind'",
    ])
}
