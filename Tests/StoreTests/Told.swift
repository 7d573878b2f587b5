/// A value in words, the same for equal values: what has no order is told in the order of its
/// words.
func told(_ value: Any) -> String {
  if let text = value as? String { return text.debugDescription }
  let mirror = Mirror(reflecting: value)
  let parts = mirror.children.map { child in
    (child.label.map { "\($0) " } ?? "") + told(child.value)
  }
  switch mirror.displayStyle {
  case .dictionary, .set: return "[" + parts.sorted().joined(separator: ", ") + "]"
  case .collection: return "[" + parts.joined(separator: ", ") + "]"
  case .optional: return mirror.children.first.map { told($0.value) } ?? "nil"
  default: return parts.isEmpty ? "\(value)" : "(" + parts.joined(separator: ", ") + ")"
  }
}
