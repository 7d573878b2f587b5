import Theme

extension HomePage {
  static func facts(of frame: Frame) -> Facts {
    FactsWriter.facts("WebSite") { site in
      site.text("name", frame.siteName)
      site.text("url", frame.canonical.text)
      site.text("inLanguage", frame.language.text)
      site.object("publisher", "Organization") {
        $0.text("name", frame.owner ?? frame.siteName)
        $0.text("url", frame.canonical.text)
        if let picture = frame.picture {
          $0.link("image", picture.link, from: frame.canonical.origin)
        }
      }
    }
  }
}
