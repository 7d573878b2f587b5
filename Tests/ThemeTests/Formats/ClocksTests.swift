import Testing
import Theme

@Suite struct ClocksTests {
  static let offsets: [(zone: String, milliseconds: Int64, minutes: Int)] = [
    ("Asia/Shanghai", 1_795_000_000_000, 480), ("UTC", 0, 0),
    ("Europe/Berlin", 1_767_225_600_000, 60), ("Europe/Berlin", 1_782_864_000_000, 120),
    ("America/St_Johns", 1_767_225_600_000, -210), ("Pacific/Chatham", 1_767_225_600_000, 825),
    // In the summer of 1988 clocks in China went on an hour too.
    ("Asia/Shanghai", 583_200_000_000, 540),
  ]

  @Test(arguments: offsets.indices)
  func `clocks are ahead of Greenwich as they are there and then`(index: Int) throws {
    let row = Self.offsets[index]
    #expect(try #require(Clocks(zone: row.zone)).minutesEast(at: row.milliseconds) == row.minutes)
  }

  @Test(arguments: [
    "", "Mars/Olympus", "Asia/Shang hai", "亚洲/上海", "../UTC", "UTC\0",
    String(repeating: "A", count: 10_000),
  ])
  func `where there is no such place there are no clocks`(zone: String) {
    #expect(Clocks(zone: zone) == nil)
  }
}
