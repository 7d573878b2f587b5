/// A file as it was read, by the path under which faults name it.
package struct SourceFile: Hashable, Sendable {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, _ text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}
