import Theme

/// What is wrong with one field of what somebody sent.
package enum FieldFault: Hashable, Sendable {
  case missing
  case tooShort(min: Int)
  case tooLong(max: Int)
  /// Not written in the form that it should have.
  case unfit
  case notANumber
  case outOfRange(min: Int, max: Int)
  case notAYear
  /// Or the last one comes before the first.
  case notYears
  case notAChoice
  /// It names what is not there.
  case notFound
  /// There is no such field here.
  case unknown
  case repeated
  /// A text in JSON where there should be a number, and the like.
  case wrongKind
  /// Not the one that is known here, such as the password of now.
  case wrong
  /// The code is another; so many more may be tried.
  case wrongCode(left: Int)
  /// The code was right once, or is too old.
  case expired
  /// A password that many people have.
  case common
  /// A password with the name or the contact of its owner in it.
  case personal
  /// A box that has to be ticked.
  case notTicked
  /// Of things of which there may be only so many.
  case tooMany(max: Int)
  /// What a template says that is for the seller to say.
  case notFilled
  /// Files that nobody has looked at yet, or that were refused.
  case notReady

  /// For programs: it stays the same in every language and version.
  package var code: String {
    switch self {
    case .missing: "missing"
    case .tooShort: "too-short"
    case .tooLong: "too-long"
    case .unfit: "unfit"
    case .notANumber: "not-a-number"
    case .outOfRange: "out-of-range"
    case .notAYear: "not-a-year"
    case .notYears: "not-years"
    case .notAChoice: "not-a-choice"
    case .notFound: "not-found"
    case .unknown: "unknown"
    case .repeated: "repeated"
    case .wrongKind: "wrong-kind"
    case .wrong: "wrong"
    case .wrongCode: "wrong-code"
    case .expired: "expired"
    case .common: "common"
    case .personal: "personal"
    case .notTicked: "not-ticked"
    case .tooMany: "too-many"
    case .notFilled: "not-filled"
    case .notReady: "not-ready"
    }
  }
}

extension Edition {
  /// A whole sentence that says what to do about it.
  package func sentence(for fault: FieldFault) -> String { words(FaultSentence(fault)) }
}

enum FaultKind: Int, CaseIterable, Choice {
  case missing, tooShort, tooLong, unfit, notANumber, outOfRange, notAChoice, notFound, unknown
  case repeated, wrongKind, wrong, wrongCode, expired, common, personal, notTicked
  case tooMany, notReady, notAYear, notYears, notFilled
}

struct FaultSentence: Sentence {
  static let key = "fault.field"
  let fault: FaultKind
  /// 0 for a fault without limits.
  let min: Int
  let max: Int
  /// 0 for a fault of which tries are not counted.
  let left: Int

  init(_ fault: FieldFault) {
    (self.fault, min, max, left) =
      switch fault {
      case .missing: (.missing, 0, 0, 0)
      case .tooShort(let min): (.tooShort, min, 0, 0)
      case .tooLong(let max): (.tooLong, 0, max, 0)
      case .unfit: (.unfit, 0, 0, 0)
      case .notANumber: (.notANumber, 0, 0, 0)
      case .outOfRange(let min, let max): (.outOfRange, min, max, 0)
      case .notAChoice: (.notAChoice, 0, 0, 0)
      case .notFound: (.notFound, 0, 0, 0)
      case .unknown: (.unknown, 0, 0, 0)
      case .repeated: (.repeated, 0, 0, 0)
      case .wrongKind: (.wrongKind, 0, 0, 0)
      case .wrong: (.wrong, 0, 0, 0)
      case .wrongCode(let left): (.wrongCode, 0, 0, left)
      case .expired: (.expired, 0, 0, 0)
      case .common: (.common, 0, 0, 0)
      case .personal: (.personal, 0, 0, 0)
      case .notTicked: (.notTicked, 0, 0, 0)
      case .tooMany(let max): (.tooMany, 0, max, 0)
      case .notReady: (.notReady, 0, 0, 0)
      case .notFilled: (.notFilled, 0, 0, 0)
      case .notAYear: (.notAYear, 0, 0, 0)
      case .notYears: (.notYears, 0, 0, 0)
      }
  }

  static let about = "What is wrong with a field of a form."
  static let fields = Fields<Self>(
    Field("fault", \.fault, "What it is."), Field("min", \.min, "The least that may be."),
    Field("max", \.max, "The most that may be."),
    Field("left", \.left, "How many more codes may be tried."))
}
