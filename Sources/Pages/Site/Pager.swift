import Market
import Theme

/// The way between numbered pages. Each shows only its neighbours: else all would change when one
/// is added.
struct Pager {
  static let reach: Int64 = 2

  let number: Int64
  let pages: Int64
  let front: PageAddress

  func bar(in edition: Edition) -> PagerBar {
    PagerBar(
      isFront: false, previous: previous(in: edition), next: next(in: edition),
      pages: lines(in: edition))
  }

  /// The highest numbers are the newest, and stand first.
  func previous(in edition: Edition) -> Link? {
    number < pages ? edition.link(.numbered(front, number + 1)) : edition.link(front)
  }

  func next(in edition: Edition) -> Link? {
    number > 1 ? edition.link(.numbered(front, number - 1)) : nil
  }

  func lines(in edition: Edition) -> [PagerLine] {
    let first = max(1, number - Self.reach)
    let last = min(pages, number + Self.reach)
    return (first...last).reversed().map { each in
      PagerLine(
        number: Int(each), link: edition.link(.numbered(front, each)), isHere: each == number)
    }
  }
}

/// The way from the front of a listing into its numbered pages. What the last of them holds is
/// among the newest, which stand on the front.
struct FrontPager {
  let pages: Int64
  let front: PageAddress

  /// Nil when all is on the front.
  func bar(in edition: Edition) -> PagerBar? {
    guard pages > 1 else { return nil }
    return PagerBar(isFront: true, next: next(in: edition), pages: lines(in: edition))
  }

  func next(in edition: Edition) -> Link? {
    pages > 1 ? edition.link(.numbered(front, pages - 1)) : nil
  }

  /// A few of the newest, and the oldest.
  func lines(in edition: Edition) -> [PagerLine] {
    guard pages > 1 else { return [] }
    let first = max(1, pages - 1 - Pager.reach)
    let near = (first...pages - 1).reversed().map { line($0, in: edition) }
    return first > 1 ? near + [line(1, isAfterGap: first > 2, in: edition)] : near
  }

  private func line(_ number: Int64, isAfterGap: Bool = false, in edition: Edition) -> PagerLine {
    PagerLine(
      number: Int(number), link: edition.link(.numbered(front, number)), isAfterGap: isAfterGap)
  }
}
