import Pages
import Theme

// What is said of the page before it begins.
extension WrittenGig {
  func write(headOf frame: borrowing Frame, _ product: Facts, into out: inout Output) {
    out.append("<!doctype html>\n<html lang=\"")
    out.append(asIs: frame.language.text)
    out.append("\" dir=\"")
    out.append(asIs: frame.direction.text)
    out.append(
      """
      ">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
      <title>
      """)
    out.escape(frame.title)
    if !frame.isWholeTitle {
      out.append("｜")
      out.escape(frame.siteName)
    }
    out.append("</title>\n<meta name=\"description\" content=\"")
    out.escape(frame.description)
    out.append("\">\n")
    if !frame.isIndexed { out.append("<meta name=\"robots\" content=\"noindex\">\n") }
    out.append(
      """
      <meta name="applicable-device" content="pc,mobile">
      <link rel="canonical" href="
      """)
    out.escape(frame.canonical.text)
    out.append("\">\n")
    for page in frame.alternates {
      out.append("<link rel=\"alternate\" hreflang=\"")
      out.append(asIs: page.hreflang.text)
      out.append("\" href=\"")
      out.escape(page.link.text)
      out.append("\">\n")
    }
    if let feed = frame.feed {
      out.append("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"")
      out.escape(feed.text)
      out.append("\" title=\"")
      out.escape(frame.title)
      out.append("\">\n")
    }
    write(previewOf: frame, into: &out)
    out.append(
      """
      <meta name="color-scheme" content="light dark">
      <link rel="icon" href="
      """)
    out.append(asIs: addresses.seal)
    out.append("\" type=\"image/svg+xml\">\n")
    out.append(asIs: addresses.styleLink)
    for script in addresses.scripts.prefix(2) { out.append(asIs: script) }
    if let facts = frame.trailFacts { out.facts(facts) }
    out.facts(product)
    for script in addresses.scripts.dropFirst(2) { out.append(asIs: script) }
    out.append("</head>\n")
  }

  private func write(previewOf frame: borrowing Frame, into out: inout Output) {
    out.append("<meta property=\"og:type\" content=\"")
    out.append(asIs: frame.kind.text)
    out.append("\">\n<meta property=\"og:title\" content=\"")
    out.escape(frame.title)
    out.append("\">\n<meta property=\"og:description\" content=\"")
    out.escape(frame.description)
    out.append("\">\n<meta property=\"og:url\" content=\"")
    out.escape(frame.canonical.text)
    out.append("\">\n<meta property=\"og:site_name\" content=\"")
    out.escape(frame.siteName)
    out.append("\">\n<meta property=\"og:locale\" content=\"")
    out.append(asIs: frame.openGraphLocale.text)
    out.append("\">\n")
    guard let picture = frame.picture else {
      return out.append("<meta name=\"twitter:card\" content=\"summary\">\n")
    }
    out.append("<meta property=\"og:image\" content=\"")
    out.escape(picture.link.text)
    out.append("\">\n<meta property=\"og:image:width\" content=\"")
    out.append(plain: picture.width)
    out.append("\">\n<meta property=\"og:image:height\" content=\"")
    out.append(plain: picture.height)
    out.append("\">\n")
    if let caption = picture.caption {
      out.append("<meta property=\"og:image:alt\" content=\"")
      out.escape(caption.text)
      out.append("\">\n")
    }
    out.append("<meta name=\"twitter:card\" content=\"summary_large_image\">\n")
  }
}
