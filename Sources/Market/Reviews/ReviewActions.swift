/// What can be done with a review. The rules of time are in `ReviewRules`; these say who.
extension Review {
  package static func written(
    _ id: ID<Review>, on deal: Deal, beside others: [Review], as side: Side, of author: Party,
    _ words: Words, under rules: ReviewRules, by actor: Actor, at now: Instant
  ) throws(ReviewError) -> Review {
    try actor.must(.speak, over: author.id, or: ReviewError.self)
    guard author.isActive else { throw .notActive(author.id) }
    let pair = ReviewPair(deal, others)
    guard pair.wroteAt(side) == nil else { throw .alreadyWritten }
    // Rules with a longer window must not let somebody write who could read the other's.
    guard rules.mayWrite(pair, as: side, at: now), others.allSatisfy({ $0.state == .blind }) else {
      throw .windowClosed
    }
    let words = try words.checked(under: rules)
    return Review(
      id: id, deal: deal, side: side, stars: words.stars, text: words.text,
      language: words.language, writtenAt: now)
  }

  package func edited(
    _ words: Words, of pair: ReviewPair, author: Party, under rules: ReviewRules,
    by actor: Actor, at now: Instant
  ) throws(ReviewError) -> Review {
    try actor.must(.speak, over: author.id, or: ReviewError.self)
    guard author.isActive else { throw .notActive(author.id) }
    guard state == .blind, rules.mayEdit(pair, as: side, at: now) else { throw .noLongerBlind }
    let words = try words.checked(under: rules)
    var review = self
    review.stars = words.stars
    review.text = words.text
    review.language = words.language
    return review
  }

  /// When both have written, or the time to write is over.
  package func revealed(
    of pair: ReviewPair, under rules: ReviewRules, at now: Instant
  ) throws(ReviewError) -> Review {
    // A clock that was set back must not keep the second one from speaking.
    guard state == .blind, pair.isWhole || !rules.isBlind(pair, at: now) else {
      throw .unchanged
    }
    return with(.shown(at: now))
  }

  package func replied(
    _ text: String, in language: Locale, of pair: ReviewPair, subject: Party,
    under rules: ReviewRules, by actor: Actor, at now: Instant
  ) throws(ReviewError) -> Review {
    try actor.must(.speak, over: subject.id, or: ReviewError.self)
    guard subject.isActive else { throw .notActive(subject.id) }
    guard isShown else { throw .notShown }
    guard reply == nil else { throw .alreadyReplied }
    guard rules.mayReply(to: side, of: pair, repliedAt: nil, at: now) else {
      throw .windowClosed
    }
    guard rules.reply.allows(text), text.isText(atMost: rules.replyCharactersMax) else {
      throw .unfitText(charactersMax: rules.replyCharactersMax)
    }
    var review = self
    review.reply = Reply(text: text, language: language, at: now)
    return review
  }

  package func removed(
    because reason: String, by actor: Actor, at now: Instant
  ) throws(ReviewError) -> Review {
    try actor.must(.moderate, or: ReviewError.self)
    guard reason.isText(atMost: Gig.reasonCharactersMax) else {
      throw .unfitText(charactersMax: Gig.reasonCharactersMax)
    }
    guard isShown else { throw .notShown }
    return with(.removed(at: now, reason: reason))
  }

  package func restored(by actor: Actor, at now: Instant) throws(ReviewError) -> Review {
    try actor.must(.moderate, or: ReviewError.self)
    guard case .removed = state else { throw .unchanged }
    return with(.shown(at: now))
  }

  private func with(_ state: State) -> Review {
    var review = self
    review.state = state
    return review
  }
}

extension Review {
  /// What somebody says in a review.
  package struct Words: Hashable, Sendable {
    package let stars: Stars
    package let text: String
    package let language: Locale

    package init(stars: Stars, text: String, language: Locale) {
      self.stars = stars
      self.text = text
      self.language = language
    }

    /// Stars alone say something; text need not be there.
    func checked(under rules: ReviewRules) throws(ReviewError) -> Words {
      guard stars.all.allSatisfy(rules.stars.contains) else { throw .unfitStars(rules.stars) }
      guard text.isEmpty || text.isText(atMost: rules.textCharactersMax) else {
        throw .unfitText(charactersMax: rules.textCharactersMax)
      }
      return self
    }
  }
}
