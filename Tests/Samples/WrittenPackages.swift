import Pages
import Theme

// What can be ordered, and for how much.
extension WrittenGig {
  func write(orderOf page: borrowing GigPage, into out: inout Output) {
    out.append("<aside class=\"buy\" id=\"buy\" aria-label=\"")
    out.append(page.order == nil ? "套餐与价格\">\n" : "下单\">\n")
    if let order = page.order {
      out.append("<form class=\"panel\" action=\"")
      out.escape(order.text)
      out.append("\"><input type=\"hidden\" name=\"gig\" value=\"")
      out.append(plain: page.number)
      out.append("\">\n<fieldset><legend class=\"hide\">选择套餐</legend>\n")
      for package in page.packages { write(package, into: &out) }
      out.append(
        "</fieldset>\n<div class=\"buy-do\"><button class=\"btn main wide\">下单并托管付款</button>\n")
      if let contact = page.contact {
        out.append("<a class=\"btn wide\" href=\"")
        out.escape(contact.text)
        out.append("\" rel=\"nofollow\">先聊聊需求</a>\n")
      }
      out.append("</div></form>\n")
    } else {
      out.append("<div class=\"panel\"><ul>\n")
      for package in page.packages { write(priceOf: package, into: &out) }
      out.append("</ul>\n")
      if let guide = page.guide {
        out.append("<p class=\"buy-do\"><a class=\"btn wide\" href=\"")
        out.escape(guide.text)
        out.append("\">怎样下单</a></p>\n")
      }
      out.append("</div>\n")
    }
    write(promisesOf: page, into: &out)
    out.append("</aside>\n")
  }

  private func write(promisesOf page: borrowing GigPage, into out: inout Output) {
    out.append("<ul class=\"buy-foot\">\n<li>")
    addresses.icon("lock", into: &out)
    out.append("<span>款项先托管，您验收后才付给卖家</span></li>\n<li>")
    addresses.icon("again", into: &out)
    out.append("<span>逾期")
    formats.write(page.cancelAfterHours, into: &out)
    out.append("小时仍未交付，您可以取消订单，全额退款</span></li>\n<li>")
    addresses.icon("clock", into: &out)
    out.append("<span>交付后")
    formats.write(page.acceptAfterDays, into: &out)
    out.append("天内您没有回应，视为已验收</span></li>\n")
    if page.order != nil, let guide = page.guide {
      out.append("<li>")
      addresses.icon("info", into: &out)
      out.append("<a href=\"")
      out.escape(guide.text)
      out.append("\">怎样下单</a></li>\n")
    }
    write(versionOf: page, into: &out)
    if let report = page.report {
      out.append("<li>")
      addresses.icon("flag", into: &out)
      out.append("<a href=\"")
      out.escape(report.text)
      out.append("\" rel=\"nofollow\">举报这项服务</a></li>\n")
    }
    out.append("</ul>\n")
  }

  private func write(versionOf page: borrowing GigPage, into out: inout Output) {
    guard let link = page.versionLink, let number = page.versionNumber else { return }
    out.append("<li>")
    addresses.icon("file", into: &out)
    out.append("<span><a href=\"")
    out.escape(link.text)
    out.append("\" rel=\"nofollow\">第")
    formats.write(number, into: &out)
    out.append("版</a>\n")
    if let day = page.versionDay {
      out.append("<time datetime=\"")
      out.append(iso: day)
      out.append("\">")
      formats.write(day, into: &out)
      out.append("</time>\n")
    }
    out.append("</span></li>\n")
  }

  private func write(priceOf package: borrowing PackageLine, into out: inout Output) {
    out.append("<li class=\"buy-price\"><b")
    out.said(package.name)
    out.append("</b><span class=\"price\">")
    formats.write(price: package.price, into: &out)
    out.append("</span>\n")
    if let summary = package.summary {
      out.append("<p")
      out.said(summary)
      out.append("</p>\n")
    }
    write(termsOf: package, into: &out)
    out.append("</li>\n")
  }

  private func write(_ package: borrowing PackageLine, into out: inout Output) {
    out.append(
      "<label class=\"buy-plan\"><span class=\"row\"><input type=\"radio\" name=\"package\" id=\"plan-"
    )
    out.append(plain: package.number)
    out.append("\" value=\"")
    out.append(plain: package.number)
    out.append("\"")
    if package.isChosen { out.append(" checked") }
    out.append("><b")
    out.lang(package.name)
    out.append(">")
    out.escape(package.name.text)
    out.append("</b><span class=\"price\">")
    formats.write(price: package.price, into: &out)
    out.append("</span></span>\n<span class=\"more\">\n")
    if let summary = package.summary {
      out.append("<span")
      out.lang(summary)
      out.append(">")
      out.escape(summary.text)
      out.append("</span>\n")
    }
    write(termsOf: package, into: &out)
    out.append("</span></label>\n")
  }

