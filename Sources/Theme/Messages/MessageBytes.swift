/// The bytes of a file of messages, fit to be read on: what is not text becomes a question mark, at
/// the same place, after it was told as a fault.
enum MessageBytes {
  static func readable(_ file: SourceFile, faults: inout MessageFaults) -> [UInt8] {
    guard file.bytes.count <= MessageFile.bytesMax else {
      faults.add(
        at: 0, found: "\(file.bytes.count) bytes", expected: "at most \(MessageFile.bytesMax)")
      return []
    }
    var bytes = file.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      faults.add(at: 0, found: "a byte order mark", expected: "UTF-8 without it")
      // As empty lines it leaves what follows at the beginning of a line.
      bytes.replaceSubrange(0..<3, with: "\n\n\n".utf8)
    }
    replaceControls(in: &bytes, faults: &faults)
    replaceBroken(in: &bytes, faults: &faults)
    return bytes
  }

  private static func replaceControls(in bytes: inout [UInt8], faults: inout MessageFaults) {
    for index in bytes.indices where isControl(bytes, index) {
      faults.add(
        at: index, found: "the control character \(hexadecimal(bytes[index]))", expected: "text")
      bytes[index] = UInt8(ascii: "?")
    }
  }

  private static func isControl(_ bytes: [UInt8], _ index: Int) -> Bool {
    switch bytes[index] {
    case 0x09, 0x0A: false
    case 0x0D: index + 1 == bytes.count || bytes[index + 1] != 0x0A
    case 0x7F: true
    case let byte: byte < 0x20
    }
  }

  /// Once for each place where it stops being UTF-8.
  private static func replaceBroken(in bytes: inout [UInt8], faults: inout MessageFaults) {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    var parser = UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    var wasBroken = false
    while true {
      switch parser.parseScalar(from: &rest) {
      case .emptyInput: return
      case .valid(let scalar):
        offset += scalar.count
        wasBroken = false
      case .error(let count):
        if !wasBroken {
          faults.add(
            at: offset, found: "the byte \(hexadecimal(bytes[offset]))", expected: "text in UTF-8")
        }
        for index in offset..<min(offset + count, bytes.count) { bytes[index] = UInt8(ascii: "?") }
        offset += count
        wasBroken = true
      }
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0x0" : "0x") + String(byte, radix: 16, uppercase: true)
  }
}
