import Market
import Pages
import Theme

// What stands in several places.
extension WrittenGig {
  func write(_ level: Level, into out: inout Output) {
    out.append("<span class=\"level\">\n")
    switch level {
    case .new: out.append("新卖家</span>\n")
    case .one:
      addresses.icon("level-one", into: &out)
      out.append("良工</span>\n")
    case .two:
      addresses.icon("level-two", into: &out)
      out.append("巧匠</span>\n")
    case .top:
      addresses.icon("level-top", into: &out)
      out.append("大匠</span>\n")
    }
  }

  func write(_ rating: Figure, of count: Int, into out: inout Output) {
    out.append("<span class=\"rate\" role=\"img\" aria-label=\"评分")
    formats.write(rating, into: &out)
    out.append("，")
    formats.write(count, into: &out)
    out.append("条评价\">\n")
    addresses.icon("star", into: &out)
    formats.write(rating, into: &out)
    out.append(" <small>(")
    formats.write(count, into: &out)
    out.append(")</small></span>\n")
  }

  func write(from price: borrowing Amount, into out: inout Output) {
    formats.write(price: price, into: &out)
    out.append("<small>起</small>")
  }
}

extension Output {
  mutating func lang(_ said: borrowing Said) {
    guard let lang = said.lang else { return }
    append(" lang=\"")
    escape(lang)
    append("\"")
  }

  /// The rest of a tag, and the words after it.
  mutating func said(_ said: borrowing Said) {
    lang(said)
    append(">")
    escape(said.text)
  }

  mutating func name(of seller: borrowing SellerName) {
    guard let link = seller.link else {
      append("<b")
      said(seller.name)
      return append("</b>\n")
    }
    append("<a href=\"")
    escape(link.text)
    append("\"")
    said(seller.name)
    append("</a>\n")
  }

  mutating func seal(_ seal: borrowing Seal, _ size: StaticString) {
    append("<span class=\"seal ")
    append(size)
    append(" ")
    append(asIs: seal.ink.text)
    if let shape = seal.shape {
      append(" ")
      append(asIs: shape.text)
    }
    if seal.isTall { append(" two") }
    append("\" aria-hidden=\"true\"><span>")
    escape(seal.text)
    append("</span></span>\n")
  }

  /// Up to the words that stand for the picture.
  mutating func image(_ picture: borrowing Picture, sizes: StaticString) {
    append("<picture>")
    if let avif = picture.avif { source(avif, "image/avif", sizes) }
    if let webp = picture.webp { source(webp, "image/webp", sizes) }
    append("<img src=\"")
    escape(picture.link.text)
    append("\"")
    if let sources = picture.sources { set(sources, sizes) }
    append(" alt=\"")
  }

  private mutating func source(_ sources: Sources, _ type: StaticString, _ sizes: StaticString) {
    append("<source type=\"")
    append(type)
    append("\"")
    set(sources, sizes)
    append(">\n")
  }

  private mutating func set(_ sources: Sources, _ sizes: StaticString) {
    append(" srcset=\"")
    for (index, source) in sources.all.enumerated() {
      if index > 0 { append(", ") }
      escape(source.link.text)
      append(" ")
      append(plain: source.width)
      append("w")
    }
    append("\" sizes=\"")
    append(sizes)
    append("\"")
  }

  mutating func size(of picture: borrowing Picture) {
    append("\" width=\"")
    append(plain: picture.width)
    append("\" height=\"")
    append(plain: picture.height)
    append("\"")
  }

  mutating func cell(_ isChosen: Bool) {
    if isChosen { append("<td class=\"best\">") } else { append("<td>") }
  }

  mutating func bar(_ share: Int) {
    append(
      """
      <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">\
      <rect width="
      """)
    append(plain: share)
    append("\" height=\"1\"/></svg>\n")
  }

  mutating func facts(_ facts: borrowing Facts) {
    append("<script type=\"application/ld+json\">")
    append(asIs: facts.json)
    append("</script>")
  }

  mutating func step(
    _ link: Link?, _ end: StaticString, start: StaticString = "<li><a href=\""
  ) {
    guard let link else { return }
    append(start)
    escape(link.text)
    append(end)
  }

  /// The page in another language.
  mutating func other(_ line: borrowing LanguageLine) {
    append("<a href=\"")
    escape(line.link.text)
    append("\" lang=\"")
    append(asIs: line.language.text)
    append("\" hreflang=\"")
    append(asIs: line.language.text)
    append("\">")
    escape(line.name)
    append("</a>")
  }

  mutating func listed(_ link: borrowing NamedLink) {
    append("<li><a href=\"")
    escape(link.link.text)
    append("\"")
    said(link.name)
    append("</a></li>\n")
  }
}
