import Testing
import Theme

@Suite struct PathDataTests {
  @Test(arguments: ["M0 0h7v7h-7z", "M1.5,2 L-3 4A1 1 0 0 1 5 6Z", "m0 0"])
  func `commands and numbers are an outline`(text: String) {
    #expect(PathData(text)?.text == text)
  }

  @Test(arguments: [
    "", "M0 0\"/><script>", "M0 0&", "url(#a)", "M0 0\n", "M０ 0", "x",
    String(repeating: "M", count: PathData.bytesMax + 1),
  ])
  func `anything else is none`(text: String) {
    #expect(PathData(text) == nil)
  }
}
