/// What one side of a finished order says about the other. Blind until both have spoken or the
/// time to speak is over, so that nobody writes to please or to pay back.
package struct Review: Hashable, Sendable {
  package enum Side: String, CaseIterable, Sendable {
    case buyer
    case seller
  }

  package enum State: Hashable, Sendable {
    case blind
    case shown(at: Instant)
    case removed(at: Instant, reason: String)
  }

  package struct Stars: Hashable, Sendable {
    package var overall: Int
    package var quality: Int
    package var communication: Int
    package var timeliness: Int

    package init(overall: Int, quality: Int, communication: Int, timeliness: Int) {
      self.overall = overall
      self.quality = quality
      self.communication = communication
      self.timeliness = timeliness
    }

    package var all: [Int] { [overall, quality, communication, timeliness] }
  }

  package struct Reply: Hashable, Sendable {
    package let text: String
    package let language: Locale
    package let at: Instant

    package init(text: String, language: Locale, at: Instant) {
      self.text = text
      self.language = language
      self.at = at
    }
  }

  package let id: ID<Review>
  package let deal: Deal
  package let side: Side
  package internal(set) var stars: Stars
  package internal(set) var text: String
  package internal(set) var language: Locale
  package let writtenAt: Instant
  package internal(set) var state: State
  package internal(set) var reply: Reply?

  package init(
    id: ID<Review>, deal: Deal, side: Side, stars: Stars, text: String, language: Locale,
    writtenAt: Instant, state: State = .blind, reply: Reply? = nil
  ) {
    self.id = id
    self.deal = deal
    self.side = side
    self.stars = stars
    self.text = text
    self.language = language
    self.writtenAt = writtenAt
    self.state = state
    self.reply = reply
  }

  package var author: ID<Party> { side == .buyer ? deal.buyer : deal.seller }
  /// Whom it is about.
  package var about: ID<Party> { side == .buyer ? deal.seller : deal.buyer }

  package var isShown: Bool {
    if case .shown = state { true } else { false }
  }
}

extension Review: Entity {
  package static let noun = Noun.review
}

/// What a review must know of the order it is about.
package struct Deal: Hashable, Sendable {
  package let order: Int64
  package let gig: ID<Gig>
  package let version: ID<GigVersion>
  package let buyer: ID<Party>
  package let seller: ID<Party>
  package let completedAt: Instant

  package init(
    order: Int64, gig: ID<Gig>, version: ID<GigVersion>, buyer: ID<Party>, seller: ID<Party>,
    completedAt: Instant
  ) {
    self.order = order
    self.gig = gig
    self.version = version
    self.buyer = buyer
    self.seller = seller
    self.completedAt = completedAt
  }
}

extension Deal: Entity {
  package static let noun = Noun.order
}

package enum ReviewError: Refusing, Hashable {
  case unknown(ID<Review>)
  case refused(Refusal)
  /// Who is suspended or gone says nothing in public.
  case notActive(ID<Party>)
  case windowClosed
  case alreadyWritten
  case alreadyReplied
  /// It can be seen by the other side already.
  case noLongerBlind
  case notShown
  case unchanged
  case unfitStars(ClosedRange<Int>)
  case unfitText(charactersMax: Int)
}
