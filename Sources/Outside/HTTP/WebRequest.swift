/// What we ask another server for.
package struct WebRequest: Sendable {
  package enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case head = "HEAD"
    case put = "PUT"
    case post = "POST"
    case delete = "DELETE"
  }

  package let method: Method
  package let url: WebURL
  /// All that is said beside the host and the length.
  package var fields: WebFields
  package let body: [UInt8]

  /// GET, HEAD and DELETE take no body.
  package init(
    _ method: Method, _ url: WebURL, fields: WebFields = WebFields(), body: [UInt8] = []
  ) {
    self.method = method
    self.url = url
    self.fields = fields
    self.body = body
    precondition(body.isEmpty || hasBody, "\(method.rawValue) takes no body")
  }

  /// A body may be empty, and is then said to be.
  var hasBody: Bool { method == .put || method == .post }
}
