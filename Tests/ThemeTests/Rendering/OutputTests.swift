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
}
