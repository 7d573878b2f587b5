import Web

/// The bytes as a text of JSON.
enum JSONFuzz {
  static func read(_ bytes: [UInt8]) {
    guard let value = value(of: bytes) else { return }
    let written = value.bytes
    // What is written stands on one line, and in a page it is no markup.
    if let byte = written.first(where: { $0 < 0x20 || $0 == 0x7F || "<>&".utf8.contains($0) }) {
      fail("\(byte) is written in \(text(written))")
    }
    guard let again = Self.value(of: written) else { fail("refused: \(text(written))") }
    if again != value { fail("another value: \(text(written))") }
    if again.hashValue != value.hashValue { fail("the same, and yet not: \(text(written))") }
    if again.bytes != written { fail("\(text(written)) becomes \(text(again.bytes))") }
    check(value, depth: 0)
  }

  /// What is refused is so at a place that is there.
  private static func value(of bytes: [UInt8]) -> JSON? {
    do throws(JSONFault) {
      return try JSON(reading: bytes)
    } catch {
      if !(0...bytes.count).contains(error.offset) { fail("\(error)") }
      return nil
    }
  }

  private static func check(_ value: JSON, depth: Int) {
    if depth > JSON.depthMax { fail("deeper than is allowed") }
    switch value {
    case .text(let text): check(text)
    case .list(let values):
      for value in values { check(value, depth: depth + 1) }
    case .object(let members):
      if Set(members.map { Array($0.name.utf8) }).count < members.count { fail("one name twice") }
      for member in members {
        check(member.name)
        if value[member.name] != member.value { fail("\(member.name) is not found") }
        check(member.value, depth: depth + 1)
      }
    default: break
    }
  }

  private static func check(_ text: String) {
    if text.utf8.contains(0) { fail("a text with the character 0") }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
