internal import CJSON

extension JSON {
  /// The levels of lists and objects within each other.
  package static let depthMax = 32

  /// What RFC 8259 has and nothing else. Stricter than it: no name twice, no half of a pair, no
  /// character 0.
  package init(reading bytes: [UInt8], depthMax: Int = JSON.depthMax) throws(JSONFault) {
    let builder = JSONBuilder()
    var offset = 0
    let outcome = bytes.withUnsafeBytes { bytes in
      jj_read(
        bytes.baseAddress, bytes.count, depthMax, Unmanaged.passUnretained(builder).toOpaque(),
        { context, piece in
          guard let context else { preconditionFailure("the reader knows its builder") }
          return Unmanaged<JSONBuilder>.fromOpaque(context).takeUnretainedValue().take(piece)
        }, &offset)
    }
    if let reason = JSONFault.Reason(outcome) { throw JSONFault(reason, at: offset) }
    self = builder.value
  }
}

extension JSONFault.Reason {
  fileprivate init?(_ outcome: jj_outcome) {
    switch outcome {
    case JJ_FINE: return nil
    case JJ_UNFINISHED: self = .unfinished
    case JJ_MORE: self = .somethingFollows
    case JJ_TOO_DEEP: self = .tooDeep
    case JJ_NUL: self = .nul
    case JJ_TOO_LARGE: self = .tooLarge
    case JJ_STOPPED: self = .repeatedName
    case JJ_NO_MEMORY: self = .noMemory
    default: self = .syntax
    }
  }
}

/// Makes values of what the reader tells.
private final class JSONBuilder {
  /// The lists and objects that have begun, outermost first.
  private var open: [Open] = []
  private(set) var value = JSON.null

  /// False when a name is there twice.
  func take(_ piece: jj_piece) -> Bool {
    switch piece.kind {
    case JJ_NULL: add(.null)
    case JJ_FALSE: add(.flag(false))
    case JJ_TRUE: add(.flag(true))
    case JJ_INTEGER: add(.integer(piece.integer))
    case JJ_NUMBER: add(.number(piece.string))
    case JJ_TEXT: add(.text(piece.string))
    case JJ_NAME: return open[open.count - 1].expect(piece.string)
    case JJ_LIST, JJ_OBJECT: open.append(Open())
    case JJ_LIST_END: add(.list(open.removeLast().values))
    default: add(.object(open.removeLast().members))
    }
    return true
  }

  private func add(_ value: JSON) {
    if open.isEmpty {
      self.value = value
    } else {
      open[open.count - 1].add(value)
    }
  }
}

/// A list, or an object once it is told a name.
private struct Open {
  /// Of more members than these the names are kept apart, so that many take no longer than few.
  private static let scannedMax = 8

  private(set) var values: [JSON] = []
  private(set) var members: [JSON.Member] = []
  private var names: Set<[UInt8]> = []
  private var name: String?

  /// False when there is a member of that name.
  mutating func expect(_ name: String) -> Bool {
    self.name = name
    guard members.count >= Self.scannedMax else {
      return !members.contains { $0.name.hasSameBytes(as: name) }
    }
    if names.isEmpty { names = Set(members.map { Array($0.name.utf8) }) }
    return names.insert(Array(name.utf8)).inserted
  }

  mutating func add(_ value: JSON) {
    if let name {
      members.append(JSON.Member(name, value))
    } else {
      values.append(value)
    }
  }
}

extension jj_piece {
  fileprivate var string: String {
    String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
