/// Linked data for search engines, as text that can stand in a script element. Only `FactsWriter`
/// makes it.
package struct Facts: FieldValue {
  package static var kind: Kind { .facts }
  let bytes: [UInt8]

  package var json: String { String(decoding: bytes, as: UTF8.self) }
}
