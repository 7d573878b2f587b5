/// A template as it is written: what its names mean is not known yet. Where a mark is broken, nil
/// stands for what it should say.
struct TemplateTree: Sendable {
  var view: Word?
  var parameters: [Parameter] = []
  var layout: Word?
  var body = Body()

  struct Parameter: Sendable {
    let name: Word
    let kind: Word
    let isOptional: Bool
  }
}

/// Nodes one after the other, and where they end.
struct Body: Sendable {
  var nodes: [Node] = []
  var end = 0
}

indirect enum Node: Sendable {
  case text(TextPiece)
  case show(Expression, at: Range<Int>)
  case branch(Decision)
  case loop(Loop)
  case match(Match)
  case include(Include)
  case slot(Slot)
  case message(MessageBlock)
  case facts(FieldPath?, at: Int)
}

/// `seller.reply.text`
struct FieldPath: Sendable {
  let names: [Word]

  var text: String { names.map(\.text).joined(separator: ".") }
}

enum Expression: Sendable {
  case path(FieldPath)
  case message(MessageCall)
  case asset(Word)
  case broken
}

struct MessageCall: Sendable {
  let key: Word
  let arguments: [Argument]
}

/// `count: reviewCount`
struct Argument: Sendable {
  let name: Word
  let value: Value

  enum Value: Sendable {
    case path(FieldPath)
    case literal(Word)
  }

  var valueOffset: Int {
    switch value {
    case .path(let path): path.names.first?.offset ?? name.offset
    case .literal(let word): word.offset
    }
  }
}

struct Decision: Sendable {
  var ways: [Way] = []
  var otherwise: Body?
  let offset: Int

  struct Way: Sendable {
    let isOpposite: Bool
    let path: FieldPath?
    let body: Body
  }
}

struct Loop: Sendable {
  var element: Word?
  var number: Word?
  var list: FieldPath?
  var body = Body()
  var otherwise: Body?
  let offset: Int
}

struct Match: Sendable {
  var subject: FieldPath?
  var cases: [Case] = []
  var otherwise: Body?
  let offset: Int

  struct Case: Sendable {
    let names: [Word]
    let payload: Word?
    let body: Body
  }
}

struct Include: Sendable {
  let part: Word
  let view: FieldPath?
  let arguments: [Argument]
}

/// Without a body it is the place of what the layout, or the message, stands around.
struct Slot: Sendable {
  let name: Word?
  let body: Body?
  let offset: Int
}

struct MessageBlock: Sendable {
  let call: MessageCall?
  let slots: [Slot]
  let offset: Int
}
