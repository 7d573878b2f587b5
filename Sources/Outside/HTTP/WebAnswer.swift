internal import CCurl
package import Market

/// What another server said, as it said it: nothing is unpacked, no redirect followed.
package struct WebAnswer: Sendable {
  package let status: Int
  package let fields: WebFields
  package let body: [UInt8]

  package var isSuccess: Bool { (200...299).contains(status) }

  /// What time it was there, to the second; nil when it did not say.
  package var date: Instant? {
    guard let text = fields["Date"] else { return nil }
    let seconds = curl_getdate(text, nil)
    return seconds < 0 ? nil : Instant(milliseconds: Int64(seconds) * 1_000)
  }
}
