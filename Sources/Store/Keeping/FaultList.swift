/// The first faults that were found, and how many there were.
struct FaultList {
  /// Whoever reads them needs to see what kind of thing has happened, not every row of it.
  static let listedMax = 100

  private(set) var listed: [String] = []
  private(set) var count = 0

  mutating func add(_ sentence: String) {
    count += 1
    if listed.count < Self.listedMax { listed.append(sentence) }
  }
}
