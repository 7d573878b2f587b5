/// What a client gets. Who sends it adds the date, the length, and whether the connection stays,
/// and leaves out the body where the request was HEAD.
package struct Answer: Sendable {
  package enum Body: Sendable {
    /// Not even of length 0: the answer says nothing about a body.
    case none
    case bytes([UInt8])
    case shared(SharedBytes)
    case part(OpenFile, Range<Int64>)
  }

  package let status: Status
  package var fields: FieldLines
  package let body: Body

  package init(_ status: Status, _ fields: FieldLines, _ body: Body) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  /// One sentence, for those who are shown no page.
  package init(_ status: Status, saying sentence: String, also more: [(String, String)] = []) {
    var fields = FieldLines([
      ("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store, no-transform"),
    ])
    for (name, value) in more + Protection.lines { fields.add(name, value) }
    self.init(status, fields, .bytes(Array("\(sentence)\n".utf8)))
  }

  package var length: Int64? {
    switch body {
    case .none: nil
    case .bytes(let bytes): Int64(bytes.count)
    case .shared(let bytes): Int64(bytes.count)
    case .part(_, let range): Int64(range.count)
    }
  }
}

package enum Status: Int, Sendable {
  case ok = 200
  case created = 201
  case accepted = 202
  case noContent = 204
  case partialContent = 206
  case seeOther = 303
  case notModified = 304
  case movedForGood = 308
  case badRequest = 400
  case unauthorized = 401
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case requestTimeout = 408
  case conflict = 409
  case preconditionFailed = 412
  case contentTooLarge = 413
  case addressTooLong = 414
  case unsupportedMediaType = 415
  case rangeNotSatisfiable = 416
  case expectationFailed = 417
  case misdirected = 421
  case unprocessable = 422
  case upgradeRequired = 426
  case tooManyRequests = 429
  case fieldsTooLarge = 431
  case internalServerError = 500
  case notImplemented = 501
  case serviceUnavailable = 503
  case versionNotSupported = 505
  case insufficientStorage = 507

  package var reason: String {
    switch self {
    case .ok: "OK"
    case .created: "Created"
    case .accepted: "Accepted"
    case .noContent: "No Content"
    case .partialContent: "Partial Content"
    case .seeOther: "See Other"
    case .notModified: "Not Modified"
    case .movedForGood: "Permanent Redirect"
    case .badRequest: "Bad Request"
    case .unauthorized: "Unauthorized"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .requestTimeout: "Request Timeout"
    case .conflict: "Conflict"
    case .preconditionFailed: "Precondition Failed"
    case .contentTooLarge: "Content Too Large"
    case .addressTooLong: "URI Too Long"
    case .unsupportedMediaType: "Unsupported Media Type"
    case .rangeNotSatisfiable: "Range Not Satisfiable"
    case .expectationFailed: "Expectation Failed"
    case .misdirected: "Misdirected Request"
    case .unprocessable: "Unprocessable Content"
    case .upgradeRequired: "Upgrade Required"
    case .tooManyRequests: "Too Many Requests"
    case .fieldsTooLarge: "Request Header Fields Too Large"
    case .internalServerError: "Internal Server Error"
    case .notImplemented: "Not Implemented"
    case .serviceUnavailable: "Service Unavailable"
    case .versionNotSupported: "HTTP Version Not Supported"
    case .insufficientStorage: "Insufficient Storage"
    }
  }
}
