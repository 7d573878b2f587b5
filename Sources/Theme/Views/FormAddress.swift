/// Where a form is sent, and the token that proves that this site made it for this person. A
/// template shows the address; the token's field comes with it by itself.
package struct FormAddress: FieldValue, Hashable {
  package static var kind: Kind { .form }
  /// The name of the hidden field.
  package static let field: StaticString = "token"

  package let action: Link
  package let token: String

  package init(action: Link, token: String) {
    self.action = action
    self.token = token
  }
}
