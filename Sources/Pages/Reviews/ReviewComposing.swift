import Market
import Theme

extension Composer {
  func line(_ record: ReviewRecord) -> ReviewLine {
    let review = record.review
    return ReviewLine(
      anchor: Token("review-" + String(review.id.number)) ?? "review",
      author: edition.said(record.author, in: record.authorLanguage), seal: seal(of: record.author),
      stars: Stars(review.stars.overall), quality: review.stars.quality,
      communication: review.stars.communication, timeliness: review.stars.timeliness,
      text: review.text.isEmpty ? nil : edition.said(review.text, in: review.language),
      day: edition.day(review.writtenAt),
      reply: review.reply.map { reply in
        ReplyLine(text: edition.said(reply.text, in: reply.language), day: edition.day(reply.at))
      })
  }
}

extension StarSums {
  /// From five stars to one.
  var lines: [StarCount] {
    counts.enumerated().reversed().map { place, count in
      StarCount(
        stars: place + 1, count: Int(count), share: reviews == 0 ? 0 : Int(count * 100 / reviews))
    }
  }

  var aspects: [AspectLine] {
    [(Aspect.quality, quality), (.communication, communication), (.timeliness, timeliness)]
      .compactMap { aspect, sum in
        Figure.mean(of: sum, over: reviews).map {
          AspectLine(aspect: aspect, mean: $0, share: Int(sum * 20 / reviews))
        }
      }
  }
}
