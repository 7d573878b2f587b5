/// What cameras and programs note in a video besides what it shows: where it was taken, when, with
/// what, by whom. Players need none of it.
package struct VideoNote: Hashable, Sendable {
  /// What says what stands there, and what to write in its stead: that nothing does.
  package let place: Int64
  package let emptiness: [UInt8]
  /// What was noted. Other parts stay where they are: a film finds its pictures by their places.
  package let contents: Range<Int64>
}

extension VideoStructure {
  /// All that is found before something that is not sound. `read` gives that many bytes from that place
  /// on, or fewer at the end of the file.
  package static func notes<Failure>(
    _ format: MediaFormat, size: Int64,
    read: (_ place: Int64, _ count: Int) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [VideoNote] {
    var readsLeft = readsMax
    let read = { (place: Int64, count: Int) throws(Failure) -> [UInt8] in
      readsLeft -= 1
      return readsLeft < 0 ? [] : try read(place, count)
    }
    return switch format {
    case .mp4: try notes(inBoxes: 0..<size, and: ["moov", "trak"], read: read)
    case .webm: try notesOfWebM(size: size, read: read)
    case .jpeg, .png, .webp, .avif, .gif, .pdf: []
    }
  }

  /// One level of boxes may have as many as there may be, and all that is in it together.
  private static let readsMax = 2 * partsMax
  private static let boxesOfNotes: Set<String> = ["udta", "meta", "uuid"]

  /// On this level, in the boxes of the first name there, in those of the next name in these.
  private static func notes<Failure>(
    inBoxes place: Range<Int64>, and names: ArraySlice<String>,
    read: (Int64, Int) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [VideoNote] {
    var notes: [VideoNote] = []
    for box in try boxes(from: place.lowerBound, to: place.upperBound, read: read) ?? [] {
      if boxesOfNotes.contains(box.name) {
        let name = box.head + 4
        notes.append(
          VideoNote(place: name, emptiness: Array("free".utf8), contents: box.start..<box.end))
      } else if box.name == names.first {
        let rest = names.dropFirst()
        notes += try Self.notes(inBoxes: box.start..<box.end, and: rest, read: read)
      }
    }
    return notes
  }

  private static func notesOfWebM<Failure>(
    size: Int64, read: (Int64, Int) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [VideoNote] {
    var notes: [VideoNote] = []
    try eachPart(size: size, read: read) { place, part in
      let isNote = [EBMLElement.tags, EBMLElement.attachments].contains(part.id)
      // A shorter one has no room for any.
      guard isNote, let end = part.end, end - place >= EBMLElement.voidHeadBytes else { return }
      let head = EBMLElement.voidHead(for: end - place)
      notes.append(
        VideoNote(place: place, emptiness: head, contents: place + Int64(head.count)..<end))
    }
    return notes
  }
}
