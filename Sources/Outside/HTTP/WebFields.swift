/// The named lines in the head of a message, in their order; names are the same in any case.
package struct WebFields: Sendable {
  package private(set) var all: [(name: String, value: String)] = []

  package init(_ lines: [(String, String)] = []) {
    for (name, value) in lines { add(name, value) }
  }

  package mutating func add(_ name: String, _ value: String) {
    all.append((name, value))
  }

  /// Several lines of one name are one list.
  package subscript(name: String) -> String? {
    let wanted = name.lowercased()
    let values = all.filter { $0.name.lowercased() == wanted }.map(\.value)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }
}
