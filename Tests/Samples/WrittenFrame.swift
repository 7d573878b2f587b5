import Pages
import Theme

/// Where the files of the theme are, put together once.
struct WrittenAddresses {
  let styleLink: String
  let seal: String
  let scripts: [String]
  /// The beginning of every icon, up to its name.
  let iconStart: String
  let icons: String

  init(_ assets: Assets) {
    func address(_ name: String) -> String { assets.addresses[name] ?? "" }
    styleLink = "<link rel=\"stylesheet\" href=\"\(address("style.css"))\">\n"
    seal = address("seal.svg")
    icons = address("icons.svg")
    scripts = ["menu.js", "greet.js", "ago.js", "gallery.js", "packages.js", "worth.js"].map {
      "<script type=\"module\" src=\"\(address($0))\"></script>\n"
    }
    iconStart = "<svg class=\"icon\" aria-hidden=\"true\"><use href=\"\(icons)#"
  }

  func icon(_ name: StaticString, into out: inout Output) {
    out.append(asIs: iconStart)
    out.append(name)
    out.append("\"/></svg>\n")
  }
}

// What stands around the page.
extension WrittenGig {
  func write(topOf frame: borrowing Frame, into out: inout Output) {
    out.append(
      "<body>\n<a class=\"skip\" href=\"#main\">跳到正文</a>\n<header class=\"top\"><div class=\"wrap\">\n"
    )
    write(logoOf: frame, into: &out)
    out.append("><b lang=\"en\" aria-hidden=\"true\">Jishi</b></a>\n")
    if let search = frame.search {
      out.append("<form class=\"find\" role=\"search\" action=\"")
      out.escape(search.text)
      out.append(
        """
        "><label class="hide" for="q">搜索服务和卖家</label><input id="q" name="q" type="search" \
        placeholder="搜索服务、卖家"><button aria-label="搜索">
        """)
      addresses.icon("search", into: &out)
      out.append("</button></form>\n")
    }
    out.append("<nav aria-label=\"主导航\"><ul>\n")
    write(wayOf: frame, join: "<li><a class=\"btn small\" href=\"", into: &out)
    out.append("</ul></nav>\n<details class=\"menu\"><summary aria-label=\"菜单\">")
    addresses.icon("menu", into: &out)
    out.append("</summary><ul>\n")
    write(wayOf: frame, join: "<li><a href=\"", into: &out)
    out.append("</ul></details>\n</div></header>\n<main id=\"main\">\n")
    guard !frame.trail.isEmpty else { return }
    out.append(
      "<div class=\"wrap\"><nav class=\"crumbs\" aria-label=\"当前位置\"><ol><li><a href=\"")
    out.escape(frame.home.text)
    out.append("\">首页</a></li>\n")
    for step in frame.trail { out.listed(step) }
    out.append("</ol></nav></div>\n")
  }

  private func write(logoOf frame: borrowing Frame, into out: inout Output) {
    out.append("<a class=\"logo\" href=\"")
    out.escape(frame.home.text)
    out.append("\"><img src=\"")
    out.append(asIs: addresses.seal)
    out.append("\" alt=\"")
    out.escape(frame.siteName)
    out.append("\" width=\"38\" height=\"38\"")
  }

  /// The links of the navigation, which are there twice.
  private func write(wayOf frame: borrowing Frame, join: StaticString, into out: inout Output) {
    out.step(frame.browse, "\">逛集市</a></li>\n")
    out.step(frame.hire, "\">发布需求</a></li>\n")
    out.step(frame.sell, "\">卖家中心</a></li>\n")
    out.step(frame.help, "\">帮助</a></li>\n")
    for each in frame.languages where !each.isHere {
      out.append("<li>")
      out.other(each)
      out.append("</li>\n")
    }
    out.step(frame.signIn, "\" data-leave=\"退出登录\">登录</a></li>\n")
    out.step(frame.join, "\" data-join>注册</a></li>\n", start: join)
  }

  func write(footOf frame: borrowing Frame, into out: inout Output) {
    out.append(
      """
      </main>
      <footer class="foot"><div class="wrap"><div class="foot-cols"><div class="stack">

      """)
    write(logoOf: frame, into: &out)
    out.append(
      """
       loading="lazy"><b lang="en" aria-hidden="true">Jishi</b></a>
      <p class="muted">自由职业者的集市。先把钱托管，再把活干好；规则写在明处，账目人人可查。</p>
      <nav aria-label="语言"><span class="lang">

      """)
    for each in frame.languages {
      if each.isHere {
        out.append("<b lang=\"")
        out.append(asIs: each.language.text)
        out.append("\" aria-current=\"true\">")
        out.escape(each.name)
        out.append("</b>\n")
      } else {
        out.other(each)
        out.append("\n")
      }
    }
    out.append("</span></nav></div>\n")
    for group in frame.footer {
      out.append("<nav aria-label=\"")
      out.escape(group.name)
      out.append("\"><h2>")
      out.escape(group.name)
      out.append("</h2><ul>\n")
      for each in group.links { out.listed(each) }
      out.append("</ul></nav>\n")
    }
    out.append("</div>\n")
    write(lawOf: frame, into: &out)
    out.append("</div></footer>\n</body>\n</html>\n")
  }

  private func write(lawOf frame: borrowing Frame, into out: inout Output) {
    guard
      frame.owner != nil || frame.icp != nil || frame.police != nil || !frame.licences.isEmpty
    else { return }
    out.append("<p class=\"foot-law\">\n")
    if let owner = frame.owner {
      out.append("<span>© ")
      out.escape(owner)
      out.append("</span>\n")
    }
    if let icp = frame.icp {
      out.append("<a href=\"")
      out.escape(icp.link.text)
      out.append("\" rel=\"nofollow\">")
      out.escape(icp.name.text)
      out.append("</a>\n")
    }
    if let police = frame.police {
      out.append("<a href=\"")
      out.escape(police.link.text)
      out.append("\" rel=\"nofollow\">")
      addresses.icon("shield", into: &out)
      out.escape(police.name.text)
      out.append("</a>\n")
    }
    for licence in frame.licences {
      out.append("<span>")
      out.escape(licence)
      out.append("</span>\n")
    }
    out.append("</p>\n")
  }
}
