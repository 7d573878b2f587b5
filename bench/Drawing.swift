import CMarkdown
import Foundation
import Proving
import Samples
import Theme

private let rounds = 9

/// Covers of gigs, beside a loop in C that reads the numbers in them and draws nothing.
func covers() throws -> [Figure] {
  let titles = (0..<400).map { "为新茶饮与咖啡馆设计标志 \($0)" }
  let groups = ["brand", "art", "web", "video", "words", "shop", "data", "other"]
  func draw(_ body: (String) -> Void) {
    for (index, title) in titles.enumerated() {
      body(Cover.svg(category: groups[index % groups.count], title: title))
    }
  }
  var pictures: [String] = []
  draw { pictures.append($0) }
  var ours: [Double] = []
  var bare: [Double] = []
  for _ in 0..<rounds {
    ours.append(seconds { draw { precondition(!$0.isEmpty) } })
    bare.append(seconds { precondition(pictures.reduce(0) { $0 + numbers(in: $1) } > 0) })
  }
  return [
    Figure(
      name: "covers", value: Double(titles.count) / median(ours), unit: "pictures/s",
      ratio: median(ours) / median(bare),
      against: "the time of strtod for the numbers in the same pictures")
  ]
}

private func numbers(in picture: String) -> Int {
  picture.withCString { text in
    var count = 0
    var place = text
    while place.pointee != 0 {
      var end: UnsafeMutablePointer<CChar>?
      if (0x30...0x39).contains(place.pointee) {
        _ = strtod(place, &end)
        count += 1
      }
      place = end.map { UnsafePointer($0) } ?? place + 1
    }
    return count
  }
}

/// The description of a gig as markup, beside cmark-gfm's own renderer on the same text.
func markdown() throws -> [Figure] {
  let text = [Sample.descriptionText, Sample.descriptionText].joined(separator: "\n\n")
  let times = 500
  var ours: [Double] = []
  var bare: [Double] = []
  cmark_gfm_core_extensions_ensure_registered()
  for _ in 0..<rounds {
    ours.append(
      seconds {
        for _ in 0..<times { precondition(!Markdown.html(text, for: .people).markup.isEmpty) }
      })
    bare.append(seconds { for _ in 0..<times { precondition(cmarkLength(of: text) > 0) } })
  }
  return [
    Figure(
      name: "markdown", value: Double(times) / median(ours),
      unit: "descriptions/s of \(text.utf8.count) bytes", ratio: median(ours) / median(bare),
      against: "the time of cmark-gfm's own renderer")
  ]
}

private func cmarkLength(of text: String) -> Int {
  let parser = cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE)
  defer { cmark_parser_free(parser) }
  for name in ["table", "strikethrough", "autolink", "tasklist"] {
    guard let each = cmark_find_syntax_extension(name) else { continue }
    cmark_parser_attach_syntax_extension(parser, each)
  }
  cmark_parser_feed(parser, text, text.utf8.count)
  guard let root = cmark_parser_finish(parser) else { return 0 }
  defer { cmark_node_free(root) }
  guard
    let markup = cmark_render_html(
      root, CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE, cmark_parser_get_syntax_extensions(parser))
  else { return 0 }
  defer { free(markup) }
  return strlen(markup)
}
