import Foundation
import Market
import Testing

@Suite struct VideoNotesTests {
  private static let place = Array("+31.2304+121.4737/".utf8)
  private static let named = VideoStructureTests.box("udta", VideoStructureTests.box("loci", place))

  private func notes(_ bytes: [UInt8], _ format: MediaFormat) -> [VideoNote] {
    VideoStructure.notes(format, size: Int64(bytes.count)) { place, count in
      guard place <= Int64(bytes.count) else { return [] }
      return Array(bytes[Int(place)...].prefix(count))
    }
  }

  private func without(_ bytes: [UInt8], _ format: MediaFormat) -> [UInt8] {
    var rest = bytes
    for note in notes(bytes, format) {
      for place in note.contents { rest[Int(place)] = 0 }
      for (place, byte) in note.emptiness.enumerated() { rest[Int(note.place) + place] = byte }
    }
    return rest
  }

  private func isSound(_ bytes: [UInt8], _ format: MediaFormat) -> Bool {
    VideoStructure.isSound(format, size: Int64(bytes.count)) { place, count in
      Array(bytes[Int(place)...].prefix(count))
    }
  }

  @Test func `of a film goes where it was taken, and all else stays where it is`() {
    let box = VideoStructureTests.box
    let track = box("trak", box("tkhd", [1]) + Self.named)
    let film =
      ftyp("isom") + box("uuid", Self.place) + box("mdat", Self.place)
      + box("moov", box("mvhd", [0]) + track + box("meta", Self.place) + Self.named)
    let free = { (count: Int) in box("free", [UInt8](repeating: 0, count: count)) }
    let (place, named) = (Self.place.count, Self.named.count - 8)
    let expected =
      ftyp("isom") + free(place) + box("mdat", Self.place)
      + box(
        "moov",
        box("mvhd", [0]) + box("trak", box("tkhd", [1]) + free(named)) + free(place) + free(named))
    #expect(without(film, .mp4) == expected)
    #expect(isSound(expected, .mp4) && notes(expected, .mp4).isEmpty)
    #expect(notes(VideoStructureTests.film, .mp4).isEmpty)
  }

  @Test func `a note may have a long size, or none`() {
    let name = Array("udta".utf8)
    let long = [0, 0, 0, 1] + name + [0, 0, 0, 0, 0, 0, 0, 18, 7, 7]
    let film = VideoStructureTests.film
    #expect(
      without(film + long, .mp4) == film + [0, 0, 0, 1] + Array("free".utf8) + long[8..<16] + [
        0, 0,
      ])
    let endless = [0, 0, 0, 0] + name + [7, 7]
    #expect(without(film + endless, .mp4) == film + [0, 0, 0, 0] + Array("free".utf8) + [0, 0])
  }

  @Test(arguments: [0, 2, 7, 300])
  func `of a film of the web go tags and what hangs on it`(count: Int) {
    let element = VideoStructureTests.element
    let body = [UInt8](repeating: 0x99, count: count)
    let parts = VideoStructureTests.information + VideoStructureTests.tracks
    let notes = element([0x12, 0x54, 0xC3, 0x67], body) + element([0x19, 0x41, 0xA4, 0x69], body)
    let film =
      ebml("webm")
      + element(VideoStructureTests.segment, parts + notes + VideoStructureTests.cluster)
    let rest = without(film, .webm)
    #expect(rest.count == film.count && isSound(rest, .webm))
    #expect(self.notes(rest, .webm).isEmpty || count < 3)
    if count > 2 { #expect(!rest.contains(0x99)) }
    let tail = VideoStructureTests.cluster
    #expect(Array(rest.suffix(tail.count)) == tail)
  }

  @Test func `boxes in boxes in boxes end`() {
    var bytes: [UInt8] = []
    for _ in 0..<4_000 { bytes = VideoStructureTests.box("moov", bytes) }
    #expect(notes(bytes, .mp4).isEmpty)
  }

  @Test func `any byte may be anything`() {
    let film = ftyp("isom") + VideoStructureTests.box("moov", Self.named)
    for place in film.indices {
      for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
        var odd = film
        odd[place] = value
        for note in notes(odd, .mp4) {
          #expect(note.contents.upperBound <= Int64(odd.count) && note.place > 0)
        }
        _ = notes(odd, .webm)
      }
    }
  }
}
