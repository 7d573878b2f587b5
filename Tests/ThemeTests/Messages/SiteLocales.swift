import Foundation
import Theme

/// The messages of the site as they stand in the tree, and a small catalogue that is always there.
enum SiteLocales {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The files of all languages; none while the tree has none.
  static let files: [SourceFile] = {
    let folder = root.appendingPathComponent("locales").path
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.contains("/") && $0.hasSuffix(".txt") }.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(folder)/\(name)").map {
        SourceFile(path: "locales/\(name)", bytes: Array($0))
      }
    }
  }()

  static let small = [
    SourceFile(
      path: "locales/zh-CN/locale.txt", "name = 简体中文\nhreflang = zh-CN\ndirection = ltr\n"),
    SourceFile(
      path: "locales/zh-CN/gig.txt",
      """
      # 服务
      gig.unreviewed = 暂无评价
      gig.reviews = {count, plural, =0 {没有评价 ##} other {# 条评价}}
      gig.state = {state, select, paid {已付款 {{} other {软件服务器}}

      gig.accept = 点击下单，即表示您接受
        <terms>服务条款</terms>和 {name} 的网络要求 {{x}} << 3。
      """),
    SourceFile(
      path: "locales/en/locale.txt", "name = English\nhreflang = en\ndirection = ltr\n"),
    SourceFile(
      path: "locales/en/gig.txt",
      """
      # Gigs, for the reader.
      gig.unreviewed = No reviews yet
      gig.reviews = {count, plural, =0 {no reviews ##} one {# review} other {# reviews}}
      gig.state = {state, select,\r
        paid {paid {{}\r
        other {in the works}}\r

      gig.accept =
        By ordering from {name} you accept\t
        the <terms>terms of service</terms> {{x}} << 3.
      """),
  ]

  static func of(_ tag: String, in files: [SourceFile]) -> [SourceFile] {
    files.filter { $0.path.hasPrefix("locales/\(tag)/") }
  }
}
