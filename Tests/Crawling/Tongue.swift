/// A language of the site, as each place writes it.
enum Tongue: String, CaseIterable {
  case chinese = "zh-CN"
  case english = "en"

  var hreflang: String { self == .chinese ? "zh-Hans" : "en" }
  var openGraph: String { self == .chinese ? "zh_CN" : "en_US" }

  /// The language of what stands at an address, if it has one.
  init?(of address: String) {
    guard let first = address.split(separator: "/").first else { return nil }
    self.init(rawValue: String(first))
  }
}
