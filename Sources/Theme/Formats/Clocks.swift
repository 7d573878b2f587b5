import CUnicode

/// The clocks of a place, with the summer times that they had and will have.
package struct Clocks: Hashable, Sendable {
  package static let utc = Clocks(known: "UTC")

  /// Of the place, as the IANA database names it: Asia/Shanghai.
  package let zone: String

  /// Nil when there is no such zone.
  package init?(zone: String) {
    guard !zone.isEmpty, zone.utf8.allSatisfy(Self.isOfName),
      jishi_zone_minutes(zone, 0) != .min
    else { return nil }
    self.zone = zone
  }

  private init(known zone: String) { self.zone = zone }

  /// How far they are ahead of UTC at a moment in milliseconds since 1970.
  package func minutesEast(at milliseconds: Int64) -> Int {
    let minutes = jishi_zone_minutes(zone, Double(milliseconds))
    return minutes == .min ? 0 : Int(minutes)
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
