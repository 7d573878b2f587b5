/// What a request makes the answer depend on, in the order of RFC 9110, 13.2.2.
struct Conditions {
  enum Outcome {
    case met
    case notModified
    case failed
  }

  let fields: FieldLines

  func outcome(tag: EntityTag, modified: Int64) -> Outcome {
    if let list = fields["If-Match"] {
      guard tag.isNamed(in: list, weakly: false) else { return .failed }
    } else if let date = date("If-Unmodified-Since"), modified > date {
      return .failed
    }
    if let list = fields["If-None-Match"] {
      return tag.isNamed(in: list, weakly: true) ? .notModified : .met
    }
    if let date = date("If-Modified-Since"), modified <= date { return .notModified }
    return .met
  }

  /// Whether a part is of use to who has the rest. A date says too little: within its second a file
  /// can be written twice.
  func allowPart(tag: EntityTag) -> Bool {
    guard let wanted = fields["If-Range"] else { return true }
    return wanted == tag.text
  }

  private func date(_ name: String) -> Int64? { fields[name].flatMap(DateText.seconds) }
}