  private func write(termsOf package: borrowing PackageLine, into out: inout Output) {
    out.append("<span class=\"row\"><span>")
    addresses.icon("clock", into: &out)
    formats.write(package.deliveryDays, into: &out)
    out.append("天</span><span>")
    addresses.icon("again", into: &out)
    switch package.revisions {
    case 0: out.append("不含修改")
    case let count?:
      out.append("修改")
      formats.write(count, into: &out)
      out.append("次")
    case nil: out.append("修改不限次")
    }
    out.append("</span></span>\n")
  }

  func write(tableOf page: borrowing GigPage, into out: inout Output) {
    out.append("<section class=\"sec\" id=\"packages\"><header class=\"head\"><h2>")
    switch page.packages.count {
    case 1: out.append("套餐")
    case 2: out.append("两档套餐")
    case 3: out.append("三档套餐")
    case let count:
      formats.write(count, into: &out)
      out.append("档套餐")
    }
    out.append(
      """
      </h2><p>平台服务费在付款前列明</p></header>
      <table class="plans"><thead><tr><td></td>

      """)
    // One is marked only where one can be chosen.
    let mayChoose = page.order != nil
    for package in page.packages {
      write(headOf: package, mayChoose && package.isChosen, into: &out)
    }
    out.append("</tr></thead><tbody>\n<tr><th scope=\"row\">价格</th>\n")
    for package in page.packages {
      out.cell(mayChoose && package.isChosen)
      out.append("<span class=\"price\">")
      formats.write(price: package.price, into: &out)
      out.append("</span></td>\n")
    }
    out.append("</tr>\n<tr><th scope=\"row\">交付时间</th>\n")
    for package in page.packages {
      out.cell(mayChoose && package.isChosen)
      formats.write(package.deliveryDays, into: &out)
      out.append("天</td>\n")
    }
    out.append("</tr>\n<tr><th scope=\"row\">修改次数</th>\n")
    for package in page.packages {
      out.cell(mayChoose && package.isChosen)
      switch package.revisions {
      case 0: out.append("不含")
      case let count?:
        formats.write(count, into: &out)
        out.append("次")
      case nil: out.append("不限")
      }
      out.append("</td>\n")
    }
    out.append("</tr>\n")
    for feature in page.features { write(feature, mayChoose, into: &out) }
    if page.order != nil { write(choiceOf: page.packages, into: &out) }
    out.append("</tbody></table></section>\n")
  }

  private func write(choiceOf packages: [PackageLine], into out: inout Output) {
    out.append("<tr class=\"noprint\"><td></td>\n")
    for package in packages {
      out.cell(package.isChosen)
      out.append("<a class=\"btn small wide\" href=\"#plan-")
      out.append(plain: package.number)
      out.append("\">选")
      out.escape(package.name.text)
      out.append("</a></td>\n")
    }
    out.append("</tr>\n")
  }

  private func write(headOf package: borrowing PackageLine, _ isBest: Bool, into out: inout Output)
  {
    out.append("<th scope=\"col\"")
    if isBest { out.append(" class=\"best\"") }
    out.append("><b")
    out.lang(package.name)
    out.append(">")
    out.escape(package.name.text)
    out.append("</b>\n")
    if let summary = package.summary {
      out.append("<span class=\"muted\"")
      out.lang(summary)
      out.append(">")
      out.escape(summary.text)
      out.append("</span>\n")
    }
    out.append("</th>\n")
  }

  private func write(_ feature: borrowing FeatureLine, _ mayChoose: Bool, into out: inout Output) {
    out.append("<tr><th scope=\"row\"")
    out.lang(feature.label)
    out.append(">")
    out.escape(feature.label.text)
    out.append("</th>\n")
    for cell in feature.cells {
      out.cell(mayChoose && cell.isChosen)
      if cell.isIn {
        addresses.icon("check", into: &out)
        out.append("<span class=\"hide\">含</span></td>\n")
      } else {
        out.append("<span class=\"faint\">不含</span></td>\n")
      }
    }
    out.append("</tr>\n")
  }
}
