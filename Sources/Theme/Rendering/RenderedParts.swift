/// The bytes of parts that were rendered before, as long as there is room for them.
struct RenderedParts: ~Copyable {
  static let bytesMax = 2 << 20
  private static let placesMax = 4_096

  private struct Place: BitwiseCopyable {
    var stamp = Stamp.none
    var part = Stamp.none
    var start: Int32 = 0
    var count: Int32 = 0
  }

  /// Room is taken when there is a first part. Where one is to be found depends on its stamps alone;
  /// of two that have the same place, the later one is there.
  private var places: UnsafeMutablePointer<Place>?
  private var bytes: UnsafeMutablePointer<UInt8>?
  private var used = 0

  init() {}

  deinit {
    places?.deallocate()
    bytes?.deallocate()
  }

  /// A view's bytes in a part of a theme in one language.
  func bytes(of stamp: Stamp, in part: Stamp) -> UnsafeBufferPointer<UInt8>? {
    guard let places, let bytes else { return nil }
    let place = places[Self.index(stamp, part)]
    guard place.stamp == stamp, place.part == part else { return nil }
    return UnsafeBufferPointer(start: bytes + Int(place.start), count: Int(place.count))
  }

  /// When it is full it begins anew.
  mutating func keep(_ text: UnsafeBufferPointer<UInt8>, of stamp: Stamp, in part: Stamp) {
    guard let source = text.baseAddress, text.count <= Self.bytesMax / 16 else { return }
    let places = places ?? .allocate(capacity: Self.placesMax)
    let bytes = bytes ?? .allocate(capacity: Self.bytesMax)
    if self.places == nil || used + text.count > Self.bytesMax {
      places.update(repeating: Place(), count: Self.placesMax)
      used = 0
    }
    (self.places, self.bytes) = (places, bytes)
    (bytes + used).update(from: source, count: text.count)
    places[Self.index(stamp, part)] = Place(
      stamp: stamp, part: part, start: Int32(used), count: Int32(text.count))
    used += text.count
  }

  private static func index(_ stamp: Stamp, _ part: Stamp) -> Int {
    let mixed = (stamp.number &+ part.number << 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 32) & (placesMax - 1)
  }
}
