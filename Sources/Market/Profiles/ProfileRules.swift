/// What can be done with a profile, and what it must be to be seen.
extension Profile {
  /// Publishes it, unless it is to stay as hidden as it is.
  package func saved(
    _ content: ProfileContent, of party: Party, slugs: Slugs, from seen: Int,
    publishing: Bool = true, by actor: Actor
  ) throws(ProfileError) -> Profile {
    try actor.must(.present, over: party.id, or: ProfileError.self)
    guard party.isActive else { throw .notActive(party.id) }
    guard seen == revision else { throw .changedMeanwhile }
    let faults = content.faults
    guard faults.isEmpty else { throw .unfit(faults) }
    var profile = self
    profile.content = content
    profile.slugs = slugs
    profile.isPublished = publishing || isPublished
    profile.revision += 1
    return profile
  }

  /// Shows again what was hidden, as it is.
  package func published(by actor: Actor) throws(ProfileError) -> Profile {
    try actor.must(.present, over: party, or: ProfileError.self)
    guard !isPublished else { throw .unchanged }
    var profile = self
    profile.isPublished = true
    profile.revision += 1
    return profile
  }

  package func hidden(by actor: Actor) throws(ProfileError) -> Profile {
    try actor.must(.present, over: party, or: ProfileError.self)
    guard isPublished else { throw .unchanged }
    var profile = self
    profile.isPublished = false
    profile.revision += 1
    return profile
  }

  package func shown(_ isShown: Bool) -> Profile {
    var profile = self
    profile.isShown = isShown
    return profile
  }

  /// The seller is told why it is taken down; to put it back needs no reason.
  package func takenDown(
    _ isDown: Bool, because reason: String, by actor: Actor
  ) throws(ProfileError) -> Profile {
    try actor.must(.moderate, or: ProfileError.self)
    guard !isDown && reason.isEmpty || reason.isText(atMost: Gig.reasonCharactersMax) else {
      throw .unfitReason
    }
    guard isTakenDown != isDown else { throw .unchanged }
    var profile = self
    profile.isTakenDown = isDown
    profile.revision += 1
    return profile
  }
}

package enum ProfileError: Refusing, Hashable {
  case unknown(ID<Party>)
  case refused(Refusal)
  case notActive(ID<Party>)
  case changedMeanwhile
  case unchanged
  case unknownSkill(ID<Skill>)
  case unknownItem(ID<PortfolioItem>)
  case unfit([ProfileFault])
  case unfitReason
}
