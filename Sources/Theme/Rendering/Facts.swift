/// Linked data for search engines, as text that can stand in a script element. Only `FactsWriter`
/// makes it.
package struct Facts: FieldValue {
  package static var kind: Kind { .facts }
  package let json: String
}
