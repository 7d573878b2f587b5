import Testing
import Theme

@Suite struct OutputTests {
  @Test func `it grows and keeps what it has`() {
    var output = Output(capacity: 16)
    for number in 0..<1000 { output.append(asIs: "\(number),") }
    #expect(output.text == (0..<1000).map { "\($0)," }.joined())
    output.clear()
    #expect(output.text.isEmpty)
  }

  @Test(arguments: 0...200)
  func `a piece of any length goes over whole, and nothing beside it changes`(length: Int) {
    let piece = (0..<length).map { UInt8(ascii: "a") + UInt8($0 % 26) }
    for before in 0..<9 {
      var output = Output(capacity: 16)
      output.append(asIs: String(repeating: "<", count: before))
      piece.withUnsafeBufferPointer { output.append($0) }
      output.append(">")
      let whole = String(repeating: "<", count: before) + String(decoding: piece, as: UTF8.self)
      #expect(output.text == whole + ">")
    }
  }
}
