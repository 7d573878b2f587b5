import Foundation

extension Page {
  mutating func take(_ tag: Tag, isInMain: Bool) {
    switch tag.name {
    case "html": language = tag["lang"] ?? ""
    case "meta": takeMeta(tag)
    case "link": takeLink(tag)
    case "a", "area":
      guard let address = tag["href"] else { return }
      let hasNewWindow = tag["target"] == "_blank"
      references.insert(
        Reference(use: .link, text: address, rel: tag["rel"] ?? "", hasNewWindow: hasNewWindow))
    case "form": takeForm(tag)
    case "img": takePicture(tag, isInMain: isInMain)
    case "source", "video", "audio", "iframe", "embed", "object", "image":
      for name in ["src", "href", "data", "poster"] {
        if let address = tag[name] { refer(.picture, address) }
      }
    case "use":
      if let address = tag["href"] ?? tag["xlink:href"] { refer(.sprite, address) }
    case "time":
      if let day = tag["datetime"] { days.insert(day) }
    default: break
    }
  }

  mutating func take(attribute name: String, _ value: String, of tag: Tag) {
    switch name {
    case "id":
      if !names.insert(value).inserted { fault(.fragments, "two elements have the id \(value)") }
      if value.hasPrefix("review") { hasReviews = true }
    case "lang": innerLanguages.insert(value)
    case "srcset":
      for candidate in value.split(separator: ",") {
        if let address = candidate.split(separator: " ").first {
          refer(.picture, String(address))
        }
      }
    case "style": fault(.inline, "style=\"\(value)\" on <\(tag.name)>")
    case "href", "src", "action", "formaction":
      if value.isEmpty { fault(.links, "empty \(name) on <\(tag.name)>") }
    case "alt", "title", "aria-label", "placeholder", "content":
      takeWords(value)
      if name != "content" { text.append(value) }
    default:
      if name.hasPrefix("on") { fault(.inline, "\(name)= on <\(tag.name)>") }
    }
  }

  private mutating func takeWords(_ value: String) {
    if let word = value.withCString({ Leftover.first(in: $0) }) {
      fault(.words, "an attribute has “\(word)”: \(value)")
    }
  }

  private mutating func refer(_ use: Reference.Use, _ address: String, rel: String = "") {
    references.insert(Reference(use: use, text: address, rel: rel))
  }

  private mutating func takeMeta(_ tag: Tag) {
    let content = tag["content"] ?? ""
    if let refresh = tag["http-equiv"], refresh.lowercased() == "refresh" {
      let place = content.range(of: "url=", options: .caseInsensitive)
      movesTo = place.map { String(content[$0.upperBound...]) } ?? ""
      refer(.link, movesTo ?? "")
    }
    switch tag["name"] {
    case "description": descriptions.append(content)
    case "robots": isIndexed = isIndexed && !content.contains("noindex")
    case let name? where name.hasPrefix("twitter:"): previews[name, default: []].append(content)
    default: break
    }
    if let property = tag["property"], property.hasPrefix("og:") {
      previews[property, default: []].append(content)
    }
  }

  private mutating func takeLink(_ tag: Tag) {
    let address = tag["href"] ?? ""
    for word in (tag["rel"] ?? "").split(separator: " ") {
      switch word {
      case "canonical": canonicals.append(address)
      case "alternate":
        if let hreflang = tag["hreflang"] {
          alternates.append(Alternate(hreflang: hreflang, address: address))
        } else {
          refer(.feed, address)
        }
      case "stylesheet": refer(.style, address)
      case "modulepreload", "preload": refer(.script, address)
      case "icon", "apple-touch-icon", "manifest": refer(.icon, address)
      case "prev", "next": refer(.neighbour, address)
      default: break
      }
    }
  }

  private mutating func takeForm(_ tag: Tag) {
    let method = (tag["method"] ?? "get").lowercased()
    if method != "get" { fault(.forms, "a form sends by \(method)") }
    if let action = tag["action"] { refer(.form, action) }
  }

  private mutating func takePicture(_ tag: Tag, isInMain: Bool) {
    let source = tag["src"] ?? ""
    if source.isEmpty { fault(.pictures, "an <img> without src") }
    refer(.picture, source)
    if tag["alt"] == nil { fault(.pictures, "\(source) has no alt") }
    for side in ["width", "height"] where (tag[side].flatMap { Int($0) } ?? 0) <= 0 {
      fault(.pictures, "\(source) has no \(side)")
    }
    guard isInMain, !hasFirstPicture else { return }
    hasFirstPicture = true
    let isGig = kind == .gig || kind == .version
    if isGig, tag["loading"] == "lazy" {
      fault(.pictures, "the first picture, \(source), is lazy")
    }
  }
}
