extension Program {
  /// The same for programs that write the same, and only for them, in whatever process they were
  /// made.
  package var bytes: [UInt8] {
    var bytes = words
    bytes.add(words.count)
    for op in ops {
      bytes.add(op.words.start, op.words.count, op.subject.scope, op.subject.offset, op.end)
      bytes.add(op.code)
    }
    for way in ways {
      bytes.add(way.start, way.end)
      bytes.add(way.fit)
    }
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func add<Number: BitwiseCopyable & FixedWidthInteger>(_ numbers: Number...) {
    for number in numbers {
      Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
  }

  private mutating func add(_ ways: Ways) { add(ways.start, ways.count) }

  fileprivate mutating func add(_ code: Op.Code) {
    switch code {
    case .words: add(UInt8(0))
    case .show(let form):
      add(UInt8(1))
      add(form)
    case .jump: add(UInt8(2))
    case .jumpUnlessSo: add(UInt8(3))
    case .jumpUnlessPresent(let type):
      add(UInt8(4))
      add(type)
    case .jumpUnlessAny(let type):
      add(UInt8(5))
      add(type)
    case .loop(let type, let scope):
      add(UInt8(6))
      add(type, scope)
    case .match(let type, let ways, let scope):
      add(UInt8(7))
      add(type, scope)
      add(ways)
    // The stamp only tells whether somebody has written the same before.
    case .part: add(UInt8(8))
    case .plural(let ways):
      add(UInt8(9))
      add(ways)
    case .pluralOfCount(let type, let ways):
      add(UInt8(10))
      add(type)
      add(ways)
    case .select(let ways):
      add(UInt8(11))
      add(ways)
    }
  }

  private mutating func add(_ form: Form) {
    switch form {
    case .count(let type):
      add(UInt8(1))
      add(type)
    case .plainCount(let type):
      add(UInt8(2))
      add(type)
    case .compactCount(let type):
      add(UInt8(3))
      add(type)
    default: append(contentsOf: "\(form)".utf8)
    }
  }

  fileprivate mutating func add(_ fit: Way.Fit) {
    switch fit {
    case .position(let place, let payload):
      add(UInt8(0))
      add(place, payload ?? -1)
    case .exactly(let number):
      add(UInt8(1))
      add(number)
    case .category(let category):
      add(UInt8(2))
      append(contentsOf: category.rawValue.utf8)
    case .name(let start, let count):
      add(UInt8(3))
      add(start, count)
    case .other: add(UInt8(4))
    }
  }
}
