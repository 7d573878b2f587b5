import HTTP
import Testing

/// Dates and endpoints as text.
@Suite struct TextTests {
  static let dates: [(Int64, String)] = [
    (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
    (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT"),
    (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
  ]

  @Test(arguments: dates)
  func `a date is written and read`(seconds: Int64, text: String) {
    #expect(DateText.text(of: seconds) == text)
    #expect(DateText.seconds(of: text) == seconds)
  }

  @Test(arguments: [
    "", "now", "Sun, 06 Nov 1994 08:49:37", "Mon, 06 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 8:49:37 GMT", "Sat, 31 Apr 2022 00:00:00 GMT",
    "Sun, 06 Nov 1994 25:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Nov 99999999999 08:49:37 GMT",
  ])
  func `what is no date is none`(text: String) {
    #expect(DateText.seconds(of: text) == nil)
  }

  @Test(arguments: [
    ("127.0.0.1:8080", "127.0.0.1:8080"), ("0.0.0.0:0", "0.0.0.0:0"), ("[::1]:80", "[::1]:80"),
    ("localhost:65535", "127.0.0.1:65535"),
  ])
  func `an endpoint is an address and a port`(text: String, shown: String) {
    #expect(Endpoint(text)?.description == shown)
  }

  @Test(arguments: [
    "", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:+1",
    "127.0.0.1:8080 ", "::1:80", "::1", "[127.0.0.1]:80", "[::1]", "example.com:80", "1.2.3:80",
    "http://127.0.0.1:80", "127.0.0.1:٨",
  ])
  func `what is none is none`(text: String) {
    #expect(Endpoint(text) == nil)
  }
}
