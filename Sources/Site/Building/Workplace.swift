import Market
import Pages
import Store
import Synchronization

/// What the workers of one build share.
final class Workplace: Sendable {
  /// Nil when nothing is to be written.
  let tree: SiteTree?
  let sitemaps: Sitemaps
  let cards = CardBox()
  private let agenda: Agenda
  private let position: Position
  private let progress: @Sendable (Build.Progress) -> Void
  private let state: Mutex<State>

  private struct State {
    var shares: Shares
    var done = 0
    var pages = 0
  }

  init(
    _ agenda: Agenda, for workers: Int, _ tree: SiteTree?, at position: Position,
    _ progress: @escaping @Sendable (Build.Progress) -> Void
  ) {
    self.agenda = agenda
    self.tree = tree
    self.position = position
    self.progress = progress
    sitemaps = Sitemaps(of: agenda.entries)
    state = Mutex(State(shares: Shares(of: agenda.entries.count, by: workers)))
  }

  func hand() -> Hand? { tree?.hand(at: position) }

  /// Nil when all is taken.
  func next(for worker: Int) -> (number: Int, Agenda.Entry)? {
    state.withLock { $0.shares.next(for: worker) }.map { ($0, agenda.entries[$0]) }
  }

  func did(_ entry: Agenda.Entry, pages: Int) {
    let now = state.withLock { state in
      state.done += entry.weight
      state.pages += pages
      return Build.Progress(
        share: Double(state.done) / Double(max(1, agenda.weight)), pages: state.pages)
    }
    progress(now)
  }

  /// Nobody takes anything more.
  func giveUp() { state.withLock { $0.shares.drop() } }
}
