/// What can be done with a profile, and what it must be to be seen.
extension Profile {
  package func saved(
    _ content: ProfileContent, of party: Party, slugs: Slugs, from seen: Int,
    by actor: Actor
  ) throws(ProfileError) -> Profile {
    try actor.must(.present, over: party.id, or: ProfileError.self)
    guard party.isActive else { throw .notActive(party.id) }
    guard seen == revision else { throw .changedMeanwhile }
    let faults = content.faults
    guard faults.isEmpty else { throw .unfit(faults) }
    var profile = self
    profile.content = content
    profile.slugs = slugs
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

/// One thing that is wrong with what a seller writes about himself.
package enum ProfileFault: Hashable, Sendable {
  package enum Field: Hashable, Sendable {
    case name(Locale)
    case headline(Locale)
    case about(Locale)
    case place(Locale)
    /// The languages in which it is written.
    case texts
    /// Those that are spoken.
    case languages
    case skills
    case qualifications
    case qualification(Int)
    case timeZone
    case hourlyRate
    case itemTitle
    case itemSummary
    case itemYear
    case items
  }

  case missing(Field)
  case unfit(Field, charactersMax: Int)
  case tooMany(Field, max: Int)
  case doubled(Field)
  case outOfRange(Field)
}

extension ProfileContent {
  package static let headlineCharactersMax = 80
  package static let aboutCharactersMax = 2_000
  package static let placeCharactersMax = 60
  package static let languagesMax = 12
  package static let skillsMax = 30
  package static let proofsMax = 30
  package static let lineCharactersMax = 120
  package static let years = 1940...2100
  /// From Baker Island to the Line Islands.
  package static let minutesEast = -720...840
  package static let hourlyRateMax: Int64 = 10_000_000

  package var faults: [ProfileFault] {
    var faults: [ProfileFault] = texts.isEmpty ? [.missing(.texts)] : []
    func check(_ isFit: Bool, _ fault: ProfileFault) {
      if !isFit { faults.append(fault) }
    }
    check(texts.count <= Self.languagesMax, .tooMany(.texts, max: Self.languagesMax))
    for (locale, text) in texts.sorted(by: { $0.key < $1.key }) {
      check(
        text.name.isLine(atMost: Party.nameCharactersMax),
        .unfit(.name(locale), charactersMax: Party.nameCharactersMax))
      check(
        text.headline.isLine(atMost: Self.headlineCharactersMax),
        .unfit(.headline(locale), charactersMax: Self.headlineCharactersMax))
      check(
        text.about.isText(atMost: Self.aboutCharactersMax),
        .unfit(.about(locale), charactersMax: Self.aboutCharactersMax))
      check(
        text.place.isEmpty || text.place.isLine(atMost: Self.placeCharactersMax),
        .unfit(.place(locale), charactersMax: Self.placeCharactersMax))
    }
    check(languages.count <= Self.languagesMax, .tooMany(.languages, max: Self.languagesMax))
    check(Set(languages.map(\.language)).count == languages.count, .doubled(.languages))
    check(skills.count <= Self.skillsMax, .tooMany(.skills, max: Self.skillsMax))
    check(Set(skills.map(\.skill)).count == skills.count, .doubled(.skills))
    check(proofs.count <= Self.proofsMax, .tooMany(.qualifications, max: Self.proofsMax))
    for (place, proof) in proofs.enumerated() {
      check(
        (1...Self.languagesMax).contains(proof.title.texts.count)
          && proof.title.texts.values.allSatisfy { $0.isLine(atMost: Self.lineCharactersMax) },
        .unfit(.qualification(place), charactersMax: Self.lineCharactersMax))
      check(
        proof.year.map(Self.years.contains) ?? true, .outOfRange(.qualification(place)))
    }
    check(Self.minutesEast.contains(minutesEastOfUTC), .outOfRange(.timeZone))
    check(
      hourlyRate.map { (1...Self.hourlyRateMax).contains($0.minorUnits) } ?? true,
      .outOfRange(.hourlyRate))
    return faults
  }
}

extension PortfolioItem {
  package func checked(
    of owner: Party, by actor: Actor, others: Int
  ) throws(ProfileError) -> PortfolioItem {
    try actor.must(.present, over: party, or: ProfileError.self)
    guard owner.isActive else { throw .notActive(owner.id) }
    var faults: [ProfileFault] = []
    if others >= Self.max { faults.append(.tooMany(.items, max: Self.max)) }
    let limit = ProfileContent.lineCharactersMax
    if !(1...ProfileContent.languagesMax).contains(titles.texts.count)
      || !titles.texts.values.allSatisfy({ $0.isLine(atMost: limit) })
    {
      faults.append(.unfit(.itemTitle, charactersMax: limit))
    }
    // Nobody would see what is said in a language that has no title.
    if !Set(summaries.texts.keys).isSubset(of: titles.texts.keys) {
      faults.append(.missing(.itemTitle))
    }
    let long = ProfileContent.aboutCharactersMax
    if !summaries.texts.values.allSatisfy({ $0.isText(atMost: long) }) {
      faults.append(.unfit(.itemSummary, charactersMax: long))
    }
    if let year, !ProfileContent.years.contains(year) { faults.append(.outOfRange(.itemYear)) }
    guard faults.isEmpty else { throw .unfit(faults) }
    return self
  }
}
