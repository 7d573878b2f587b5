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
    case qualificationIssuer(Int)
    case qualificationYears(Int)
    case qualificationLink(Int)
    case timeZone
    case hours(Weekday)
    case daysOff
    case awayUntil
    case hourlyRate
    case itemTitle
    case itemSummary
    case itemYear
    case itemLink
    case itemMedia
    case items
  }

  case missing(Field)
  case unfit(Field, charactersMax: Int)
  case tooMany(Field, max: Int)
  case doubled(Field)
  case outOfRange(Field)
  /// It names what is not there, or is somebody else's.
  case unknown(Field)
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
    for (place, proof) in proofs.enumerated() { faults += proof.faults(at: place) }
    check(
      (1...Preferences.zoneCharactersMax).contains(timeZone.utf8.count), .outOfRange(.timeZone))
    faults += availability.faults
    check(
      hourlyRate.map { (1...Self.hourlyRateMax).contains($0.minorUnits) } ?? true,
      .outOfRange(.hourlyRate))
    return faults
  }
}

extension Qualification {
  fileprivate func faults(at place: Int) -> [ProfileFault] {
    var faults: [ProfileFault] = []
    let limit = ProfileContent.lineCharactersMax
    if !(1...ProfileContent.languagesMax).contains(title.texts.count)
      || !title.texts.values.allSatisfy({ $0.isLine(atMost: limit) })
    {
      faults.append(.unfit(.qualification(place), charactersMax: limit))
    }
    // Nobody would see what is said in a language that has no title.
    if !Set(issuer.texts.keys).isSubset(of: title.texts.keys) {
      faults.append(.missing(.qualification(place)))
    }
    if !issuer.texts.values.allSatisfy({ $0.isLine(atMost: limit) }) {
      faults.append(.unfit(.qualificationIssuer(place), charactersMax: limit))
    }
    let years = [from, to].compactMap(\.self)
    if !years.allSatisfy(ProfileContent.years.contains) || years != years.sorted()
      || kind == .certificate && from != nil
    {
      faults.append(.outOfRange(.qualificationYears(place)))
    }
    if let link, !WebLink.isFit(link) || kind != .certificate {
      faults.append(.unfit(.qualificationLink(place), charactersMax: WebLink.charactersMax))
    }
    return faults
  }
}
