import Glibc
import Synchronization

/// One line on a terminal that moves while something takes longer than a second.
final class Progress: Sendable {
  static let patience = Duration.seconds(1)
  static let pause = Duration.milliseconds(100)

  private let label: String
  private let start = ContinuousClock.now
  private let shownAt = Mutex<ContinuousClock.Instant?>(nil)
  private let isWatched = isatty(STDERR_FILENO) == 1

  init(_ label: String) { self.label = label }

  /// A share of the whole, from 0 to 1.
  func reach(_ share: Double) { show("\(Int(share * 100)) %") }

  /// Of something whose pages are counted: how quickly they come, and how long it will take yet.
  func reach(_ share: Double, pages: Int) {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    guard share > 0, seconds > 0 else { return }
    let left = Int((seconds / share * (1 - share)).rounded(.up))
    show(
      "\(Int(share * 100)) %, \(pages) pages, \(Int(Double(pages) / seconds)) a second, \(left) s left"
    )
  }

  func reach(rows: Int) {
    guard rows % 1_000 == 0 else { return }
    show("\(rows) rows")
  }

  func reach(step name: String) { show(name) }

  private func show(_ state: String) {
    let now = ContinuousClock.now
    let isDue = shownAt.withLock { shownAt in
      guard isWatched, now - start > Self.patience, shownAt.map({ now - $0 > Self.pause }) ?? true
      else { return false }
      shownAt = now
      return true
    }
    guard isDue else { return }
    writeError("\r\(label) … \(state)\u{1B}[K")
  }

  deinit { if shownAt.withLock({ $0 != nil }) { writeError("\r\u{1B}[K") } }
}
