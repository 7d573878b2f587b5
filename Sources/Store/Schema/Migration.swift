import Market

/// One step of the schema, forwards only. What has been released is never edited: the digest of
/// its statements is kept in each database.
struct Migration {
  let number: Int
  let name: String
  let statements: [String]
  /// Puts in the rows without which the new tables make no sense, in the same transaction. Not
  /// called for a copy, whose rows come from elsewhere.
  var fill: (@Sendable (any Connection, Instant) throws -> Void)?

  var digest: String {
    var digest = SHA256()
    for statement in statements { digest.add(statement) }
    return digest.finish().hexadecimal
  }
}

extension Schema {
  /// All of them, in order.
  static let migrations = [
    theLog, theQueue, theStaff, theRules, theLedger, theParties, theCatalogue, theGigs,
    theProfiles, theReviews, theReports, theSessions, theFormerContacts,
    theVerticals, theSearch, theMedia, theCards,
    theProfileParts,
  ]
}
