/// How the files of a site differ from what the database, the theme and the content would make now.
package struct Verification: Hashable, Sendable {
  package enum Fault: String, CaseIterable, Hashable, Sendable {
    /// It is not there.
    case missing
    /// It is as a build or a worker has left it, and would be made otherwise now, or not at all.
    case stale
    /// Somebody else has changed it.
    case altered
    /// Nobody of us wrote it.
    case extra
  }

  package struct Named: Hashable, Sendable {
    package let fault: Fault
    package let path: String
  }

  /// So many paths are named; all are counted.
  package static let namedMax = 100

  package internal(set) var files = 0
  package internal(set) var counts: [Fault: Int] = [:]
  package private(set) var named: [Named] = []

  package var isFine: Bool { counts.isEmpty }
  package var faults: Int { counts.values.reduce(0, +) }

  mutating func note(_ fault: Fault, _ path: String) {
    counts[fault, default: 0] += 1
    if named.count < Self.namedMax { named.append(Named(fault: fault, path: path)) }
  }

  mutating func sort() { named.sort { $0.path < $1.path } }

  mutating func add(_ other: Verification) {
    files += other.files
    counts.merge(other.counts, uniquingKeysWith: +)
    named = Array((named + other.named).sorted { $0.path < $1.path }.prefix(Self.namedMax))
  }
}
