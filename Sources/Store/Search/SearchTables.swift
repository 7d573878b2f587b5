extension Schema {
  /// What is found by which words. A row is there for what visitors can see; who reads it asks that
  /// once more, since these rows follow the log and are a moment late.
  static let theSearch = Migration(
    number: 15, name: "the words that gigs and sellers are found by",
    statements: [
      "create table gig_search (gig ID, words TEXT not null)",
      "create text index on gig_search (gig)",
      "create table seller_search (party ID, words TEXT not null)",
      "create text index on seller_search (party)",
    ])
}
