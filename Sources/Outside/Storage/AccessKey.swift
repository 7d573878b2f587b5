/// By what a storage service knows us. However it is printed, it shows no secret.
package struct AccessKey: Sendable {
  package let id: String
  let secret: String
  /// Of a key that is good for some hours.
  let sessionToken: String?

  package init(id: String, secret: String, sessionToken: String? = nil) {
    self.id = id
    self.secret = secret
    self.sessionToken = sessionToken
  }
}

extension AccessKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "the access key \(id)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}
