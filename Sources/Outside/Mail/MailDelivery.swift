internal import CCurl

/// One letter on its way to a server, over a connection of its own.
struct MailDelivery {
  private let server: MailServer
  private let limits: MailLimits

  init(to server: MailServer, _ limits: MailLimits) {
    self.server = server
    self.limits = limits
  }

  func send(_ letter: Letter) throws(SendingError) {
    let (handle, said) = (EasyHandle(), ServerWords())
    handle.reset()
    setServer(handle, greetedAs: letter.from.domain)
    let receivers = curl_slist_append(nil, "<\(letter.to.address)>")
    defer { curl_slist_free_all(receivers) }
    handle.set(CURLOPT_MAIL_FROM, "<\(letter.from.address)>")
    handle.set(CURLOPT_MAIL_RCPT, receivers)
    said.receive(from: handle)
    let upload = Upload(letter.bytes)
    upload.send(by: handle)
    let code = withExtendedLifetime((upload, said)) { handle.perform() }
    guard code == CURLE_OK else { throw error(code, handle, said) }
  }

  private func setServer(_ handle: EasyHandle, greetedAs name: Substring) {
    let scheme = server.security == .tls ? "smtps" : "smtp"
    handle.set(CURLOPT_NOSIGNAL, 1)
    handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    // What stands in the path is the name by which we greet.
    handle.set(CURLOPT_URL, "\(scheme)://\(server.authority)/\(name)")
    if server.security != .none { handle.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) }
    if let authorities = server.authorities { handle.set(CURLOPT_CAINFO, authorities) }
    if let user = server.user {
      handle.set(CURLOPT_USERNAME, user)
      handle.set(CURLOPT_PASSWORD, server.secret)
    }
    handle.set(CURLOPT_CONNECTTIMEOUT_MS, limits.connectMilliseconds)
    handle.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, limits.answerSeconds)
    handle.set(CURLOPT_TIMEOUT_MS, limits.wholeMilliseconds)
  }

  private func error(
    _ code: CURLcode, _ handle: EasyHandle, _ said: ServerWords
  ) -> SendingError {
    let status = handle.status
    if code == CURLE_LOGIN_DENIED, !Self.passing.contains(status) {
      return .login(server: server.authority)
    }
    let isRefusal = Self.passing.contains(status) || Self.final.contains(status)
    if isRefusal, code != CURLE_OPERATION_TIMEDOUT {
      return .refused(
        by: server.authority, status: status, reason: said.reason(of: status),
        isPassing: Self.passing.contains(status))
    }
    return .connection(
      WebError(code, host: server.authority, reason: handle.reason(of: code)))
  }

  private static let passing = 400...499
  private static let final = 500...599
}

/// What a server said when it refused something.
private final class ServerWords {
  private static let linesMax = 20
  private static let lettersMax = 200
  private var refusals: [String] = []

  /// Whoever sets this holds it until all is over.
  func receive(from handle: EasyHandle) {
    handle.set(CURLOPT_HEADERDATA, Unmanaged.passUnretained(self).toOpaque())
    handle.set(CURLOPT_HEADERFUNCTION) { bytes, _, count, place in
      guard let bytes, let place else { return 0 }
      let text = String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
      Unmanaged<ServerWords>.fromOpaque(place).takeUnretainedValue().take(text)
      return count
    }
  }

  private func take(_ line: String) {
    guard refusals.count < Self.linesMax, line.hasPrefix("4") || line.hasPrefix("5") else { return }
    let shown = line.unicodeScalars.prefix(Self.lettersMax).filter {
      $0.properties.generalCategory != .control
    }
    refusals.append(String(String.UnicodeScalarView(shown)))
  }

  /// Without the number; the last of its lines when there are several.
  func reason(of status: Int) -> String {
    let line = refusals.last { $0.hasPrefix("\(status)") }
    return line.map { $0.dropFirst(4).trimmed } ?? ""
  }
}

/// The bytes of a letter that are yet to be sent.
private final class Upload {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// Whoever sets this holds it until all is over.
  func send(by handle: EasyHandle) {
    handle.set(CURLOPT_UPLOAD, 1)
    handle.set(uploadBytes: rest.count)
    handle.set(CURLOPT_READDATA, Unmanaged.passUnretained(self).toOpaque())
    handle.set { place, size, count, upload in
      guard let place, let upload else { return 0 }
      let room = UnsafeMutableRawBufferPointer(start: place, count: size * count)
      return Unmanaged<Upload>.fromOpaque(upload).takeUnretainedValue().fill(room)
    }
  }

  private func fill(_ room: UnsafeMutableRawBufferPointer) -> Int {
    let some = rest.prefix(room.count)
    room.copyBytes(from: some)
    rest = rest.dropFirst(some.count)
    return some.count
  }
}
