import Market

/// What is gathered of some things from the rows of several statements, in the order of their
/// numbers.
///
/// The rows of one thing mostly follow each other, so the last one is found without looking.
struct Gathered<Thing, Record> {
  private(set) var ids: [ID<Thing>] = []
  private(set) var records: [Record] = []
  private var last = 0

  init() {}

  init(_ records: [Record], by id: (Record) -> ID<Thing>) {
    for record in records { add(record, as: id(record)) }
  }

  subscript(id: ID<Thing>) -> Record? {
    let place = place(of: id)
    return isTaken(place, by: id) ? records[place] : nil
  }

  func has(_ id: ID<Thing>) -> Bool { isTaken(place(of: id), by: id) }

  /// Rows come in order, or nearly.
  mutating func add(_ record: Record, as id: ID<Thing>) {
    last = place(of: id)
    ids.insert(id, at: last)
    records.insert(record, at: last)
  }

  /// Nothing happens to one that is not among them.
  mutating func change(
    _ id: ID<Thing>, _ change: (inout Record) throws -> Void
  ) rethrows {
    if !isTaken(last, by: id) {
      let place = place(of: id)
      guard isTaken(place, by: id) else { return }
      last = place
    }
    try change(&records[last])
  }

  /// The same for one that begins with the first of its rows.
  mutating func change(
    _ id: ID<Thing>, orAdd first: @autoclosure () throws -> Record,
    _ change: (inout Record) throws -> Void
  ) rethrows {
    if !isTaken(last, by: id) {
      let place = place(of: id)
      if isTaken(place, by: id) { last = place } else { add(try first(), as: id) }
    }
    try change(&records[last])
  }

  private func isTaken(_ place: Int, by id: ID<Thing>) -> Bool {
    place < ids.count && ids[place] == id
  }

  /// Where it stands, or would stand.
  private func place(of id: ID<Thing>) -> Int {
    guard let end = ids.last, end >= id else { return ids.count }
    var range = ids.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = ids[middle] < id ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}

extension Collection {
  /// Its elements in order, so many of them in each piece.
  func pieces(_ counts: [Int]) -> [SubSequence] {
    var rest = self[...]
    return counts.map { count in
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }
  }
}
