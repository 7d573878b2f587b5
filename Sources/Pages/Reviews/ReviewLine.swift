package import Theme

/// What a buyer said of a gig.
package struct ReviewLine: View {
  package let anchor: Token
  package let author: Said
  package let seal: Seal
  package let stars: Stars
  package let quality: Int
  package let communication: Int
  package let timeliness: Int
  package let text: Said?
  package let day: Day
  package let reply: ReplyLine?

  package init(
    anchor: Token,
    author: Said,
    seal: Seal,
    stars: Stars,
    quality: Int,
    communication: Int,
    timeliness: Int,
    text: Said? = nil,
    day: Day,
    reply: ReplyLine? = nil
  ) {
    self.anchor = anchor
    self.author = author
    self.seal = seal
    self.stars = stars
    self.quality = quality
    self.communication = communication
    self.timeliness = timeliness
    self.text = text
    self.day = day
    self.reply = reply
  }

  package static let about = "A review under a gig or a seller."
  package static let fields = Fields<Self>(
    Field("anchor", \.anchor, "The id by which links find it."),
    Field("author", \.author, "The name of the buyer."),
    Field("seal", \.seal, "The buyer's seal."),
    Field("stars", \.stars, "How many stars, on the whole."),
    Field("quality", \.quality, "Stars for the work itself."),
    Field("communication", \.communication, "Stars for how well the seller communicated."),
    Field("timeliness", \.timeliness, "Stars for being on time."),
    Field("text", \.text, "What the buyer wrote; missing when there are only stars."),
    Field("day", \.day, "When it was written."),
    Field("reply", \.reply, "What the seller answered."))
}

/// A seller's answer to a review.
package struct ReplyLine: View {
  package let text: Said
  package let day: Day

  package init(
    text: Said,
    day: Day
  ) {
    self.text = text
    self.day = day
  }

  package static let about = "The one answer that a seller can give."
  package static let fields = Fields<Self>(
    Field("text", \.text, "What the seller wrote."),
    Field("day", \.day, "When it was written."))
}
