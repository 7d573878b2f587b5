import CUnicode
import Market

/// The clocks of a place, by its name in the tz database.
enum Zone {
  /// How far they are ahead of UTC then. Nil when there is no such place.
  static func minutesEast(_ name: String, at now: Instant) -> Int? {
    guard !name.isEmpty, name.utf8.allSatisfy(isOfName) else { return nil }
    let minutes = jishi_zone_minutes(name, Double(now.milliseconds))
    return minutes == .min ? nil : Int(minutes)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: "+"):
      true
    default: false
    }
  }
}
