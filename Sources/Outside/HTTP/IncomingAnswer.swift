internal import CCurl

/// What curl has received of an answer.
final class IncomingAnswer {
  private let limits: WebClient.Limits
  private(set) var fields = WebFields()
  private(set) var body: [UInt8] = []
  private(set) var isTooLarge = false
  private var headBytes = 0

  init(_ limits: WebClient.Limits) { self.limits = limits }

  /// Whoever sets this holds it until the request is over.
  func receive(from handle: EasyHandle) {
    let place = Unmanaged.passUnretained(self).toOpaque()
    handle.set(CURLOPT_HEADERDATA, place)
    handle.set(CURLOPT_HEADERFUNCTION) { bytes, _, count, place in
      IncomingAnswer.at(place)?.takeLine(UnsafeRawBufferPointer(start: bytes, count: count)) ?? 0
    }
    handle.set(CURLOPT_WRITEDATA, place)
    handle.set(CURLOPT_WRITEFUNCTION) { bytes, _, count, place in
      IncomingAnswer.at(place)?.takeBody(UnsafeRawBufferPointer(start: bytes, count: count)) ?? 0
    }
  }

  private static func at(_ place: UnsafeMutableRawPointer?) -> IncomingAnswer? {
    place.map { Unmanaged.fromOpaque($0).takeUnretainedValue() }
  }

  /// How many bytes were taken: fewer than there are end the request.
  private func takeLine(_ bytes: UnsafeRawBufferPointer) -> Int {
    headBytes += bytes.count
    guard headBytes <= limits.headBytesMax else { return refuse() }
    let line = String(decoding: bytes, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      // Another head came before: of a proxy, or one that tells us to go on.
      fields = WebFields()
    } else if body.isEmpty, let colon = line.firstIndex(of: ":") {
      fields.add(String(line[..<colon]), line[line.index(after: colon)...].trimmed)
    }
    return bytes.count
  }

  private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard bytes.count <= limits.bodyBytesMax - body.count else { return refuse() }
    body.append(contentsOf: bytes)
    return bytes.count
  }

  private func refuse() -> Int {
    isTooLarge = true
    return 0
  }
}

extension StringProtocol {
  /// Without the blanks at its ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
