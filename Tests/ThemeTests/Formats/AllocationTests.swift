import Glibc
import Testing
import Theme

/// Writing a value allocates nothing.
///
/// A child process, in which no other test runs, first takes all blocks out of the cache that the C
/// library keeps for the thread. From then on a block of up to 1032 bytes that is allocated, even if
/// it is freed at once, goes into that cache and is missing where the library lists what is free. So
/// equal lists before and after mean that no such block was ever asked for.
@Suite struct AllocationTests {
  @Test(arguments: ["zh-CN", "en", "ar", "hi"])
  func `ten thousand values are written without one allocation`(tag: String) throws {
    let formats = try Formats(tag: tag)
    let outcome = try allocating { output in
      for _ in 0..<625 { writeSixteen(formats, &output) }
    }
    #expect(outcome == .nothing)
  }

  @Test func `one block that is freed at once would be seen`() throws {
    var isFirst = true
    let outcome = try allocating { output in
      // Not when it is called to warm up.
      if !isFirst { free(malloc(100)) }
      isFirst = false
    }
    #expect(outcome == .something)
  }

  private func writeSixteen(_ formats: Formats, _ output: inout Output) {
    output.clear()
    formats.write(-1_234_567, into: &output)
    formats.write(Figure(49, scale: 1), into: &output)
    formats.write(compact: 123_456, into: &output)
    formats.write(percent: Figure(125, scale: 1), into: &output)
    formats.write(Amount(minorUnits: -120_050, currency: "CNY", scale: 2), into: &output)
    formats.write(price: Amount(minorUnits: 120_000, currency: "EUR", scale: 2), into: &output)
    formats.write(Amount(minorUnits: .min, currency: "USDT", scale: 6), into: &output)
    let day = Day(year: 2026, month: 11, day: 20)
    let moment = Moment(day, hour: 14, minute: 5, offsetMinutes: 480)
    formats.write(day, into: &output)
    formats.write(month: day, into: &output)
    formats.write(year: day, into: &output)
    formats.write(moment, into: &output)
    output.append(iso: moment)
    output.append(plain: Figure(-49, scale: 1))
    output.append(plain: 12_345)
    formats.writeGlue(before: 1, of: 2, "b", into: &output)
    formats.writeClosing(of: 2, into: &output)
  }

  private enum Outcome: Int32 {
    case nothing
    case something
  }

  private func allocating(_ write: (inout Output) -> Void) throws -> Outcome? {
    var output = Output()
    // What is made once, such as the metadata of a type, is made here.
    write(&output)
    let list = try FreeBlocks()
    let child = fork()
    guard child != 0 else {
      for size in stride(from: 24, through: 1032, by: 16) {
        for _ in 0..<500 { _ = malloc(size) }
      }
      list.write(to: list.before)
      write(&output)
      list.write(to: list.after)
      // Used once more, so that it is not given back before.
      output.clear()
      _exit((list.isSame ? Outcome.nothing : .something).rawValue)
    }
    try #require(child > 0)
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return status & 0x7F == 0 ? Outcome(rawValue: status >> 8 & 0xFF) : nil
  }
}

/// What the C library says about the blocks that are free, twice. Its header is not in the module
/// Glibc, so the function is looked up by name.
private struct FreeBlocks {
  typealias MallocInfo = @convention(c) (Int32, UnsafeMutablePointer<FILE>) -> Int32

  static let bytesMax = 1 << 16

  let before: UnsafeMutablePointer<FILE>
  let after: UnsafeMutablePointer<FILE>
  private let texts: [UnsafeMutablePointer<CChar>]
  private let info: MallocInfo

  init() throws {
    let texts = (0..<2).map { _ in
      let text = UnsafeMutablePointer<CChar>.allocate(capacity: Self.bytesMax)
      text.initialize(repeating: 0, count: Self.bytesMax)
      return text
    }
    self.texts = texts
    // The streams go nowhere: what they are told stays in their buffers, which are ours.
    before = try #require(fopen("/dev/null", "w"))
    after = try #require(fopen("/dev/null", "w"))
    setvbuf(before, texts[0], Int32(_IOFBF), Self.bytesMax)
    setvbuf(after, texts[1], Int32(_IOFBF), Self.bytesMax)
    info = unsafeBitCast(
      try #require(dlsym(dlopen(nil, RTLD_NOW), "malloc_info")), to: MallocInfo.self)
  }

  func write(to stream: UnsafeMutablePointer<FILE>) {
    _ = info(0, stream)
  }

  var isSame: Bool { strlen(texts[0]) > 100 && strcmp(texts[0], texts[1]) == 0 }
}
