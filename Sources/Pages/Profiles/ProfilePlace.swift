import Market
package import Theme

/// The pages on which sellers write about themselves, as their titles tell them apart.
package enum ProfilePlace: Int, CaseIterable, Choice {
  case overview, about, skills, languages, background, portfolio, terms, hours
  case education, certificate, experience, work, workFiles

  init(_ section: ProfileSection) {
    self =
      switch section {
      case .about: .about
      case .skills: .skills
      case .languages: .languages
      case .background: .background
      case .portfolio: .portfolio
      case .terms: .terms
      case .hours: .hours
      }
  }

  init(_ kind: Qualification.Kind) {
    self =
      switch kind {
      case .education: .education
      case .certificate: .certificate
      case .experience: .experience
      }
  }
}

struct ProfileTitle: Sentence {
  static let key = "profile.title"
  let place: ProfilePlace
  static let about = "The title of a page on which sellers write about themselves."
  static let fields = Fields<Self>(Field("place", \.place, "Which page."))
}

extension Completeness.Part: Choice {
  package static var cases: [ChoiceCase] { allCases.map { ChoiceCase($0.rawValue) } }

  package var position: Int {
    switch self {
    case .about: 0
    case .translation: 1
    case .place: 2
    case .skills: 3
    case .languages: 4
    case .background: 5
    case .portfolio: 6
    case .rate: 7
    case .hours: 8
    }
  }

  /// Where it is mended.
  var section: ProfileSection {
    switch self {
    case .about, .translation, .place: .about
    case .skills: .skills
    case .languages: .languages
    case .background: .background
    case .portfolio: .portfolio
    case .rate: .terms
    case .hours: .hours
    }
  }
}

extension Weekday: Choice {
  package static var cases: [ChoiceCase] { allCases.map { ChoiceCase($0.rawValue) } }

  package var position: Int {
    switch self {
    case .monday: 0
    case .tuesday: 1
    case .wednesday: 2
    case .thursday: 3
    case .friday: 4
    case .saturday: 5
    case .sunday: 6
    }
  }
}

struct WeekdayName: Sentence {
  static let key = "profile.weekday"
  let day: Weekday
  static let about = "The name of a day of the week."
  static let fields = Fields<Self>(Field("day", \.day, "Which day."))
}

extension Edition {
  func link(_ address: ProfileAddress) -> Link { link(.profile(address)) }

  func form(_ address: ProfileAddress, _ state: FormState) -> FormAddress {
    form(.profile(address), state)
  }

  /// What stands around a page of the studio; `shown` are the fields of the page.
  func around(
    _ place: ProfilePlace, at address: ProfileAddress, _ state: FormState,
    _ faults: FaultList = FaultList([])
  ) -> FormFrame {
    var head = Head(
      page: translations(of: .profile(address)), title: words(ProfileTitle(place: place)),
      summary: words(SettingsSummary()))
    head.isIndexed = false
    return FormFrame(
      frame: frame(head), menu: menu(at: .profile), notice: Notice(about: state, in: self),
      faults: faults)
  }
}
