/// Why a bucket does not do what it should.
package enum BucketError: Error, Hashable {
  package enum Refusal: Hashable, Sendable {
    case wrongSecret
    case noKey
    case badToken
    case notAllowed(bucket: String)
  }

  case refused(Refusal, keyID: String)
  /// Our clock and that of the service differ too much; nil when it does not say how much.
  case clock(aheadSeconds: Int64?)
  case noBucket(String)
  /// There is no room left in this bucket.
  case full(String)
  case tooLarge(bytes: Int)
  /// Something answers there that keeps no files.
  case noStorage(host: String)
  case service(status: Int, code: String, message: String)
  case web(WebError)
}

extension BucketError: Retriable {
  private static let passingStatuses = [408, 429, 500, 502, 503, 504]
  private static let passingCodes = ["SlowDown", "RequestTimeout"]

  package var isTransient: Bool {
    switch self {
    case .service(let status, let code, _):
      Self.passingStatuses.contains(status) || Self.passingCodes.contains(code)
    case .web(let error): error.isTransient
    case .refused, .clock, .noBucket, .full, .tooLarge, .noStorage: false
    }
  }
}

extension BucketError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .refused(let refusal, let keyID): refusal.sentence(keyID)
    case .clock(let seconds): Self.clockSentence(seconds)
    case .noBucket(let name):
      "There is no bucket \(name): make it, or correct its name, region or endpoint."
    case .full(let name):
      "The bucket \(name) has no room left: raise its quota or remove what nobody needs."
    case .tooLarge(let bytes):
      "The storage service takes no file of \(bytes) bytes: raise its limit or make it smaller."
    case .noStorage(let host):
      "\(host) is no storage service that speaks as S3 does: "
        + "see whether the endpoint and its port are right."
    case .service(let status, let code, let message):
      Self.serviceSentence(status, code, message)
    case .web(let error): error.description
    }
  }

  private static func clockSentence(_ seconds: Int64?) -> String {
    let advice = "set the clock of this machine by a time server."
    guard let seconds else { return "The storage service finds our clock wrong: \(advice)" }
    return "Our clock is \(abs(seconds)) seconds \(seconds < 0 ? "behind" : "ahead of") "
      + "that of the storage service: \(advice)"
  }

  private static func serviceSentence(
    _ status: Int, _ code: String, _ message: String
  ) -> String {
    if code.contains("ParentIsObject") {
      return "This storage service keeps no file `en` beside a file `en/help`, as some MinIO do: "
        + "names of pages must keep their ending there."
    }
    let words = [code, message].filter { !$0.isEmpty }.joined(separator: ": ")
    let advice =
      switch status {
      case 300...399: "The region or the endpoint is probably not that of the bucket."
      case 500...: "It is the service's own trouble: try again later."
      default: "See whether region, endpoint and style are right."
      }
    return "The storage service answered \(status)\(words.isEmpty ? "" : " (\(words))"). \(advice)"
  }
}

extension BucketError.Refusal {
  fileprivate func sentence(_ keyID: String) -> String {
    switch self {
    case .wrongSecret:
      "The secret of the key \(keyID) is wrong: copy it again from where it was made."
    case .noKey: "There is no key \(keyID) at this storage service: see whether it was removed."
    case .badToken:
      "The session token of the key \(keyID) is wrong or has expired: ask for another."
    case .notAllowed(let bucket):
      "The key \(keyID) may not do this in the bucket \(bucket): "
        + "allow it to list the bucket and to read, write and delete what is in it."
    }
  }
}
