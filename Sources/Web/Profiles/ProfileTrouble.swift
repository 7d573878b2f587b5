import HTTP
import Market
import Pages

// Why a profile was not changed, by the names of the fields that are to blame.
extension Trouble {
  /// `names` says what the fields are called where they came from.
  static func told(by error: ProfileError, _ names: ProfileNames) -> Trouble {
    var trouble: Trouble =
      switch error {
      case .refused(.signInNeeded): Trouble(.signInNeeded)
      case .refused(.notAllowed): Trouble(.forbidden)
      case .unknown, .unknownItem: Trouble(.notFound)
      case .unknownSkill: Trouble(names.name(of: .skills), .notFound)
      case .changedMeanwhile:
        Trouble(
          .badRequest, status: .conflict,
          saying: "It was changed since that revision; read it again.")
      case .notActive, .unchanged, .unfitReason:
        Trouble(.badRequest, status: .conflict, saying: "\(error)")
      case .unfit(let faults):
        Trouble(faults.map { (names.name(of: $0.field), $0.told) })
      }
    trouble.profile = error
    return trouble
  }
}

/// What the fields of a profile are called.
enum ProfileNames {
  /// In a form; what is wrong with all languages is told of this one.
  case form(Locale)
  case json

  func name(of field: ProfileFault.Field) -> String {
    switch self {
    case .form(let locale): field.nameInForm(locale.tag)
    case .json: field.nameInJSON
    }
  }
}

extension ProfileFault {
  fileprivate var field: Field {
    switch self {
    case .missing(let field), .unfit(let field, _), .tooMany(let field, _), .doubled(let field),
      .outOfRange(let field), .unknown(let field):
      field
    }
  }

  fileprivate var told: FieldFault {
    switch self {
    case .missing: .missing
    case .unfit(.qualificationLink, _), .unfit(.itemLink, _): .unfit
    // What is too long was found before.
    case .unfit: .missing
    case .tooMany(_, let max): .tooMany(max: max)
    case .doubled: .repeated
    case .outOfRange(.qualificationYears): .notYears
    case .outOfRange(.itemYear): .notAYear
    case .outOfRange(.timeZone): .notAChoice
    case .outOfRange: .unfit
    case .unknown: .notFound
    }
  }
}

extension ProfileFault.Field {
  fileprivate func nameInForm(_ tag: String) -> String {
    switch self {
    case .name(let locale): "name-\(locale.tag)"
    case .headline(let locale): "headline-\(locale.tag)"
    case .about(let locale): "about-\(locale.tag)"
    case .place(let locale): "place-\(locale.tag)"
    case .texts: "headline-\(tag)"
    case .languages: "language-0-language"
    case .skills: "skill-0-skill"
    case .qualifications, .qualification, .itemTitle, .items: "title-\(tag)"
    case .qualificationIssuer: "issuer-\(tag)"
    case .qualificationYears: "to"
    case .qualificationLink, .itemLink: "link"
    case .timeZone: "timezone"
    case .hours(let weekday): "\(weekday.rawValue)-0-from"
    case .daysOff: "dayOff-0-first"
    case .awayUntil: "until"
    case .hourlyRate: "rate"
    case .itemSummary: "summary-\(tag)"
    case .itemYear: "year"
    case .itemMedia: "media"
    }
  }

  fileprivate var nameInJSON: String {
    switch self {
    case .name(let locale): "texts-\(locale.tag)-name"
    case .headline(let locale): "texts-\(locale.tag)-headline"
    case .about(let locale): "texts-\(locale.tag)-about"
    case .place(let locale): "texts-\(locale.tag)-place"
    case .texts: "texts"
    case .languages: "languages"
    case .skills: "skills"
    case .qualifications: "qualifications"
    case .qualification(let place): "qualifications-\(place)-title"
    case .qualificationIssuer(let place): "qualifications-\(place)-issuer"
    case .qualificationYears(let place): "qualifications-\(place)-from"
    case .qualificationLink(let place): "qualifications-\(place)-link"
    case .timeZone: "timezone"
    case .hours: "availability-hours"
    case .daysOff: "availability-daysOff"
    case .awayUntil: "availability-until"
    case .hourlyRate: "hourlyRate"
    case .itemTitle: "title"
    case .itemSummary: "summary"
    case .itemYear: "year"
    case .itemLink: "link"
    case .itemMedia: "media"
    case .items: "portfolio"
    }
  }
}
