import Pages
import Theme

// What the gig and its seller are like.
extension WrittenGig {
  func write(detailsOf page: borrowing GigPage, into out: inout Output) {
    if !page.attributes.isEmpty {
      out.append("<section class=\"part\"><h2>服务信息</h2>\n")
      out.append("<dl class=\"facts\">\n")
      for attribute in page.attributes {
        out.append("<dt")
        out.said(attribute.label)
        out.append("</dt><dd")
        out.said(attribute.value)
        out.append("</dd>\n")
      }
      out.append("</dl></section>\n")
    }
    if !page.extras.isEmpty {
      out.append("<section class=\"part\"><h2>加购项</h2>\n")
      out.append("<ul class=\"extras\">\n")
      for extra in page.extras { write(extra, into: &out) }
      out.append("</ul></section>\n")
    }
    if !page.requirements.isEmpty {
      out.append("<section class=\"part\"><h2>开工前卖家会问</h2>\n")
      out.append("<ol class=\"needs\">\n")
      for requirement in page.requirements {
        out.append("<li><span")
        out.said(requirement.question)
        out.append("</span>")
        if !requirement.isNeeded { out.append("<span class=\"faint\">选填</span>") }
        out.append("</li>\n")
      }
      out.append("</ol></section>\n")
    }
    if !page.questions.isEmpty {
      out.append("<section class=\"part faq\"><h2>常见问题</h2>\n")
      for each in page.questions {
        out.append("<details><summary><span")
        out.said(each.question)
        out.append("</span>")
        addresses.icon("down", into: &out)
        out.append("</summary><p")
        out.said(each.answer)
        out.append("</p></details>\n")
      }
      out.append("</section>\n")
    }
  }

  private func write(_ extra: borrowing ExtraLine, into out: inout Output) {
    out.append("<li><span")
    out.said(extra.title)
    out.append("</span><span>")
    if let days = extra.deliveryDays {
      out.append("<span class=\"faint\">多需")
      formats.write(days, into: &out)
      out.append("天</span>")
    }
    out.append(" <span class=\"price\">+")
    formats.write(price: extra.price, into: &out)
    out.append("</span></span></li>\n")
  }

  func write(_ seller: borrowing SellerLine, contact: Link?, into out: inout Output) {
    out.append("<section class=\"sec\"><header class=\"head\"><h2>卖家</h2></header>\n")
    out.append("<div class=\"panel maker\">\n")
    out.seal(seller.who.seal, "l")
    out.append("<div><div class=\"row\"><h3>")
    out.name(of: seller.who)
    out.append("</h3>\n")
    write(seller.who.level, into: &out)
    if seller.who.isStudio { out.append("<span class=\"tag\">工作室</span>\n") }
    if let place = seller.place {
      out.append("<span class=\"small muted\">")
      addresses.icon("pin", into: &out)
      out.append("<span")
      out.said(place)
      out.append("</span></span>\n")
    }
    out.append("</div>\n")
    if let headline = seller.headline {
      out.append("<p class=\"muted\"")
      out.said(headline)
      out.append("</p>\n")
    }
    out.append("<div class=\"row\">\n")
    if let contact {
      out.append("<a class=\"btn small\" href=\"")
      out.escape(contact.text)
      out.append("\" rel=\"nofollow\">")
      addresses.icon("chat", into: &out)
      out.append("发消息</a>\n")
    }
    if let link = seller.who.link {
      out.append("<a class=\"btn quiet small\" href=\"")
      out.escape(link.text)
      out.append("\">查看卖家的全部服务</a>\n")
    }
    out.append("</div></div>\n")
    write(figuresOf: seller, into: &out)
  }

  private func write(figuresOf seller: borrowing SellerLine, into out: inout Output) {
    out.append("<dl>\n")
    if let minutes = seller.answersInMinutes {
      out.append("<div><dt>通常回复时间</dt><dd>")
      formats.write(max(minutes, 1), into: &out)
      out.append("分钟内</dd></div>\n")
    } else if let hours = seller.answersInHours {
      out.append("<div><dt>通常回复时间</dt><dd>")
      formats.write(hours, into: &out)
      out.append("小时内</dd></div>\n")
    }
    if let share = seller.onTime {
      out.append("<div><dt>准时交付</dt><dd>")
      formats.write(share, into: &out)
      out.append("%</dd></div>\n")
    }
    out.append("<div><dt>完成订单</dt><dd>")
    formats.write(seller.orderCount, into: &out)
    out.append("</dd></div>\n")
    if let since = seller.since {
      out.append("<div><dt>加入时间</dt><dd>")
      formats.write(month: since, into: &out)
      out.append("</dd></div>\n")
    }
    out.append("</dl></div></section>\n")
  }
}
