import Pages
import Theme

// What buyers say, and what else is there.
extension WrittenGig {
  func write(reviewsOf page: borrowing GigPage, into out: inout Output) {
    out.append("<section class=\"sec\" id=\"reviews\"><header class=\"head\"><h2>")
    if page.reviewCount == 0 {
      out.append("评价")
    } else {
      formats.write(page.reviewCount, into: &out)
      out.append("条评价")
    }
    out.append("</h2><p>只有已完成的订单才能评价</p></header>\n")
    if let rating = page.rating, !page.starCounts.isEmpty {
      out.append("<div class=\"sum\"><p><span class=\"score\">")
      formats.write(rating, into: &out)
      out.append("</span></p>\n")
      write(page.starCounts, page.aspects, into: &out)
      out.append("</div>\n")
    }
    for review in page.reviews { write(review, into: &out) }
    if page.reviews.isEmpty {
      out.append("<p class=\"muted\">还没有评价。订单完成后，买家可以在这里评价。</p>\n")
    }
    if let more = page.moreReviews {
      out.append("<p class=\"row\"><a class=\"btn\" href=\"")
      out.escape(more.text)
      out.append("\">查看全部")
      formats.write(page.reviewCount, into: &out)
      out.append("条评价</a></p>\n")
    }
    out.append("</section>\n")
  }

  private func write(_ counts: [StarCount], _ aspects: [AspectLine], into out: inout Output) {
    out.append("<div class=\"hist\">\n")
    for each in counts {
      out.append("<span>")
      formats.write(each.stars, into: &out)
      out.append("星</span>\n")
      out.bar(each.share)
      out.append("<span class=\"num\">")
      formats.write(each.count, into: &out)
      out.append("</span>\n")
    }
    out.append("</div>\n<div class=\"hist\">\n")
    for each in aspects {
      switch each.aspect {
      case .quality: out.append("<span>质量</span>\n")
      case .communication: out.append("<span>沟通</span>\n")
      case .timeliness: out.append("<span>准时</span>\n")
      }
      out.bar(each.share)
      out.append("<span class=\"num\">")
      formats.write(each.mean, into: &out)
      out.append("</span>\n")
    }
    out.append("</div>")
  }

  private func write(_ review: borrowing ReviewLine, into out: inout Output) {
    out.append("<article class=\"review\" id=\"")
    out.append(asIs: review.anchor.text)
    out.append("\">\n<header class=\"review-by\">\n")
    out.seal(review.seal, "s")
    out.append("<h3")
    out.said(review.author)
    out.append("</h3>\n")
    write(review.stars, into: &out)
    out.append("<time datetime=\"")
    out.append(iso: review.day)
    out.append("\" data-ago>")
    formats.write(review.day, into: &out)
    out.append("</time></header>\n")
    if let text = review.text {
      out.append("<p")
      out.said(text)
      out.append("</p>\n")
    }
    out.append("<p class=\"small faint\">质量")
    formats.write(review.quality, into: &out)
    out.append("，沟通")
    formats.write(review.communication, into: &out)
    out.append("，准时")
    formats.write(review.timeliness, into: &out)
    out.append("</p>\n")
    if let reply = review.reply {
      out.append("<blockquote><b>卖家回复</b>\n<p")
      out.said(reply.text)
      out.append("</p></blockquote>\n")
    }
    out.append("</article>\n")
  }

  private func write(_ stars: borrowing Stars, into out: inout Output) {
    out.append("<svg class=\"stars\" viewBox=\"0 0 120 24\" role=\"img\" aria-label=\"")
    formats.write(stars.count, into: &out)
    out.append("星，满分5星\"><use class=\"off\" href=\"")
    out.append(asIs: addresses.icons)
    out.append("#stars\" width=\"120\" height=\"24\"/><svg width=\"")
    out.append(plain: stars.width)
    out.append("\" height=\"24\" viewBox=\"0 0 ")
    out.append(plain: stars.width)
    out.append(" 24\"><use href=\"")
    out.append(asIs: addresses.icons)
    out.append("#stars\" width=\"120\" height=\"24\"/></svg></svg>\n")
  }

  func write(_ gigs: [GigCard], moreOf category: borrowing NamedLink, into out: inout Output) {
    out.append("<section class=\"sec\"><header class=\"head apart\"><h2>类似服务</h2><a href=\"")
    out.escape(category.link.text)
    out.append("\">更多“")
    out.escape(category.name.text)
    out.append("”</a></header>\n<ul class=\"grid four\">\n")
    for gig in gigs { write(gig, into: &out) }
    out.append("</ul></section>\n")
  }

  private func write(_ gig: borrowing GigCard, into out: inout Output) {
    out.append("<li class=\"card\">\n<div class=\"card-cover\">")
    out.image(gig.picture, sizes: "(max-width: 34rem) 50vw, 18rem")
    out.size(of: gig.picture)
    out.append(" loading=\"lazy\"></picture></div>\n<p class=\"card-by\">\n")
    out.seal(gig.seller.seal, "s")
    out.name(of: gig.seller)
    write(gig.seller.level, into: &out)
    out.append("</p>\n<h3><a href=\"")
    out.escape(gig.link.text)
    out.append("\"")
    out.said(gig.title)
    out.append("</a></h3>\n<p class=\"card-meta\">\n")
    if let rating = gig.rating { write(rating, of: gig.reviewCount, into: &out) }
    out.append("<span class=\"faint\">")
    formats.write(gig.deliveryDays, into: &out)
    out.append("天交付</span>\n<span class=\"price\">")
    write(from: gig.price, into: &out)
    out.append("</span></p>\n</li>\n")
  }
}
