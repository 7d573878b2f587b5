package import Market
package import Pages
import Theme

extension Sample {
  /// A gig of somebody new, with everything missing that can be missing, in the other language than
  /// the page's and in words that have no end.
  package static func bareGigPage(_ locale: Locale) -> GigPage {
    let say = Sayer(locale)
    let other: Locale = locale == .chinese ? .english : .chinese
    let name = NamedLink(
      name: Said(say("程序开发", "Programming")), link: link("/\(locale)/c/programming"))
    let title =
      locale == .chinese
      ? "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft & <b>more</b>"
      : String(repeating: "一二三四五六七八九十", count: 8)
    return GigPage(
      frame: frame(
        locale, path: "/g/x-9", title: title, description: title, kind: "product", trail: [name]),
      number: 9, title: Said(title, lang: other.tag), description: description(other),
      descriptionLanguage: token(other.tag), writtenIn: say("英文", "Chinese"),
      pictures: [cover("brand-lattice-0cd011", isFirst: true)],
      packages: [
        PackageLine(
          number: 1, name: Said("https://example.org/\(String(repeating: "a", count: 90))"),
          price: yuan(1_234_567), deliveryDays: 1, revisions: 0, isChosen: true)
      ],
      lowestPrice: yuan(1_234_567),
      seller: SellerLine(
        who: SellerName(
          name: Said("Wolfeschlegelsteinhausenbergerdorff", lang: "en"),
          seal: Seal(of: "Wolfeschlegelsteinhausenbergerdorff"), level: .new, isStudio: false)),
      category: name, cancelAfterHours: 24, acceptAfterDays: 3)
  }
}
