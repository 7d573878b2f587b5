/// Whether a video has the parts that players need, whole and in their places. Nothing is decoded:
/// what a stranger sent is only looked at by the sizes that it says itself.
package enum VideoStructure {
  /// Recordings in pieces have a box or two for each second.
  static let partsMax = 100_000

  /// `read` gives that many bytes from that place on, or fewer at the end of the file.
  package static func isSound<Failure>(
    _ format: MediaFormat, size: Int64,
    read: (_ place: Int64, _ count: Int) throws(Failure) -> [UInt8]
  ) throws(Failure) -> Bool {
    switch format {
    case .mp4: try isSoundMP4(size: size, read: read)
    case .webm: try isSoundWebM(size: size, read: read)
    case .jpeg, .png, .webp, .avif, .gif, .pdf: false
    }
  }

  /// Boxes from the first byte to the last, each inside the file; what there is and what is in it.
  private static func isSoundMP4<Failure>(
    size: Int64, read: (Int64, Int) throws(Failure) -> [UInt8]
  ) throws(Failure) -> Bool {
    guard let boxes = try boxes(from: 0, to: size, read: read), boxes.first?.name == "ftyp" else {
      return false
    }
    let movies = boxes.filter { $0.name == "moov" }
    guard movies.count == 1, boxes.contains(where: { $0.name == "mdat" }),
      let parts = try Self.boxes(from: movies[0].start, to: movies[0].end, read: read)
    else { return false }
    let names = parts.map(\.name)
    return names.contains("mvhd") && names.contains("trak")
  }

  struct Box {
    let name: String
    /// Where it begins, and where what is in it does.
    let head: Int64
    let start: Int64
    let end: Int64
  }

  /// Nil unless they fill the place exactly.
  static func boxes<Failure>(
    from start: Int64, to end: Int64, read: (Int64, Int) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [Box]? {
    var boxes: [Box] = []
    var place = start
    while place < end {
      let head = try read(place, 16)
      guard head.count >= 8, boxes.count < partsMax, head[4..<8].allSatisfy({ $0 >= 0x20 }) else {
        return nil
      }
      var headSize: Int64 = 8
      var size = head[..<4].reduce(Int64(0)) { $0 << 8 | Int64($1) }
      // 1: the size did not fit and comes next. 0: all the rest.
      if size == 1 {
        guard head.count == 16, head[8] == 0 else { return nil }
        headSize = 16
        size = head[8...].reduce(Int64(0)) { $0 << 8 | Int64($1) }
      } else if size == 0 {
        size = end - place
      }
      guard size >= headSize, size <= end - place else { return nil }
      let name = String(decoding: head[4..<8], as: UTF8.self)
      boxes.append(
        Box(name: name, head: place, start: place + headSize, end: place + size))
      place += size
    }
    return boxes
  }

  private static func isSoundWebM<Failure>(
    size: Int64, read: (Int64, Int) throws(Failure) -> [UInt8]
  ) throws(Failure) -> Bool {
    var seen: Set<UInt64> = []
    guard try eachPart(size: size, read: read, { seen.insert($1.id) }) else { return false }
    return seen.isSuperset(of: [
      EBMLElement.information, EBMLElement.tracks, EBMLElement.cluster,
    ])
  }

  /// A header, then one segment to the end of the file: calls with what is in that, and where it begins.
  /// False as soon as something is not sound.
  @discardableResult
  static func eachPart<Failure>(
    size: Int64, read: (Int64, Int) throws(Failure) -> [UInt8], _ each: (Int64, EBMLElement) -> Void
  ) throws(Failure) -> Bool {
    func element(at place: Int64) throws(Failure) -> EBMLElement? {
      EBMLElement(try read(place, EBMLElement.headBytesMax)[...], at: place)
    }
    guard let head = try element(at: 0), head.id == EBMLElement.header, let headEnd = head.end,
      headEnd < size, let segment = try element(at: headEnd), segment.id == EBMLElement.segment,
      (segment.end ?? size) == size
    else { return false }
    var place = segment.start
    for _ in 0..<partsMax {
      guard place < size else { break }
      guard let part = try element(at: place) else { return false }
      // Live recordings do not know how long a cluster gets; what follows is inside it.
      guard let end = part.end else {
        each(place, part)
        return part.id == EBMLElement.cluster
      }
      guard end <= size else { return false }
      each(place, part)
      place = end
    }
    return true
  }
}
