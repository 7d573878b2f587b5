/// The faults of one file of messages, as they are found.
struct MessageFaults {
  static let max = 500

  private var places: TextPlaces
  private let path: String
  private var all: [Fault] = []
  private var untold = 0

  init(_ file: SourceFile) {
    path = file.path
    places = TextPlaces(file)
  }

  var count: Int { all.count + untold }

  mutating func place(at offset: Int) -> Place { places.place(at: offset) }

  mutating func add(
    at offset: Int, found: String, expected: String, available: [String] = []
  ) {
    guard all.count < Self.max else {
      untold += 1
      return
    }
    all.append(
      Fault(place(at: offset), found: found, expected: expected, available: available))
  }

  /// In the order of the file; what comes after the first ones is only counted.
  var told: [Fault] {
    let sorted = all.sorted { $0.place < $1.place }
    guard untold > 0, let last = sorted.last else { return sorted }
    return sorted + [.more(untold, after: last.place)]
  }
}

/// Words of a file in a fault; long ones are cut.
func quoted(_ words: String) -> String {
  words.count > 40 ? "“\(words.prefix(40))…”" : "“\(words)”"
}
