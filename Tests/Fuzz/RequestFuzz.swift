import CBeast

/// The bytes as what one client sends. It comes at once, byte by byte, and in pieces; what follows the
/// last border says how long those are, and whether the limits are small ones.
enum RequestFuzz {
  static func read(_ bytes: [UInt8]) {
    let place = bytes.lastIndex(of: border)
    let sizes = place.map { Array(bytes[$0...].dropFirst()) } ?? []
    let limits = Limits(areSmall: sizes.first.map { $0 % 2 == 1 } ?? false)
    let sent = bytes[..<(place ?? bytes.endIndex)]

    let whole = Client(limits)
    whole.send(sent)
    let slow = Client(limits)
    for byte in sent { slow.send([byte]) }
    let torn = Client(limits)
    tear(sent, into: sizes) { torn.send($0) }
    judge(whole, limits, sent)
    compare(slow, whole, "byte by byte")
    compare(torn, whole, "in pieces")
    weigh(sent, sizes, limits)
  }

  private static func compare(_ client: Client, _ whole: Client, _ how: String) {
    if client.requests != whole.requests {
      fail("\(how): \(client.requests), not \(whole.requests)")
    }
    let reasons = (client.refused, whole.refused)
    // Either may wait for a few bytes more before it says what is wrong with the last ones.
    for late in [client, whole] where reasons.0 == 0 || reasons.1 == 0 {
      if reasons != (0, 0) { late.send([0, 0, 0, 0, 0]) }
    }
    if (client.refused == 0) != (whole.refused == 0) { fail("\(how): \(reasons)") }
  }

  /// Each request is what a strict reader finds in the same bytes, and none is kept back.
  private static func judge(_ whole: Client, _ limits: Limits, _ sent: ArraySlice<UInt8>) {
    var strict = StrictReader(sent, limits)
    for request in whole.requests {
      guard let own = strict.next() else { fail("nobody else would take \(request)") }
      if own != request { fail("\(request) is \(own) for others") }
    }
    if whole.refused == 0, let more = strict.next() { fail("kept back: \(more)") }
  }

  /// A client can make the reader hold one head, one body and one piece; a string that grows takes
  /// twice what it needs.
  private static func weigh(_ sent: ArraySlice<UInt8>, _ sizes: [UInt8], _ limits: Limits) {
    let client = Client(limits, isDeaf: true)
    let before = allocatedBytes()
    tear(sent, into: sizes) { piece in
      client.send(piece)
      let most = 2 * (2 * limits.head + limits.body + piece.count) + 64 * limits.fields + 2_048
      let held = allocatedBytes() - before
      if held > most { fail("\(held) bytes are held, more than \(most)") }
    }
  }

  /// Without sizes the bytes themselves say where they are torn.
  private static func tear(
    _ sent: ArraySlice<UInt8>, into sizes: [UInt8], _ take: (ArraySlice<UInt8>) -> Void
  ) {
    var (rest, number) = (sent, 0)
    while let first = rest.first {
      let size = sizes.isEmpty ? first % 32 : sizes[number % sizes.count]
      take(rest.prefix(Int(size) + 1))
      rest = rest.dropFirst(Int(size) + 1)
      number += 1
    }
  }
}

/// Of the address sanitizer, which counts what was taken and not given back.
@_silgen_name("__sanitizer_get_current_allocated_bytes")
private func allocatedBytes() -> Int

private struct Limits {
  let line, head, fields, body: Int

  init(areSmall: Bool) {
    (line, head, fields, body) = areSmall ? (128, 256, 6, 64) : (8_192, 16_384, 64, 65_536)
  }
}

private struct Asked: Equatable, CustomStringConvertible {
  var method: [UInt8] = []
  var target: [UInt8] = []
  var fields: [[UInt8]] = []
  var body: [UInt8] = []
  /// As it was announced; -1 when it was not.
  var length: Int64 = 0
  var wantsSocket = false

  var description: String {
    let texts = ([method, target] + fields + [body]).map { String(decoding: $0, as: UTF8.self) }
    return "\(texts) \(length)\(wantsSocket ? " to speak" : "")"
  }
}

/// The reader with what it has read. One that is deaf remembers nothing.
private final class Client {
  private let reader: OpaquePointer
  private let limits: Limits
  private var isDeaf: Bool
  private(set) var requests: [Asked] = []
  private(set) var refused: Int32 = 0

