import Market

/// What is gathered of some things from the rows of several statements, by their numbers.
///
/// The rows of one thing mostly follow each other, so the last one is found without looking.
struct Gathered<Thing, Record> {
  private(set) var ids: [ID<Thing>] = []
  private(set) var records: [Record] = []
  private var places: [ID<Thing>: Int] = [:]
  private var last = 0

  init() {}

  init(_ records: [Record], by id: (Record) -> ID<Thing>) {
    for record in records { add(record, as: id(record)) }
  }

  subscript(id: ID<Thing>) -> Record? { places[id].map { records[$0] } }

  mutating func add(_ record: Record, as id: ID<Thing>) {
    last = records.count
    places[id] = last
    ids.append(id)
    records.append(record)
  }

  /// Nothing happens to one that is not among them.
  mutating func change(
    _ id: ID<Thing>, _ change: (inout Record) throws -> Void
  ) rethrows {
    if ids.isEmpty || ids[last] != id {
      guard let place = places[id] else { return }
      last = place
    }
    try change(&records[last])
  }

  /// The same for one that begins with the first of its rows.
  mutating func change(
    _ id: ID<Thing>, orAdd first: () throws -> Record,
    _ change: (inout Record) throws -> Void
  ) rethrows {
    if ids.isEmpty || ids[last] != id {
      if let place = places[id] { last = place } else { add(try first(), as: id) }
    }
    try change(&records[last])
  }
}
