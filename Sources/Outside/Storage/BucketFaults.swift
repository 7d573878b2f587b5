import Market

// What an answer of a storage service means that is not what was asked for.
extension Bucket {
  /// Services refuse what was signed longer ago than this, or later.
  private static let clockSecondsMax: Int64 = 15 * 60

  func isMissing(_ answer: WebAnswer) -> Bool {
    answer.status == 404 && ServiceText(answer.body).code == "NoSuchKey"
  }

  /// By how much our clock is ahead of theirs, when it is too much.
  func wrongSeconds(of answer: WebAnswer) -> Int64? {
    let seconds = aheadSeconds(of: answer)
    return seconds.flatMap { abs($0) > Self.clockSecondsMax ? $0 : nil }
  }

  private func aheadSeconds(of answer: WebAnswer) -> Int64? {
    answer.date.map { (clock() - $0).milliseconds / 1_000 }
  }

  /// `sending` is how many bytes the request had.
  func error(of answer: WebAnswer, sending bytes: Int = 0) -> BucketError {
    let said = ServiceText(answer.body)
    switch said.code {
    case "SignatureDoesNotMatch": return .refused(.wrongSecret, keyID: key.id)
    case "InvalidAccessKeyId": return .refused(.noKey, keyID: key.id)
    case "InvalidToken", "ExpiredToken": return .refused(.badToken, keyID: key.id)
    case "AccessDenied": return notAllowed
    case "RequestTimeTooSkewed": return .clock(aheadSeconds: aheadSeconds(of: answer))
    case "NoSuchBucket": return .noBucket(address.bucket)
    case "QuotaExceeded", "XMinioAdminBucketQuotaExceeded", "XMinioStorageFull":
      return .full(address.bucket)
    case "EntityTooLarge": return .tooLarge(bytes: bytes)
    default: return error(of: answer.status, said, wrongSeconds: wrongSeconds(of: answer))
    }
  }

  /// Where the code tells nothing, since there is none or it is one of many.
  private func error(
    of status: Int, _ said: ServiceText, wrongSeconds: Int64?
  ) -> BucketError {
    switch status {
    case 403 where wrongSeconds != nil: .clock(aheadSeconds: wrongSeconds)
    case 401 where said.code.isEmpty, 403 where said.code.isEmpty: notAllowed
    case 507: .full(address.bucket)
    default: .service(status: status, code: said.code, message: said.message)
    }
  }

  private var notAllowed: BucketError {
    .refused(.notAllowed(bucket: address.bucket), keyID: key.id)
  }
}
