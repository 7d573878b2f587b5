internal import CCurl

/// A request of libcurl, and the connections that it keeps for the next one.
final class EasyHandle {
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  private let handle: UnsafeMutableRawPointer
  private let reasonBytes = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

  init() {
    guard Self.isReady, let handle = curl_easy_init() else {
      preconditionFailure("libcurl cannot be made ready")
    }
    self.handle = handle
  }

  deinit {
    curl_easy_cleanup(handle)
    reasonBytes.deallocate()
  }

  /// Forgets all but the connections.
  func reset() {
    curl_easy_reset(handle)
    reasonBytes.pointee = 0
    set(CURLOPT_ERRORBUFFER, reasonBytes)
  }

  func set(_ option: CURLoption, _ number: Int) {
    check(jishi_curl_set_number(handle, option, number))
  }

  func set(_ option: CURLoption, _ text: String) {
    check(jishi_curl_set_text(handle, option, text))
  }

  func set(_ option: CURLoption, _ pointer: UnsafeMutableRawPointer?) {
    check(jishi_curl_set_pointer(handle, option, pointer))
  }

  func set(_ option: CURLoption, _ receiver: @escaping curl_write_callback) {
    check(jishi_curl_set_receiver(handle, option, receiver))
  }

  func set(sender: @escaping curl_read_callback) {
    check(jishi_curl_set_sender(handle, sender))
  }

  func set(uploadBytes count: Int) {
    check(jishi_curl_set_upload_size(handle, count))
  }

  func set(body: UnsafeRawBufferPointer) {
    check(jishi_curl_set_body(handle, body.baseAddress, body.count))
  }

  /// Not every libcurl can do this; then all goes as it would without.
  func prefer(_ option: CURLoption, _ number: Int) {
    _ = jishi_curl_set_number(handle, option, number)
  }

  private func check(_ code: CURLcode) {
    precondition(
      code == CURLE_OK, "libcurl refuses an option: \(String(cString: curl_easy_strerror(code)))")
  }

  func perform() -> CURLcode { curl_easy_perform(handle) }

  var status: Int { jishi_curl_status(handle) }

  /// Why the request failed, in the words of libcurl, which end without a full stop.
  func reason(of code: CURLcode) -> String {
    let reason = String(cString: reasonBytes).trimmed
    return reason.isEmpty ? String(cString: curl_easy_strerror(code)) : reason
  }
}