  init(_ limits: Limits, isDeaf: Bool = false) {
    var own = jb_limits()
    (own.line_bytes_max, own.head_bytes_max) = (limits.line, limits.head)
    own.fields_max = limits.fields
    guard let made = jb_reader_make(own) else { fail("no reader is made") }
    (reader, self.limits, self.isDeaf) = (made, limits, isDeaf)
  }

  deinit { jb_reader_free(reader) }

  func send(_ bytes: ArraySlice<UInt8>) {
    guard refused == 0 else { return }
    // In memory of its own: whoever reads beyond it is found out.
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    defer { copy.deallocate() }
    copy.copyBytes(from: bytes)
    let text = jb_text(
      bytes: UnsafeRawPointer(copy.baseAddress)?.assumingMemoryBound(to: CChar.self),
      count: bytes.count)
    refused = put(text)
    if refused == 0 { return }
    if !Self.reasons.contains(refused) { fail("refused with \(refused)") }
    // A connection looks once more whether the body was read to its end.
    isDeaf = true
    _ = put(jb_text(bytes: nil, count: 0))
  }

  private func put(_ text: jb_text) -> Int32 {
    jb_reader_put(
      reader, text, UInt64(limits.body), Unmanaged.passUnretained(self).toOpaque()
    ) { context, asked in
      guard let context, let asked else { fail("a request of nobody, or none") }
      Unmanaged<Client>.fromOpaque(context).takeUnretainedValue().add(asked)
    }
  }

  private static let reasons: Set<Int32> = [400, 413, 414, 417, 431, 501, 505]

  private func add(_ asked: OpaquePointer) {
    if isDeaf { return }
    requests.append(
      Asked(
        method: bytes(jb_request_method(asked)), target: bytes(jb_request_target(asked)),
        fields: (0..<jb_request_fields(asked)).map { field in
          bytes(jb_request_name(asked, field)) + Array(": ".utf8)
            + bytes(jb_request_value(asked, field))
        }, body: bytes(jb_request_body(asked)), length: jb_request_length(asked),
        wantsSocket: jb_request_wants_socket(asked)))
  }

  private func bytes(_ text: jb_text) -> [UInt8] {
    Array(UnsafeRawBufferPointer(start: text.bytes, count: text.count))
  }
}

/// Requests as RFC 9112 has them and nothing else, in the simplest way.
private struct StrictReader {
  private var rest: ArraySlice<UInt8>
  private let limits: Limits

  init(_ bytes: ArraySlice<UInt8>, _ limits: Limits) { (rest, self.limits) = (bytes, limits) }

  /// Nil when what follows is not whole, or no request.
  mutating func next() -> Asked? {
    let start = rest.startIndex
    if rest.starts(with: "\r\n".utf8) { rest = rest.dropFirst(2) }
    guard let first = line(), first.count + 2 <= limits.line else { return nil }
    let words = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.count == 3, isToken(words[0]), !words[1].isEmpty,
      words[1].allSatisfy({ (0x21...0x7E).contains($0) }),
      let isNewer = Self.versions[String(decoding: words[2], as: UTF8.self)],
      let fields = fields(), fields.count <= limits.fields,
      rest.startIndex - start <= limits.head
    else { return nil }
    var asked = Asked(method: Array(words[0]), target: Array(words[1]))
    asked.fields = fields.map { $0.name + Array(": ".utf8) + $0.value }
    guard isHostGood(fields, isNewer), isExpectationGood(fields),
      readBody(fields, isNewer, &asked)
    else { return nil }
    asked.wantsSocket =
      isNewer && asked.method == Array("GET".utf8) && asked.length == 0
      && lists("connection", "upgrade", fields) && lists("upgrade", "websocket", fields)
    return asked
  }

  /// Whether it is 1.1.
  private static let versions = ["HTTP/1.0": false, "HTTP/1.1": true]

