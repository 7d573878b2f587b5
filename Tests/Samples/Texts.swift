import Pages
import Theme

/// What stands in the places of a page where somebody's words, addresses or names may be: for each
/// place a text is asked for, by what it is called here. An address or a name of ours can only be
/// made of a text that is one; otherwise the sample has its own.
package struct Texts {
  private let text: (String) -> String

  package init(_ text: @escaping (String) -> String) { self.text = text }

  func callAsFunction(_ place: String) -> String { text(place) }

  func said(_ place: String) -> Said { Said(text(place), lang: text("language of \(place)")) }

  func markup(_ place: String) -> HTML { Markdown.html(text(place), for: .people) }

  func link(_ place: String) -> Link {
    Link(text("link of \(place)")) ?? Sample.link("/x/\(place.replacing(" ", with: "-"))")
  }

  func token(_ place: String) -> Token { Token(text("token of \(place)")) ?? "own" }

  func named(_ place: String) -> NamedLink { NamedLink(name: said(place), link: link(place)) }

  func seal(_ place: String) -> Seal { Seal(of: text("seal of \(place)")) }

  func picture(_ place: String) -> Picture {
    let link = link(place)
    let sources = Sources([.init(link, width: 480), .init(link, width: 960)])
    return Picture(
      link: link, sources: sources, webp: sources, avif: sources, width: 480, height: 360,
      caption: said(place))
  }
}
