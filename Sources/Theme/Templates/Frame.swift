/// What the variables of a template stand for, where it is included.
struct Frame {
  var bindings: [Int: Binding]
  var fills: Fills?
  var wrapped: Wrapped?
}

/// A value as the program meets it.
struct Binding {
  let source: Source
  /// What lies there; it may be more special than what the template declares.
  let kind: Kind?

  enum Source {
    case place(Reference)
    case count(Reference, any Listed.Type)
    case words(String)
    case number(Int)
    case flag(Bool)
    case nothing
  }
}

/// What a page brings for its layout.
final class Fills {
  struct Fill {
    let nodes: [CheckedNode]
    let frame: Frame
  }

  let content: Fill
  let named: [String: Fill]

  init(content: Fill, named: [String: Fill]) {
    self.content = content
    self.named = named
  }
}

/// The words of a message that an element of the template stands around.
final class Wrapped {
  let parts: [Message.Part]
  let message: CheckedMessage
  let frame: Frame

  init(_ parts: [Message.Part], of message: CheckedMessage, _ frame: Frame) {
    self.parts = parts
    self.message = message
    self.frame = frame
  }
}

extension Inliner {
  /// What the operand is in this frame; nil when it is nothing at all.
  func actual(_ operand: Operand, _ frame: Frame) -> Binding? {
    switch operand.origin {
    case .place(let variable, let offset, let depth):
      guard let bound = frame.bindings[variable] else { return nil }
      var kind = operand.kind
      if depth == 0 {
        kind = bound.kind
        if case .optional? = operand.kind {} else { kind = kind?.present }
      }
      guard case .place(let reference) = bound.source else {
        return Binding(source: bound.source, kind: kind)
      }
      return Binding(source: .place(reference.field(at: offset)), kind: kind)
    case .count(let variable, let offset, let list):
      guard case .place(let reference)? = frame.bindings[variable]?.source else { return nil }
      return Binding(source: .count(reference.field(at: offset), list), kind: .number)
    case .words(let words): return Binding(source: .words(words), kind: operand.kind)
    case .number(let number): return Binding(source: .number(number), kind: .number)
    case .flag(let flag): return Binding(source: .flag(flag), kind: .flag)
    case .nothing: return nil
    }
  }
}