  private mutating func readBody(
    _ fields: [Field], _ isNewer: Bool, _ asked: inout Asked
  ) -> Bool {
    let (lengths, codings) = (all("content-length", fields), all("transfer-encoding", fields))
    guard lengths.count + codings.count <= 1 else { return false }
    if let coding = codings.first {
      guard isNewer, lowercased(coding) == "chunked", let body = chunks() else { return false }
      (asked.length, asked.body) = (-1, body)
    } else if let text = lengths.first {
      let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
      guard !text.isEmpty, text.allSatisfy(digits.contains),
        let length = Int(String(decoding: text, as: UTF8.self)), length <= limits.body,
        rest.count >= length
      else { return false }
      (asked.length, asked.body) = (Int64(length), Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return true
  }

  private func isHostGood(_ fields: [Field], _ isNewer: Bool) -> Bool {
    let hosts = all("host", fields)
    return hosts.count <= 1 && (hosts.count == 1 || !isNewer)
      && hosts.allSatisfy { $0.allSatisfy { isAlphanumeric($0) || "-._:[]".utf8.contains($0) } }
  }

  private func isExpectationGood(_ fields: [Field]) -> Bool {
    all("expect", fields).allSatisfy { lowercased($0) == "100-continue" }
  }
}

extension StrictReader {
  private struct Field {
    let name, value: [UInt8]
  }

  private mutating func line() -> ArraySlice<UInt8>? {
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let line = rest[..<end]
    guard line.last == UInt8(ascii: "\r"), !line.dropLast().contains(UInt8(ascii: "\r")) else {
      return nil
    }
    rest = rest[(end + 1)...]
    return line.dropLast()
  }

  /// Up to the empty line.
  private mutating func fields() -> [Field]? {
    var fields: [Field] = []
    while let line = line() {
      if line.isEmpty { return fields }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else {
        return nil
      }
      let value = line[(colon + 1)...]
      guard value.allSatisfy({ $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }) else { return nil }
      fields.append(Field(name: Array(line[..<colon]), value: Array(trimmed(value))))
    }
    return nil
  }

  private mutating func chunks() -> [UInt8]? {
    var body: [UInt8] = []
    while let head = line(), head.count <= limits.head {
      let digits = head.prefix { isHexDigit($0) }
      guard !digits.isEmpty, isExtension(head[digits.endIndex...]),
        let size = Int(String(decoding: digits, as: UTF8.self), radix: 16),
        size <= limits.body - body.count
      else { return nil }
      if size == 0 {
        let last = head.startIndex
        guard fields() != nil, rest.startIndex - last <= limits.head else { return nil }
        return body
      }
      guard rest.count >= size + 2, rest.dropFirst(size).starts(with: "\r\n".utf8) else {
        return nil
      }
      body += rest.prefix(size)
      rest = rest.dropFirst(size + 2)
    }
    return nil
  }

  /// `;name`, `;name=token` or `;name="text"`, any number of times, with blanks between.
  private func isExtension(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func skipBlanks() { rest = rest.drop { isBlank($0) } }
    func skipToken() -> Bool {
      let word = rest.prefix { isTokenByte($0) }
      rest = rest[word.endIndex...]
      return !word.isEmpty
    }
    while !rest.isEmpty {
      skipBlanks()
      guard rest.popFirst() == UInt8(ascii: ";") else { return false }
      skipBlanks()
      guard skipToken() else { return false }
      let behind = rest.drop { isBlank($0) }
      guard behind.first == UInt8(ascii: "=") else { continue }
      rest = behind.dropFirst()
      skipBlanks()
      if rest.first == UInt8(ascii: "\"") {
        guard let end = endOfQuote(rest) else { return false }
        rest = rest[end...]
      } else if !skipToken() {
        return false
      }
    }
    return true
  }

  private func endOfQuote(_ text: ArraySlice<UInt8>) -> Int? {
    var isEscaped = false
    for (place, byte) in zip(text.indices, text).dropFirst() {
      guard byte == 0x09 || byte >= 0x20 && byte != 0x7F else { return nil }
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        return place + 1
      }
    }
    return nil
  }

  private func all(_ name: String, _ fields: [Field]) -> [[UInt8]] {
    fields.filter { lowercased($0.name) == name }.map(\.value)
  }

  private func lists(_ name: String, _ word: String, _ fields: [Field]) -> Bool {
    all(name, fields).contains { value in
      value.split(separator: UInt8(ascii: ",")).contains { lowercased(trimmed($0)) == word }
    }
  }

  private func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop { isBlank($0) }
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }

  private func lowercased(_ text: some Sequence<UInt8>) -> String {
    let small = text.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    return String(decoding: small, as: UTF8.self)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) && byte | 0x20 <= UInt8(ascii: "f")
  }

  private func isTokenByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }

  private func isToken(_ text: ArraySlice<UInt8>) -> Bool {
    !text.isEmpty && text.allSatisfy { isTokenByte($0) }
  }
}
