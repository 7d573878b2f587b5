import Outside
import Testing

@Suite struct WebURLTests {
  static let whole = [
    ("https://Example.COM", "https://example.com/"),
    ("https://example.com:443/a%20b?c=d&e=?", "https://example.com/a%20b?c=d&e=?"),
    ("http://example.com:443", "http://example.com:443/"),
    ("http://[::1]:9000/", "http://[::1]:9000/"), ("http://127.0.0.1:80", "http://127.0.0.1/"),
    ("https://a?b", "https://a/?b"), ("https://a/b//../@", "https://a/b//../@"),
  ]

  @Test(arguments: whole)
  func `an address is said in one way`(text: String, same: String) {
    #expect(WebURL(text)?.description == same)
  }

  @Test(arguments: [
    "", "example.com", "ftp://example.com", "https://", "https:///a", "https://a:b@example.com/",
    "https://a@example.com", "https://a:0", "https://a:65536", "https://a:", "https://a/#b",
    "https://a b/", "https://a/标", "https://a/\n", "file:///etc/passwd", "https://a:1:2", "//a/b",
    "https://[::1", "https://a\\b",
  ])
  func `everything else is none`(text: String) {
    #expect(WebURL(text) == nil)
  }
}
