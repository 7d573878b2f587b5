import Market
import Pages
import Store
import Synchronization

/// What the workers of one build share.
final class Workplace: Sendable {
  /// Nil when nothing is to be written.
  let tree: SiteTree?
  /// Of what is there, if it is only compared.
  let inspection: Inspection?
  let cards = CardBox()
  private let agenda: Agenda
  /// What the site is made of.
  let state: SiteState
  /// Nil when everything is printed.
  let fresh: Fresh?
  private let progress: @Sendable (Build.Progress) -> Void
  private let work: Mutex<Work>

  private struct Work {
    var shares: Shares
    var atWork: Int
    var shards: [SitemapShard] = []
    var done = 0
    var pages = 0
  }

  init(
    _ agenda: Agenda, for workers: Int, _ tree: SiteTree?, _ inspection: Inspection?,
    of state: SiteState, _ fresh: Fresh?,
    _ progress: @escaping @Sendable (Build.Progress) -> Void
  ) {
    self.agenda = agenda
    self.tree = tree
    self.inspection = inspection
    self.state = state
    self.fresh = fresh
    self.progress = progress
    work = Mutex(
      Work(shares: Shares(of: agenda.entries.count, by: workers), atWork: workers))
  }

  /// Nil when all is taken.
  func next(for worker: Int) -> Agenda.Entry? {
    work.withLock { $0.shares.next(for: worker) }.map { agenda.entries[$0] }
  }

  func did(_ entry: Agenda.Entry, pages: Int) {
    let now = work.withLock { work in
      work.done += entry.weight
      work.pages += pages
      return Build.Progress(
        share: Double(work.done) / Double(max(1, agenda.weight)), pages: work.pages)
    }
    progress(now)
  }

  /// The last one to finish gets all sitemaps that were printed, in their order.
  func finish(_ shards: [SitemapShard]) -> [SitemapShard]? {
    work.withLock { work in
      work.shards += shards
      work.atWork -= 1
      return work.atWork == 0 ? work.shards.sorted() : nil
    }
  }

  /// Nobody takes anything more.
  func giveUp() { work.withLock { $0.shares.drop() } }
}
