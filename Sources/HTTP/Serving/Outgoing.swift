/// An answer on its way: at most a chunk of a large file is in memory.
struct Outgoing {
  /// After so many chunks the neighbours have their turn.
  private static let chunksPerTurn = 16

  private var bytes: [UInt8]
  private var sent = 0
  private var rest: (file: OpenFile, range: Range<Int64>)?

  init(_ answer: Answer, toHEAD isHEAD: Bool, date: Int64, keepsAlive: Bool) {
    var head = "HTTP/1.1 \(answer.status.rawValue) \(answer.status.reason)\r\n"
    head += "Date: \(DateText.text(of: date))\r\n"
    for (name, value) in answer.fields.all { head += "\(name): \(value)\r\n" }
    if let length = answer.length { head += "Content-Length: \(length)\r\n" }
    if !keepsAlive { head += "Connection: close\r\n" }
    bytes = Array((head + "\r\n").utf8)
    guard !isHEAD else { return }
    switch answer.body {
    case .none: break
    case .bytes(let body): bytes += body
    case .part(let file, let range): rest = (file, range)
    }
  }

  enum Progress {
    case done
    /// The receiver takes no more for now. `isChunk` when it took one since it was last said.
    case blocked(isChunk: Bool)
    case failed
  }

  private var sinceChunk = 0

  mutating func send(to socket: Int32) -> Progress {
    for _ in 0..<Self.chunksPerTurn {
      while sent < bytes.count {
        switch Socket.send(bytes[sent...], to: socket) {
        case .bytes(let count):
          sent += count
          sinceChunk += count
        case .blocked: return blocked()
        case .over: return .failed
        }
      }
      guard let (file, range) = rest, !range.isEmpty else { return .done }
      let count = min(Int(range.count), Limits.chunkBytes)
      // Nothing is left where something should be: somebody has cut the file short.
      guard let more = file.read(from: range.lowerBound, count: count), !more.isEmpty else {
        return .failed
      }
      (bytes, sent) = (more, 0)
      rest = (file, (range.lowerBound + Int64(more.count))..<range.upperBound)
    }
    return blocked()
  }

  private mutating func blocked() -> Progress {
    guard sinceChunk >= Limits.chunkBytes else { return .blocked(isChunk: false) }
    sinceChunk = 0
    return .blocked(isChunk: true)
  }
}
