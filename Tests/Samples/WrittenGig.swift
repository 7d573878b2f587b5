package import Pages
package import Theme

/// The page of a gig in Chinese as one would write it who has no templates: straight into the
/// output, with the same escaping and the same numbers. Its bytes are those of the default theme;
/// it is what the time of a template is measured against.
package struct WrittenGig {
  let formats: Formats
  let addresses: WrittenAddresses

  package init(_ theme: LoadedTheme) throws {
    formats = try Formats(tag: "zh-CN")
    addresses = WrittenAddresses(theme.assets)
  }

  package func write(_ page: borrowing GigPage, into out: inout Output) {
    write(headOf: page.frame, page.product, into: &out)
    write(topOf: page.frame, into: &out)
    out.append("<div class=\"wrap\">\n<div class=\"split buy-side\">\n<div>\n")
    write(titleOf: page, into: &out)
    if page.hasGallery {
      write(galleryOf: page.pictures, into: &out)
    } else {
      write(coverOf: page.pictures, into: &out)
    }
    out.append("</div>\n</div>\n")
    write(orderOf: page, into: &out)
    out.append("<div>\n")
    if page.order != nil || !page.features.isEmpty { write(tableOf: page, into: &out) }
    write(aboutOf: page, into: &out)
    write(detailsOf: page, into: &out)
    write(page.seller, contact: page.contact, into: &out)
    write(reviewsOf: page, into: &out)
    out.append("</div></div>\n")
    if !page.related.isEmpty { write(page.related, moreOf: page.category, into: &out) }
    out.append("</div>\n<div class=\"buy-bar\"><p><span class=\"price\">")
    write(from: page.lowestPrice, into: &out)
    out.append("</span></p><a class=\"btn main\" href=\"#buy\">查看套餐</a></div>\n")
    write(footOf: page.frame, into: &out)
  }

  private func write(titleOf page: borrowing GigPage, into out: inout Output) {
    out.append("<header class=\"gig-title\">\n<h1")
    out.lang(page.title)
    out.append(">")
    out.escape(page.title.text)
    out.append("</h1>\n")
    if let summary = page.summary {
      out.append("<p class=\"lead\"")
      out.lang(summary)
      out.append(">")
      out.escape(summary.text)
      out.append("</p>\n")
    }
    out.append("<div class=\"row\">\n")
    out.seal(page.seller.who.seal, "s")
    out.name(of: page.seller.who)
    write(page.seller.who.level, into: &out)
    if let rating = page.rating {
      out.append("<a href=\"#reviews\">")
      write(rating, of: page.reviewCount, into: &out)
      out.append("</a>\n")
    } else {
      out.append("<span class=\"faint\">暂无评价</span>\n")
    }
    if let count = page.orderCount {
      out.append("<span class=\"faint\">已完成")
      formats.write(count, into: &out)
      out.append("单</span>\n")
    }
    out.append("</div></header>\n<div class=\"shots\">\n")
  }

  private func write(galleryOf pictures: [Picture], into out: inout Output) {
    out.append("<div class=\"strip\" role=\"group\" tabindex=\"0\" aria-label=\"图集\"><ol>\n")
    for (index, picture) in pictures.enumerated() {
      out.append("<li id=\"picture-")
      out.append(plain: index + 1)
      out.append("\">")
      out.image(picture, sizes: "(max-width: 56rem) 100vw, 52rem")
      if let caption = picture.caption {
        out.escape(caption.text)
      } else {
        write(number: index + 1, of: pictures.count, into: &out)
      }
      out.size(of: picture)
      if !picture.isFirst { out.append(" loading=\"lazy\"") }
      out.append("></picture>\n</li>\n")
    }
    out.append("</ol></div>\n<nav aria-label=\"选择图片\">\n")
    for (index, picture) in pictures.enumerated() {
      out.append("<a href=\"#picture-")
      out.append(plain: index + 1)
      out.append("\">")
      out.image(picture, sizes: "10rem")
      write(number: index + 1, of: pictures.count, into: &out)
      out.size(of: picture)
      out.append(" loading=\"lazy\"></picture></a>\n")
    }
    out.append("</nav>\n")
  }

  private func write(coverOf pictures: [Picture], into out: inout Output) {
    for picture in pictures {
      out.image(picture, sizes: "(max-width: 56rem) 100vw, 52rem")
      if let caption = picture.caption { out.escape(caption.text) }
      out.size(of: picture)
      out.append("></picture>\n")
    }
  }

  private func write(number: Int, of count: Int, into out: inout Output) {
    out.append("第")
    formats.write(number, into: &out)
    out.append("张图片，共")
    formats.write(count, into: &out)
    out.append("张")
  }

  private func write(aboutOf page: borrowing GigPage, into out: inout Output) {
    out.append(
      "<section class=\"sec\"><header class=\"head\"><h2>关于这项服务</h2></header>\n")
    if let language = page.writtenIn {
      out.append("<p class=\"note\">")
      addresses.icon("globe", into: &out)
      out.append("<span>这段介绍是卖家用")
      out.escape(language)
      out.append("写的，还没有译文。</span></p>\n")
    } else if let original = page.original {
      out.append("<p class=\"note\">")
      addresses.icon("globe", into: &out)
      out.append("<span>这段介绍由机器翻译，<a href=\"")
      out.escape(original.text)
      out.append("\">查看原文</a>。</span></p>\n")
    }
    out.append("<div class=\"prose\"")
    if let language = page.descriptionLanguage {
      out.append(" lang=\"")
      out.append(asIs: language.text)
      out.append("\"")
    }
    out.append(">")
    out.append(asIs: page.description.markup)
    out.append("</div>\n")
    if !page.tags.isEmpty {
      out.append("<nav class=\"chips\" aria-label=\"标签\">\n")
      for tag in page.tags {
        out.append("<a href=\"")
        out.escape(tag.link.text)
        out.append("\"")
        out.lang(tag.name)
        out.append(" rel=\"tag\">")
        out.escape(tag.name.text)
        out.append("</a>\n")
      }
      out.append("</nav>\n")
    }
    out.append("</section>\n")
  }
}
