/// A language of the site, as each place writes it.
package struct Tongue: Hashable, Sendable {
  let tag: String
  let hreflang: String
  let openGraph: String

  package init(tag: String, hreflang: String, openGraph: String) {
    self.tag = tag
    self.hreflang = hreflang
    self.openGraph = openGraph
  }

  package static let chinese = Tongue(tag: "zh-CN", hreflang: "zh-Hans", openGraph: "zh_CN")
  package static let english = Tongue(tag: "en", hreflang: "en", openGraph: "en_US")
}
