/// Why a letter or a text message did not leave.
package enum SendingError: Error, Hashable {
  /// It was said no. What passes may be a full mailbox or too many letters at once.
  case refused(by: String, status: Int, reason: String, isPassing: Bool)
  /// The user or the password is wrong.
  case login(server: String)
  case connection(WebError)
  case file(path: String, reason: String)
}

extension SendingError: Retriable {
  package var isTransient: Bool {
    switch self {
    case .refused(_, _, _, let isPassing): isPassing
    case .login: false
    case .connection(let error): error.isTransient
    // A disk may have room again.
    case .file: true
    }
  }
}

extension SendingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .refused(let server, let status, let reason, _):
      "\(server) does not take it: \(status)\(reason.isEmpty ? "" : " (\(reason))")."
    case .login(let server):
      "\(server) does not let us in: see whether the user and the password are right."
    case .connection(let error): error.description
    case .file(let path, let reason): "\(path) could not be written: \(reason)."
    }
  }
}
