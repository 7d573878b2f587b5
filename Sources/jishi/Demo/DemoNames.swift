import Market
import Synchronization

/// What the database has called the things of the plan.
struct DemoNames: Sendable {
  struct Shop: Sendable {
    let account: ID<Account>
    let person: ID<Party>
    /// The same as the person's, unless a studio sells.
    let party: ID<Party>

    var actor: Actor {
      .member(
        .init(
          account: account, party: person,
          organisations: party == person ? [:] : [party: .owner]))
    }
  }

  var buyers: [Shop] = []
  var categories: [ID<Category>] = []
  var tags: [Said: ID<Tag>] = [:]
  var skills: [Said: ID<Skill>] = [:]
  var shops: [Int: Shop] = [:]
  var gigs: [Int: ID<Gig>] = [:]
  var versions: [Int: ID<GigVersion>] = [:]
  var orders: [Int: Int64] = [:]
  var reviews: [Int: ID<Review>] = [:]
  var accounts: [LedgerAccount.Key: ID<LedgerAccount>] = [:]

  mutating func take(_ new: DemoNames) {
    shops.merge(new.shops) { _, new in new }
    gigs.merge(new.gigs) { _, new in new }
    versions.merge(new.versions) { _, new in new }
    orders.merge(new.orders) { _, new in new }
    reviews.merge(new.reviews) { _, new in new }
    accounts.merge(new.accounts) { _, new in new }
  }
}

/// The names of all that was committed. It is shared: copying so many for each transaction would
/// take longer than the transaction.
final class DemoArchive: Sendable {
  private let names = Mutex(DemoNames())

  /// The closure only looks, so the same is found when a transaction runs again.
  func find<Found: Sendable>(_ look: (borrowing DemoNames) -> Found) -> Found {
    names.withLock { look($0) }
  }

  func add(_ change: (inout DemoNames) -> Void) { names.withLock { change(&$0) } }
}
