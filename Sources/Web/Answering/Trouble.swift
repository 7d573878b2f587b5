package import HTTP
import Market
import Outside
package import Pages
import Store

/// What is wrong with each field, in the order in which they were read.
package enum FieldFaults {
  package typealias Each = (field: String, fault: FieldFault)
}

/// Why something was not done, for whoever asked for it.
package struct Trouble: Error, Sendable {
  package let kind: TroubleKind
  package let status: Status
  package let faults: [FieldFaults.Each]
  /// For programmers who use the API, in English; people are told in their own language.
  package let detail: String?
  package var retrySeconds: Int?
  /// When it may be tried again; told as seconds from now when it is known when now is.
  var until: Instant?
  /// What a rule about accounts said.
  var account: AccountError?
  /// What a rule about gigs said.
  var gig: GigError?
  /// What a rule about profiles said.
  var profile: ProfileError?
  /// What can be asked there instead.
  var methods: [WebRoute.Method] = []
  /// The page of the form is too old, or its cookie is gone: from a new one it can be sent.
  var isStale = false
  /// What was asked for is so already, and the form leads on from there.
  var isDone = false
  /// What else programs are told.
  var more: [JSON.Member] = []

  package init(
    _ kind: TroubleKind, status: Status? = nil, faults: [FieldFaults.Each] = [],
    saying detail: String? = nil, retrySeconds: Int? = nil
  ) {
    (self.kind, self.status, self.faults) = (kind, status ?? kind.status, faults)
    (self.detail, self.retrySeconds) = (detail, retrySeconds)
  }

  /// So often, that there is a pause until then.
  init(_ kind: TroubleKind, until: Instant) {
    self.init(kind)
    self.until = until
  }

  /// Something is wrong with these fields.
  package init(_ faults: [FieldFaults.Each]) {
    self.init(.badRequest, status: .unprocessable, faults: faults)
  }

  package init(_ field: String, _ fault: FieldFault) { self.init([(field, fault)]) }

  static func methodNotAllowed(_ methods: [WebRoute.Method]) -> Trouble {
    var trouble = Trouble(.notAllowed)
    trouble.methods = methods
    return trouble
  }

  static var alreadySo: Trouble {
    var trouble = Trouble(.badRequest, status: .conflict)
    trouble.isDone = true
    return trouble
  }

  static var stale: Trouble {
    var trouble = Trouble(.forbidden)
    trouble.isStale = true
    return trouble
  }
}

extension Trouble {
  func told(at now: Instant) -> Trouble {
    guard let until else { return self }
    var trouble = self
    trouble.retrySeconds = max(1, Int((until - now).milliseconds + 999) / 1_000)
    return trouble
  }

  /// By sending the form once more.
  var canBeMended: Bool {
    !faults.isEmpty || isStale || until != nil || refusal != nil || studioRefusal != nil
      || isDone
  }

  /// Every error of ours that somebody can do something about. Nil for the others: those are faults of
  /// ours, and what they are is nobody's business but the operator's.
  package init?(_ error: any Error) {
    switch error {
    case let trouble as Trouble: self = trouble
    case let error as StoreError:
      guard let trouble = Self.told(by: error) else { return nil }
      self = trouble
    case let error as IdempotencyError:
      switch error {
      case .otherRequest:
        self.init(
          .badRequest, status: .unprocessable,
          saying: "This Idempotency-Key came with another request before.")
      case .inFlight, .lostClaim:
        self.init(
          .badRequest, status: .conflict,
          saying: "The first request with this Idempotency-Key is still being worked on.",
          retrySeconds: 1)
      }
    case let error as ReportError: self = Self.told(by: error)
    case let error as AccountError:
      self = Self.told(by: error)
      account = error
    case let error as SignInError: self = Self.told(by: error)
    case let error as GigError:
      self = Self.told(by: error)
      gig = error
    case let error as MediaError: self = Self.told(by: error)
    case .noRoom as StorageError: self.init(StorageError.noRoom)
    case let error as ProfileError: self = Self.told(by: error, .json)
    default: return nil
    }
  }

  private static func told(by error: StoreError) -> Trouble? {
    switch error {
    case .overloaded, .busy: Trouble(.unavailable, retrySeconds: 1)
    case .unavailable, .closed: Trouble(.unavailable, retrySeconds: 5)
    case .full, .readOnly: Trouble(.unavailable, retrySeconds: 60)
    default: nil
    }
  }
}

extension Trouble {
  private static func told(by error: ReportError) -> Trouble {
    switch error {
    case .unknown: Trouble(.notFound)
    case .refused: Trouble(.forbidden)
    case .unknownSubject: Trouble("subject", .notFound)
    case .missing(let field): Trouble("\(field)", .missing)
    case .tooLong(let field, let most): Trouble("\(field)", .tooLong(max: most))
    case .unfit(let field): Trouble("\(field)", .unfit)
    case .alreadySettled: Trouble(.badRequest, status: .conflict)
    }
  }
}

extension TroubleKind {
  /// For programs: it stays the same in every language and version.
  var code: String {
    switch self {
    case .badRequest: "bad-request"
    case .forbidden: "forbidden"
    case .signInNeeded: "sign-in-needed"
    case .notFound: "not-found"
    case .tooLarge: "too-large"
    case .notAllowed: "not-allowed"
    case .tooMany: "too-many"
    case .broken: "broken"
    case .unavailable: "unavailable"
    }
  }

  var status: Status {
    switch self {
    case .badRequest: .badRequest
    case .forbidden: .forbidden
    case .signInNeeded: .unauthorized
    case .notFound: .notFound
    case .tooLarge: .contentTooLarge
    case .notAllowed: .methodNotAllowed
    case .tooMany: .tooManyRequests
    case .broken: .internalServerError
    case .unavailable: .serviceUnavailable
    }
  }
}
