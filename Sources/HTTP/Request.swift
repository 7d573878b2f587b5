/// What a client asks for, without a body: nothing here takes one.
package struct Request: Sendable {
  package let method: String
  /// As it was sent; it has no spaces, no controls and nothing beyond ASCII.
  package let target: String
  package let fields: FieldLines

  package init(_ method: String, _ target: String, fields: FieldLines = FieldLines()) {
    self.method = method
    self.target = target
    self.fields = fields
  }
}
